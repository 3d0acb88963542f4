/// What a criterion finds. The raw value is the word in every file.
public enum OpinionFinding: String, CaseIterable, Sendable {
  /// Nothing speaks against it.
  case favourable = "favorable"
  /// Somebody must judge.
  case toExamine = "à examiner"
  /// Only where the rule of a text is broken.
  case againstRule = "contraire à une règle"
  /// What it would take is not known.
  case notAssessed = "non évalué"

  /// The name of its count in JSON.
  var key: String {
    switch self {
    case .favourable: "favorable"
    case .toExamine: "a_examiner"
    case .againstRule: "contraire_a_une_regle"
    case .notAssessed: "non_evalue"
    }
  }
}

/// One criterion of an opinion: what it finds, the figures that it finds it by, who is concerned.
public struct OpinionCriterion: Sendable {
  /// What is looked at, in the order of the opinion. The raw value is the name in every file.
  public enum Kind: String, CaseIterable, Sendable {
    /// What it has in common with CPTS that are there.
    case overlap = "chevauchement"
    /// Whether it is in one piece, and what it leaves inside.
    case contiguity = "continuite"
    /// Which white zones it closes, and what it leaves of them.
    case whiteZones = "zones_blanches"
    /// Size class, amounts, distance to the bounds.
    case size = "taille"
    /// Bassins de vie that it cuts.
    case livingAreas = "bassins_de_vie"
    /// EPCI that it cuts.
    case intercommunalities = "epci"
    /// Departments and regions straddled.
    case limits = "limites_administratives"
    /// How wide and how compact it is beside the CPTS of the study.
    case compactness = "compacite"
    /// What was wrong in its file.
    case codes
    /// Which population is counted, and where it is unknown or shared out.
    case population
  }

  /// What is looked at.
  public let kind: Kind
  /// What is found.
  public let finding: OpinionFinding
  /// Why, in one plain French sentence or two.
  public let reason: String
  /// The figures that it is found by.
  public internal(set) var figures: [OpinionFigure] = []
  /// Who is concerned.
  public internal(set) var tables: [OpinionTable] = []
  /// What else a reader must know: thresholds that are the tool's own, what is set apart. In French.
  public internal(set) var notes: [String] = []
}

/// A number with its name, for scripts and for people.
public struct OpinionFigure: Sendable {
  /// The name in JSON.
  public let key: String
  /// The name in the document, with the unit, in French.
  public let label: String
  let value: Cell

  init(_ key: String, _ label: String, _ value: Cell) {
    self.key = key
    self.label = label
    self.value = value
  }
}

/// Communes, CPTS or zones by name, with their figures.
public struct OpinionTable: Sendable {
  /// The name in JSON.
  public let key: String
  /// The title in the document, in French; may be empty.
  public let title: String
  let columns: [Column]
  var rows: [[Cell]] = []
  /// Rows that the document shows; JSON has them all.
  var mostShown = 6

  struct Column: Sendable {
    /// Empty for a column that only the document has.
    let key: String
    /// Empty for a column that only JSON has.
    let heading: String

    init(_ key: String, _ heading: String) {
      self.key = key
      self.heading = heading
    }
  }

  init(
    _ key: String, _ title: String, _ columns: [Column], _ rows: [[Cell]] = [], mostShown: Int = 6
  ) {
    self.key = key
    self.title = title
    self.columns = columns
    self.rows = rows
    self.mostShown = mostShown
  }
}

extension Cell {
  /// The value as French readers write it; a dash where it is unknown.
  var french: String {
    switch self {
    case .text(let text): ShownName.shortened(text, to: 300)
    case .code(let text): ShownName.shortened(text)
    case .codes(let names): ShownName.list(names, most: 4)
    case .whole(let number?): NumberText.whole(number)
    case .decimal(let number?, let decimals): NumberText.decimal(number, decimals)
    case .percent(let part, let whole): NumberText.percent(part, whole, .french)
    case .whole(nil), .decimal(nil, _): "–"
    }
  }

  var isNumber: Bool {
    switch self {
    case .text, .code, .codes: false
    case .whole, .decimal, .percent: true
    }
  }

  static func kilometres(_ metres: Double?) -> Cell {
    .decimal(metres.map { $0 / 1000 }, decimals: 1)
  }
}

/// Names as a document shows them: a file may hold names of any length.
enum ShownName {
  static func shortened(_ text: String, to longest: Int = 80) -> String {
    // Bytes are counted first: counting characters reads the whole text.
    guard text.utf8.count > longest, text.unicodeScalars.count > longest else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest - 1))) + "…"
  }

  /// The first few of a list, and how many more there are.
  static func list(_ names: [String], most: Int) -> String {
    let shown = names.prefix(most).map { shortened($0) }.joined(separator: ", ")
    guard names.count > most else { return shown }
    return shown + " et \(NumberText.count(names.count - most, "autre", "autres"))"
  }
}
