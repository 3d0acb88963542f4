/// The code of an elementary unit: an INSEE commune code (`2A004`), an IRIS, or any other text.
public struct UnitCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func < (left: UnitCode, right: UnitCode) -> Bool { left.text < right.text }
  public var description: String { text }
}

/// The identifier of a CPTS in the files given.
public struct CPTSID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func < (left: CPTSID, right: CPTSID) -> Bool { left.text < right.text }
  public var description: String { text }
}
