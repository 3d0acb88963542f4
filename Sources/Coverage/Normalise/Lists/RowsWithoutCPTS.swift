/// Rows that say that no CPTS covers their unit: `Hors CPTS`, `aucune`, `-`, `0`; or that it is not known
/// which: `à définir`. The one place where these words stand.
struct RowsWithoutCPTS {
  private struct Spelling {
    var count = 0
    let first: Int
    /// The first row that says more of a CPTS than that there is none.
    var described: Int?
  }

  /// How many rows have each spelling, and where it first stands.
  private var rows: [String: Spelling] = [:]

  private static let words: Set<String> = [
    "neant", "zone_blanche", "territoire_blanc", "sans_objet", "null", "none", "nan", "vide",
    "rien",
  ]
  /// Words that deny, and those that may stand behind them: `Pas de CPTS à ce jour`, `Hors territoire`.
  private static let denials: Set<String> = ["hors", "aucune", "aucun", "pas", "sans", "non"]
  private static let denied: Set<String> = [
    "cpts", "territoire", "territoires", "perimetre", "zone", "projet", "couvert", "couverte",
    "rattache", "rattachee", "affecte", "affectee", "concerne", "concernee", "identifie",
    "identifiee", "connu", "connue", "de", "du", "d", "la", "le", "l", "une", "un", "par", "a",
    "ce",
    "jour", "en", "pour", "instant", "actuellement", "encore", "couverts", "couvertes",
    "rattaches", "rattachees",
  ]

  /// Words that may stand before a denial: `Zone sans CPTS`.
  private static let places: Set<String> = [
    "commune", "communes", "zone", "zones", "territoire", "territoires", "secteur", "secteurs",
  ]

  private static func denies(_ text: String) -> Bool {
    var words = text.split(separator: "_").map { String($0) }
    if let first = words.first, places.contains(first) { words.removeFirst() }
    guard let first = words.first, denials.contains(first) else { return false }
    return words.dropFirst().allSatisfy(denied.contains)
  }

  /// Words that say that it is not known, or not settled.
  private static let unsettledWords: Set<String> = [
    "nc", "na", "n_a", "nd", "nr", "ns", "tbd", "non_renseigne", "non_renseignee", "non_communique",
    "a_definir", "a_determiner", "a_preciser", "a_completer", "a_renseigner", "a_confirmer",
    "a_venir", "a_voir", "a_creer", "en_attente", "en_cours", "en_cours_de_definition",
    "non_defini", "non_definie", "non_determine", "non_determinee", "indetermine", "indeterminee",
    "inconnu", "inconnue", "ne_sait_pas", "xxx", "xx", "nsp", "so", "zb", "autre", "autres",
    "divers", "a_pourvoir", "en_projet", "projet_en_cours", "projet_de_cpts", "en_creation",
    "en_cours_de_creation", "en_construction", "en_cours_de_construction", "en_constitution",
    "en_cours_de_constitution", "en_reflexion", "en_emergence", "en_preparation",
  ]
  /// What a spreadsheet leaves where it looked for a CPTS and found none; other errors are no answer.
  private static let notFound: Set<String> = ["#N/A", "#N/D", "#NA"]

  /// Whether a text is the name of no CPTS, whatever its row says besides.
  static func isNone(_ id: String) -> Bool {
    // Most names are longer, or begin with letters of their own.
    guard !id.isEmpty, id.utf8.count <= 40 else { return false }
    let text = folded(id)
    return text.isEmpty || words.contains(text) || denies(text) || isUnsettled(id)
  }

  private static func isUnsettled(_ id: String) -> Bool {
    var words = folded(id).split(separator: "_").map { String($0) }
    if words.count > 1, words[0] == "cpts" { words.removeFirst() }
    // `N.C.`, `n/c`.
    let text = words.joined(separator: words.allSatisfy { $0.count == 1 } ? "" : "_")
    return unsettledWords.contains(text) || unsettledWords.contains(folded(id))
      || notFound.contains(id.uppercased())
      || id.allSatisfy { "?.… ".contains($0) }
  }

  private static func isZero(_ id: String) -> Bool { id == "0" || id == "0.0" || id == "0,0" }

  /// Takes a row that names no CPTS.
  ///
  /// - Parameters:
  ///   - isNone: whether something else says so.
  ///   - areNumbers: whether the other CPTS have numbers for identifiers: `0` may then be one of them.
  mutating func takes(
    _ row: Int, of text: some AttributeRows, _ id: String, _ columns: CPTSColumns,
    _ isNone: Bool = false, areNumbers: () -> Bool = { true }
  ) -> Bool {
    let isZero = Self.isZero(id)
    guard isNone || isZero || Self.isNone(id) else { return false }
    let isDescribed = CPTSColumns.attributes.contains { role in
      let value = columns.value(role, row: row, of: text)
      guard !value.isEmpty else { return false }
      return StatedStage(value).map { $0.stage != .none } ?? !Self.isNone(value)
    }
    if isZero, isDescribed, areNumbers() { return false }
    var spelling = rows[id] ?? Spelling(first: row)
    spelling.count += 1
    if isDescribed, spelling.described == nil { spelling.described = row }
    rows[id] = spelling
    return true
  }

  /// A line for each spelling, not for each row: a list of all communes has thousands.
  func anomalies(of text: some AttributeRows) -> [Anomaly] {
    rows.sorted { $0.value.first < $1.value.first }.map { id, found in
      let isUnsettled = Self.isUnsettled(id)
      let isDoubtful = isUnsettled || found.described != nil
      return Anomaly(
        isDoubtful ? .warning : .information, .withoutCPTS, file: text.path,
        line: text.line(of: found.described ?? found.first), object: id,
        finding: Wording(
          fr: "\(found.count.inFrench("ligne", "lignes")) avec « \(id) » pour CPTS"
            + (found.described == nil ? "" : ", et pourtant un stade, une date ou un nom"),
          en: "\(found.count.inEnglish("row", "rows")) with “\(id)” as CPTS"
            + (found.described == nil ? "" : ", and yet a stage, a date or a name")),
        treatment: isDoubtful
          ? Wording(
            fr: "aucune CPTS n’y couvre l’unité ; si une la couvre, écrivez son nom",
            en: "no CPTS covers the unit there; if one does, write its name")
          : Wording(
            fr: "aucune CPTS n’y couvre l’unité", en: "no CPTS covers the unit there"))
    }
  }
}

extension RowsWithoutCPTS {
  /// What is told of a column whose name says that no CPTS covers its communes.
  static func column(_ column: Int, of rows: some AttributeRows) -> Anomaly {
    told(rows.header[column], file: rows.path, line: 1, Wording(fr: "la colonne", en: "the column"))
  }

  /// As for a column, for a sheet.
  static func sheet(_ name: String, file: String) -> Anomaly {
    told(name, file: file, line: nil, Wording(fr: "la feuille", en: "the sheet"))
  }

  private static func told(_ name: String, file: String, line: Int?, _ what: Wording) -> Anomaly {
    let isUnsettled = isUnsettled(name)
    let shown = ShownName.shortened(name)
    return Anomaly(
      isUnsettled ? .warning : .information, .withoutCPTS, file: file, line: line, object: name,
      finding: Wording(
        fr: "\(what.french) « \(shown) » n’est celle d’aucune CPTS",
        en: "\(what.english) “\(shown)” is that of no CPTS"),
      treatment: isUnsettled
        ? Wording(
          fr: "aucune CPTS n’y couvre l’unité ; si une la couvre, écrivez son nom",
          en: "no CPTS covers the unit there; if one does, write its name")
        : Wording(fr: "aucune CPTS n’y couvre l’unité", en: "no CPTS covers the unit there"))
  }
}

extension AttributeRows {
  /// Whether a column has numbers alone, and one at least beside zero.
  ///
  /// - Complexity: O(rows).
  func holdsNumbers(_ column: Int) -> Bool {
    var isFound = false
    for row in 0..<rowCount {
      let text = value(row: row, column: column)
      if RowsWithoutCPTS.isNone(text) || text.isEmpty { continue }
      guard let number = decimalNumber(text) else { return false }
      isFound = isFound || number != 0
    }
    return isFound
  }
}
