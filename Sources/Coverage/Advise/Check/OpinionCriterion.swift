/// What a criterion finds. The raw value is the word in every file.
enum OpinionFinding: String, CaseIterable, Sendable {
  case favourable = "favorable"
  case toExamine = "à examiner"
  /// Only where the rule of a text is broken.
  case againstRule = "contraire à une règle"
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
struct OpinionCriterion: Sendable {
  /// What is looked at, in the order of the opinion. The raw value is the name in every file.
  enum Kind: String, CaseIterable, Sendable {
    case overlap = "chevauchement"
    case contiguity = "continuite"
    case whiteZones = "zones_blanches"
    case size = "taille"
    case livingAreas = "bassins_de_vie"
    case intercommunalities = "epci"
    case limits = "limites_administratives"
    case compactness = "compacite"
    case codes
    case population
  }

  let kind: Kind
  let finding: OpinionFinding
  /// Why, in one plain French sentence or two.
  let reason: String
  var figures: [OpinionFigure] = []
  var tables: [OpinionTable] = []
  /// What else a reader must know: thresholds that are the tool's own, what is set apart.
  var notes: [String] = []
}

/// A number with its name, for scripts and for people.
struct OpinionFigure: Sendable {
  /// The name in JSON.
  let key: String
  /// The name in the document, with the unit.
  let label: String
  let value: Cell

  init(_ key: String, _ label: String, _ value: Cell) {
    self.key = key
    self.label = label
    self.value = value
  }
}

/// Communes, CPTS or zones by name, with their figures.
struct OpinionTable: Sendable {
  /// The name in JSON.
  let key: String
  let title: String
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
