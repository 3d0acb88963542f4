/// Rows of a gridded population that are set aside: all are counted, the first of each rule and severity
/// are told one by one.
struct GridProblems {
  private let path: String
  private var told: [Anomaly] = []
  private var counts: [Kind: Int] = [:]

  fileprivate struct Kind: Hashable {
    let rule: Anomaly.Rule
    let severity: Anomaly.Severity
  }

  /// What a row says, in its own words.
  struct Texts {
    let place: String
    var people = ""
  }

  /// A file of millions of wrong rows is told in pages, not in volumes.
  static let mostTold = 1000

  init(path: String) { self.path = path }

  var rowsSetAside: Int { counts.values.reduce(0, +) }

  /// The first row told of any rule.
  var first: Anomaly? { told.min { ($0.line ?? 0) < ($1.line ?? 0) } }

  /// Whether one more row with a problem would be told, not only counted.
  func tells(_ problem: GridRowProblem) -> Bool {
    counts[problem.kind, default: 0] < Self.mostTold
  }

  /// - Parameters:
  ///   - line: nil for a pixel.
  ///   - texts: nil where the row is only counted.
  mutating func note(_ problem: GridRowProblem, line: Int?, _ texts: Texts?) {
    counts[problem.kind, default: 0] += 1
    guard let texts else { return }
    told.append(
      Anomaly(
        problem.kind.severity, problem.kind.rule, file: path, line: line,
        object: Self.short(texts.place),
        finding: problem.finding(people: Self.short(texts.people)),
        treatment: problem.treatment))
  }

  /// What was told, and for each rule and severity how many more there are.
  var anomalies: [Anomaly] {
    told
      + counts.sorted {
        ($0.key.rule.rawValue, $0.key.severity.rawValue)
          < ($1.key.rule.rawValue, $1.key.severity.rawValue)
      }.compactMap { kind, count in
        let more = count - Self.mostTold
        guard more > 0 else { return nil }
        return Anomaly(
          kind.severity, kind.rule, file: path, object: "",
          finding: Wording(
            fr: more.inFrench("autre ligne de même", "autres lignes de même"),
            en: more.inEnglish("more row likewise", "more rows likewise")),
          treatment: Wording(fr: "lignes écartées", en: "rows set aside"))
      }
  }

  private static func short(_ text: String) -> String {
    text.count <= 60 ? text : text.prefix(60) + "…"
  }
}

extension GridRowProblem {
  fileprivate var kind: GridProblems.Kind { GridProblems.Kind(rule: rule, severity: severity) }

  private var rule: Anomaly.Rule {
    switch self {
    case .irregular: .irregularRow
    case .duplicate, .inOtherFile, .holdsSmallerCells: .duplicateCell
    case .noName, .noPosition, .noPopulation, .misaligned, .tooManyGrids: .cellSetAside
    }
  }

  private var severity: Anomaly.Severity {
    switch self {
    case .duplicate(_, let people, let here): people == here ? .information : .error
    case .inOtherFile(_, _, let people, let here):
      // A picture of 32-bit decimals and a text round in their own ways.
      abs(people - here) <= 1e-6 * max(people, here) ? .information : .error
    case .holdsSmallerCells: .warning
    default: .error
    }
  }

  fileprivate func finding(people: String) -> Wording {
    switch self {
    case .irregular:
      Wording(
        fr: "plus de champs que de colonnes, ou du texte après un guillemet fermant",
        en: "more fields than columns, or text after a closing quote")
    case .noName: Wording(fr: "ce n’est pas un nom de carreau", en: "this is no name of a cell")
    case .noPosition: Wording(fr: "ce n’est pas une position", en: "this is no position")
    case .noPopulation where people.isEmpty:
      Wording(fr: "nombre d’habitants absent", en: "no number of people")
    case .noPopulation:
      Wording(
        fr: "« \(people) » n’est pas un nombre d’habitants",
        en: "“\(people)” is no number of people")
    case .misaligned:
      Wording(
        fr: "le coin n’est pas dans l’alignement des autres carreaux de cette taille",
        en: "the corner is out of line with the other cells of this size")
    case .tooManyGrids:
      Wording(
        fr: "plus de 64 systèmes, tailles et alignements",
        en: "more than 64 systems, sizes and alignments")
    case .duplicate(let line, let people, let here):
      Wording(
        fr: "\(here) habitants ici, \(people) ligne \(line)",
        en: "\(here) people here, \(people) at line \(line)")
    case .inOtherFile(let path, let line, let people, let here):
      Wording(
        fr: "\(here) habitants ici, \(people) dans \(path)" + (line.map { " ligne \($0)" } ?? ""),
        en: "\(here) people here, \(people) in \(path)" + (line.map { " at line \($0)" } ?? ""))
    case .holdsSmallerCells:
      Wording(
        fr: "des carreaux plus petits du fichier sont dans celui-ci",
        en: "smaller cells of the file lie in this one")
    }
  }

  fileprivate var treatment: Wording {
    switch self {
    case .duplicate: .firstRowKept
    case .inOtherFile:
      Wording(
        fr: "écarté ici : le premier fichier compte", en: "set aside here: the first file counts")
    case .holdsSmallerCells:
      Wording(
        fr: "ligne écartée : les petits carreaux comptent",
        en: "row set aside: the small cells count")
    default: .rowSetAside
    }
  }
}
