/// The code of an elementary unit: an INSEE commune code (`2A004`), an IRIS, or any other text.
public struct UnitCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as written.
  public let text: String

  /// A code as written: it is not checked.
  public init(_ text: String) { self.text = text }

  public static func < (left: UnitCode, right: UnitCode) -> Bool { left.text < right.text }
  public var description: String { text }
}

/// The identifier of a CPTS in the files given.
public struct CPTSID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The identifier as written.
  public let text: String

  /// An identifier as written: any text will do.
  public init(_ text: String) { self.text = text }

  public static func < (left: CPTSID, right: CPTSID) -> Bool { left.text < right.text }
  public var description: String { text }
}

extension UnitCode {
  /// Whether the code has the form of INSEE's codes of communes. Corsican codes begin with 2A or 2B;
  /// those of before 1976, and postal codes, with 20.
  var isOfCommune: Bool {
    ["00000", "2A000", "2B000"].contains { isWritten(text, like: $0) } && !text.hasPrefix("20")
  }
}
