import GeoKernel

/// What one row of a plan asks for, as written.
public struct PlanRow: Sendable {
  /// Line of the file; 0 for a row that the search proposes.
  public internal(set) var line = 0
  /// Id of a white zone; empty for none.
  public internal(set) var zone = ""
  /// Id of a sector; empty for none.
  public internal(set) var sector = ""
  /// Code of a commune; empty for none.
  public internal(set) var commune = ""
  /// A word of `PlanAction`, in any spelling.
  public internal(set) var action = ""
  /// Id of the CPTS.
  public internal(set) var cpts = ""
  /// Name of a CPTS to create; empty for none.
  public internal(set) var name = ""
  /// A stage in any usual spelling; empty for none.
  public internal(set) var stage = ""
  /// The CPTS to come that a temporary extension mentors, by id or name; empty for none.
  public internal(set) var mentored = ""
  /// The last day of that mentoring, in any usual spelling; empty for none.
  public internal(set) var mentoringEnd = ""

  /// That day as every file writes one, empty where the text says that there is none; the text where it is no
  /// day for certain.
  var mentoringEndInWords: String {
    switch WrittenDate(mentoringEnd).reading {
    case .day(let day), .interpreted(let day, _): day.description
    case .absent: ""
    default: mentoringEnd
    }
  }
}

/// What a plan can do. The raw value is the word in the file.
public enum PlanAction: String, CaseIterable, Sendable {
  /// A new CPTS takes the place.
  case creation
  /// A CPTS takes the place.
  case extending = "extension"
  /// A CPTS takes the place until it has its own, which it mentors.
  case temporaryExtending = "extension_temporaire"
  /// A CPTS gives the place up.
  case withdrawal = "retrait"
  /// A CPTS reaches a stage.
  case stage = "stade"
  /// A CPTS ends.
  case end = "fin"

  /// Whether a row must say where.
  var needsPlace: Bool { self != .stage && self != .end }
}

/// A plan: a CSV with the columns `zone`, `secteur` or `commune` (a commune beside one of the others means
/// what of it is there),
/// `action`, `cpts_id` and, where wanted, `stade`, `cpts_nom`, `cpts_a_venir` and `date_fin_mentorat`. Other
/// columns are told.
struct PlanFile: Sendable {
  let path: String
  /// As the settings have it.
  let input: String
  let header: [String]
  let rows: [PlanRow]
  /// Columns of which nothing is used.
  let unused: [UnusedColumn]

  /// More rows than France has communes, thrice.
  static let mostRows = 100_000

  /// - Throws: where a column is missing, or there are more rows than any plan has.
  init(_ input: InputPath) throws(InputFault) {
    try self.init(try DelimitedText.read(input))
  }

  init(_ text: DelimitedText) throws(InputFault) {
    (path, input) = (text.path, text.input)
    header = text.header
    let columns = try PlanColumns(text)
    guard text.rowCount <= Self.mostRows else {
      throw InputFault(
        path: text.path,
        problem: Wording(
          fr: "plus de \(Self.mostRows) lignes dans un plan",
          en: "more than \(Self.mostRows) rows in a plan"),
        cure: Wording(fr: "donnez une ligne par action", en: "give a row an action"))
    }
    rows = (0..<text.rowCount).map { columns.row($0, of: text) }
    unused = UnusedColumn.all(in: text, isUsed: columns.used.contains)
    for row in rows { try CPTSID(row.cpts).refuseSeparator(path: path, line: row.line) }
  }
}

/// Which columns of a plan say what.
private struct PlanColumns {
  let zone, sector, commune, name, stage, mentored, mentoringEnd: Int?
  let action, cpts: Int

  var used: Set<Int> {
    Set(
      [zone, sector, commune, name, stage, mentored, mentoringEnd, action, cpts].compactMap { $0 })
  }

  init(_ text: DelimitedText) throws(InputFault) {
    let plain = text.header.map { folded($0) }
    func first(_ names: [String]) throws(InputFault) -> Int? {
      for name in names {
        let found = plain.indices.filter { plain[$0] == name }
        guard found.count < 2 else {
          throw InputFault(
            path: text.path, line: 1,
            problem: Wording(
              fr: "deux colonnes « \(name) »", en: "two columns “\(name)”"),
            cure: Wording(
              fr: "gardez-en une : un plan a une action par ligne",
              en: "keep one of them: a plan has an action a row"))
        }
        if let only = found.first { return only }
      }
      return nil
    }
    func required(_ names: [String]) throws(InputFault) -> Int {
      if let column = try first(names) { return column }
      throw InputFault(
        path: text.path, line: 1,
        problem: Wording(
          fr: "aucune colonne « \(names[0]) » parmi : \(text.header.joined(separator: ", "))",
          en: "no column “\(names[0])” among: \(text.header.joined(separator: ", "))"),
        cure: Wording(
          fr: "un plan a les colonnes zone, secteur ou commune, action, cpts_id, stade",
          en: "a plan has the columns zone, secteur or commune, action, cpts_id, stade"))
    }
    zone = try first(["zone"])
    sector = try first(["secteur"])
    commune = try first(["commune"] + FieldRole.unitCode.recognisedNames)
    name = try first(["cpts_nom", "nom_cpts"])
    stage = try first(FieldRole.stage.recognisedNames)
    mentored = try first(["cpts_a_venir"])
    mentoringEnd = try first(["date_fin_mentorat", "fin_mentorat"])
    action = try required(["action"])
    cpts = try required(FieldRole.cptsID.recognisedNames)
    if zone == nil && sector == nil && commune == nil, !Self.namesNoPlace(text, action) {
      _ = try required(["zone"])
    }
  }

  /// Whether every action is of a CPTS as a whole, and needs no place.
  private static func namesNoPlace(_ text: DelimitedText, _ action: Int) -> Bool {
    let wholes: Set = [PlanAction.stage.rawValue, PlanAction.end.rawValue]
    return text.rowCount > 0
      && (0..<text.rowCount).allSatisfy {
        wholes.contains(folded(text.text(row: $0, column: action)))
      }
  }

  func row(_ row: Int, of text: DelimitedText) -> PlanRow {
    func value(_ column: Int?) -> String { column.map { text.text(row: row, column: $0) } ?? "" }
    return PlanRow(
      line: Int(text.lines[row]), zone: value(zone), sector: value(sector), commune: value(commune),
      action: value(action), cpts: value(cpts), name: value(name), stage: value(stage),
      mentored: value(mentored), mentoringEnd: value(mentoringEnd))
  }
}
