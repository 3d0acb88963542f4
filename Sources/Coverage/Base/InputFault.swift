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
    self.problem = problem.bounded
    self.cure = cure.bounded
  }

  /// `file:line: problem — cure`, in at most 2,000 bytes without a sign that a terminal would obey: what
  /// files hold is in it.
  public func message(in language: Language) -> String {
    let parts = PlainText.cleaned(path).split(separator: "/", omittingEmptySubsequences: false)
    let shown = parts.map { ShownName.shortened(String($0), to: ShownName.longestQuote) }
    var place = PlainText.shortened(shown.joined(separator: "/"), to: Self.mostOfPart)
    if let line { place += ":\(line)" }
    if !place.isEmpty { place += ": " }
    var problem = PlainText.cleaned(problem[language])
    var cure = PlainText.cleaned(cure[language])
    let room = PlainText.longestLine - place.utf8.count - " — ".utf8.count
    // What to do comes last, and has its place whatever is said before it.
    cure = PlainText.shortened(cure, to: max(Self.mostOfPart, room - problem.utf8.count))
    problem = PlainText.shortened(problem, to: room - cure.utf8.count)
    return "\(place)\(problem) — \(cure)"
  }

  /// Bytes of the place, and of the cure, that a message of any length keeps.
  private static let mostOfPart = 600
}
