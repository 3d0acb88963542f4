/// The version of the toolkit.
public let toolkitVersion = "0.1.0"
