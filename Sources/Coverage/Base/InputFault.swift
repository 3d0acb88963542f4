/// What stops a study: where, what, and how to mend it.
public struct InputFault: Error, Equatable, Sendable {
  /// The kinds of fault. The raw value is the exit code of the command.
  public enum Kind: Int32, Sendable {
    /// The call itself is wrong.
    case usage = 64
    /// The data are wrong.
    case data = 65
    /// An input is missing or cannot be read.
    case missing = 66
    /// An output cannot be written.
    case output = 73
  }

  /// What went wrong, which decides the exit code.
  public let kind: Kind
  /// The file concerned; empty where the call itself is.
  public let path: String
  /// Line of the file, counted from 1; nil where the whole file is meant.
  public let line: Int?
  /// What is wrong.
  public let problem: Wording
  /// What to do about it.
  public let cure: Wording

  /// A fault with its place and its cure.
  public init(
    _ kind: Kind = .data, path: String, line: Int? = nil, problem: Wording, cure: Wording
  ) {
    self.kind = kind
    self.path = path
    self.line = line
    self.problem = problem
    self.cure = cure
  }

  /// `file:line: problem — cure`
  public func message(in language: Language) -> String {
    var place = path
    if let line { place += ":\(line)" }
    if !place.isEmpty { place += ": " }
    return "\(place)\(problem[language]) — \(cure[language])"
  }
}
