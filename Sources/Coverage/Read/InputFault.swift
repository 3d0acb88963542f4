/// What stops a study: where, what, and how to mend it.
public struct InputFault: Error, Equatable, Sendable {
  /// The kinds of fault, which decide the exit code of the command.
  public enum Kind: Sendable {
    /// The call itself is wrong (64).
    case usage
    /// The data are wrong (65).
    case data
    /// An input is missing or cannot be read (66).
    case missing
    /// An output cannot be written (73).
    case output
  }

  public let kind: Kind
  public let path: String
  /// Line of the file, counted from 1; nil where the whole file is meant.
  public let line: Int?
  public let problem: Wording
  public let cure: Wording

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
