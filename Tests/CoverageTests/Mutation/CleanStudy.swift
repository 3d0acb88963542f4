@testable import Coverage

/// A small study without any defect, as text files that a mutation can damage.
///
/// Forty-eight square communes in three departments, eight columns by six rows; four CPTS of two columns
/// each, of which some communes are white.
struct CleanStudy {
  /// `cpts,stade,code,commune,dep`: the first row is at line 2.
  var list: [[String]]
  var listHeader = ["cpts", "stade", "code", "commune", "dep"]
  /// `COM,PMUN`: the first row is at line 2.
  var people: [[String]]
  /// What stands above the header of the list, line by line.
  var titles: [String] = []
  var mergesSimilar = false
  var usesMovements = false
  var separator = ","
  var lineEnding = "\n"
  /// Bytes of a text as the program that saved it would write them.
  var encode: @Sendable (String) -> [UInt8] = { Array($0.utf8) }

  static let columns = 8
  static let rows = 6

  /// Code of the commune in a column and a row.
  static func code(_ column: Int, _ row: Int) -> String {
    let department = column < 3 ? "01" : column < 6 ? "2A" : "26"
    let number = column * rows + row + 1
    return department + String(repeating: "0", count: number < 10 ? 2 : 1) + String(number)
  }

  static func name(_ column: Int, _ row: Int) -> String {
    // Two communes far from each other share a name.
    if (column, row) == (0, 2) || (column, row) == (7, 5) { return "Saint-Martin-le-Vieux" }
    let first = ["Aubigny", "Brévans", "Cormeilles", "Duravel", "Étréchy", "Flavigny"][row]
    let second = ["Bois", "Pré", "Mont", "Val", "Lac", "Pont", "Gué", "Puy"][column]
    return "\(first)-le-\(second)"
  }

  static let names = ["CPTS Grand Lac", "CPTS Haute Vallée", "CPTS Plaine Sud", "CPTS Mont Rouge"]
  static let stages = ["aci_signe", "lettre_intention", "projet_sante_valide", "projet"]

  init() {
    list = []
    people = []
    for column in 0..<Self.columns {
      for row in 0..<Self.rows {
        let code = Self.code(column, row)
        people.append([code, String(100 + 37 * column + 11 * row)])
        if (column + row) % 7 == 6 { continue }
        list.append([
          Self.names[column / 2], Self.stages[column / 2], code, Self.name(column, row),
          code.hasPrefix("2A") ? "2A" : String(code.prefix(2)),
        ])
      }
    }
  }

  static var units: String {
    mapText(
      (0..<columns * rows).map { index in
        let (column, row) = (index / rows, index % rows)
        let (code, name) = (code(column, row), name(column, row))
        return (
          #""code":"\#(code)","nom":"\#(name)","population":"1","dep":"\#(code.prefix(2))""#,
          rectangleText(
            Double(50 + column) / 10, Double(440 + row) / 10, Double(51 + column) / 10,
            Double(441 + row) / 10)
        )
      })
  }

  /// 01901 merged into 01003 in 2016; 26900 was given the code 26045 in 2019; 01902 was divided into
  /// 01007 and 01008 in 2010.
  static let movements = """
    MOD,DATE_EFF,TYPECOM_AV,COM_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,LIBELLE_AP
    32,2016-01-01,COM,01901,Ancienne,COM,01003,Neuve
    32,2016-01-01,COM,01003,Neuve,COM,01003,Neuve
    41,2019-01-01,COM,26900,Loin,COM,26045,Loin
    21,2010-01-01,COM,01902,Jadis,COM,01007,Ouest
    21,2010-01-01,COM,01902,Jadis,COM,01008,Est

    """

  /// What a study finds: figures as text, and row anomalies as `rule line`.
  struct Outcome {
    let figures: [String]
    let anomalies: [String: Int]
  }

  func outcome(in scratch: Scratch) async throws -> Outcome {
    func text(_ header: [String], _ rows: [[String]], below titles: [String] = []) -> [UInt8] {
      encode(
        (titles + ([header] + rows).map { $0.joined(separator: separator) })
          .joined(separator: lineEnding) + lineEnding)
    }
    var settings = StudySettings()
    settings.units = try scratch.file("u.geojson", Self.units).file
    settings.cpts = [try scratch.file("l.csv", text(listHeader, list, below: titles)).file]
    settings.population = [try scratch.file("p.csv", text(["COM", "PMUN"], people)).file]
    settings.mergeSimilar = mergesSimilar
    if usesMovements { settings.movements = try scratch.file("m.csv", Self.movements).file }
    let options = try StudyOptions(settings, today: CivilDate(year: 2026, month: 1, day: 1)!)
    let study = try await Study.run(options)
    let rows = study.anomalies.filter { $0.rule != .yearOfCodes }
    return Outcome(
      figures: study.coverage.map { area in
        "\(area.level) \(area.code) "
          + Stage.allCases.map { String(area.breakdown[$0]) }.joined(separator: " ")
      },
      anomalies: Dictionary(
        rows.map { ("\($0.rule.rawValue) \($0.line ?? 0)", 1) }, uniquingKeysWith: +))
  }
}
