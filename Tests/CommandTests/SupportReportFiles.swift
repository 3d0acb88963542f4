/// The CSV files and the summary of a report, with which its pages are computed again, and a formatter of its own:
/// nothing of the library is in it.
struct ReportFiles {
  let tables: [String: CSVRows]
  let summary: JSONValue
  private let cptsRows: [String: [String: String]]
  private let communeRows: [String: [String: String]]
  private let optionRows: [String: [[String: String]]]
  private let shareRows: [String: [[String: String]]]
  private let areaNames: [String: String]
  let regionOfDepartment: [String: String]

  static let names = [
    "chevauchements", "communes", "conciliations", "couverture", "cpts", "options",
    "options_communes", "secteurs", "zones_blanches", "zones_blanches_voisins",
  ]

  init(_ table: (String) throws -> CSVRows, _ summary: JSONValue) throws {
    let tables = try Dictionary(uniqueKeysWithValues: Self.names.map { ($0, try table($0)) })
    self.tables = tables
    self.summary = summary
    func rows(_ name: String) -> [[String: String]] { tables[name]?.rows ?? [] }
    // What borders a study without being of it is in the tables of neighbours and of sectors alone.
    let names = Dictionary(
      rows("secteurs").flatMap { row in
        Array(zip(Self.parts(row["voisins"]), Self.parts(row["noms_voisins"])))
      }, uniquingKeysWith: { first, _ in first })
    var cpts = Dictionary(
      rows("zones_blanches_voisins").map { row in
        (
          row["cpts_id"] ?? "",
          row.merging([
            "population": row["population_cpts"] ?? "", "taille": row["taille_avant"] ?? "",
            "cpts_nom": names[row["cpts_id"] ?? ""] ?? "?",
          ]) { $1 }
        )
      }, uniquingKeysWith: { first, _ in first })
    cpts.merge(rows("cpts").map { ($0["cpts_id"] ?? "", $0) }) { $1 }
    cptsRows = cpts
    communeRows = Dictionary(uniqueKeysWithValues: rows("communes").map { ($0["code"] ?? "", $0) })
    optionRows = Dictionary(grouping: rows("options")) { $0["secteur"] ?? "" }
    shareRows = Dictionary(grouping: rows("options_communes")) {
      "\($0["secteur"] ?? "")/\($0["option"] ?? "")"
    }
    areaNames = Dictionary(
      rows("couverture").map { ("\($0["niveau"] ?? "")/\($0["code"] ?? "")", $0["nom"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    regionOfDepartment = Dictionary(
      rows("communes").map { ($0["dep"] ?? "", $0["reg"] ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  func rows(_ table: String) -> [[String: String]] { tables[table]?.rows ?? [] }
  func options(of sector: String) -> [[String: String]] { optionRows[sector] ?? [] }
  func shares(of sector: String, _ option: String) -> [[String: String]] {
    shareRows["\(sector)/\(option)"] ?? []
  }

  // MARK: Names

  func cpts(_ id: String) -> [String: String] { cptsRows[id] ?? [:] }

  func name(ofCPTS id: String) -> String {
    if id == "(nouvelle)" { return "CPTS nouvelle" }
    let name = cpts(id)["cpts_nom"] ?? "?"
    return name == id ? Self.cut(id, 48) : "\(Self.cut(name, 48)) (\(Self.cut(id, 24)))"
  }

  func name(ofCommune code: String, _ name: String? = nil) -> String {
    let name = name ?? communeRows[code]?["nom"] ?? "?"
    return name.isEmpty ? code : "\(code) \(Self.cut(name, 30))"
  }

  func department(_ code: String) -> String {
    code.isEmpty ? "sans département" : area("departement", code)
  }
  /// An EPCI by its code and name.
  func intercommunality(_ code: String) -> String {
    let name = areaNames["epci/\(code)"] ?? ""
    return "l’EPCI \(code)" + (name.isEmpty || name == code ? "" : " \(Self.cut(name, 48))")
  }
  /// What borders a study of one area is in no table of places.
  private static let beyond = ["departement/01": "Ain"]
  func region(_ code: String) -> String { code.isEmpty ? "sans région" : area("region", code) }
  private func area(_ level: String, _ code: String) -> String {
    let name = areaNames["\(level)/\(code)"] ?? Self.beyond["\(level)/\(code)"] ?? ""
    return name.isEmpty || name == code ? code : "\(code) \(name)"
  }

  func stage(_ key: String) -> String {
    [
      "aucun": "Aucune CPTS", "projet": "Projet", "lettre_intention": "Lettre d’intention",
      "projet_sante_valide": "Projet de santé validé", "aci_signe": "ACI signé",
    ][key] ?? "?"
  }

  // MARK: Figures

  static func cut(_ text: String, _ longest: Int) -> String {
    text.unicodeScalars.count <= longest
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest - 1))) + "…"
  }

  /// `12345` as `12 345`, apart by a narrow space that does not break.
  static func whole(_ text: String) -> String {
    var result = ""
    for (place, digit) in text.enumerated() {
      if place > 0, (text.count - place) % 3 == 0, result != "-" { result += "\u{202F}" }
      result.append(digit)
    }
    return result
  }

  static func signed(_ text: String) -> String {
    guard let number = Int(text) else { return "inconnu" }
    return (number > 0 ? "+" : number < 0 ? "−" : "") + whole(String(number.magnitude))
  }

  static func decimal(_ number: Double, _ decimals: Int) -> String {
    let scale = [1.0, 10, 100, 1000][decimals]
    let scaled = Int((number * scale).rounded(.toNearestOrAwayFromZero))
    if decimals == 0 { return whole(String(scaled)) }
    let digits = String(scaled % Int(scale))
    let zeros = String(repeating: "0", count: decimals - digits.count)
    return "\(whole(String(scaled / Int(scale)))),\(zeros)\(digits)"
  }

  static func measured(_ number: Double) -> String {
    decimal(number, number >= 99.95 ? 0 : number >= 9.995 ? 1 : number >= 0.9995 ? 2 : 3)
  }

  /// People of a cell, and whether a population is missing in them.
  static func people(_ cell: String, isShort: Bool) -> String {
    cell.isEmpty ? "inconnu" : (isShort ? "au moins " : "") + whole(cell)
  }

  static func people(_ row: [String: String]) -> String {
    people(row["population"] ?? "", isShort: (Int(row["unites_sans_population"] ?? "") ?? 0) > 0)
  }

  /// People of several rows together.
  static func people(of rows: [[String: String]]) -> String {
    let known = rows.compactMap { Int($0["population"] ?? "") }
    if known.isEmpty, !rows.isEmpty { return "inconnu" }
    let isShort =
      known.count < rows.count
      || rows.contains { (Int($0["unites_sans_population"] ?? "") ?? 0) > 0 }
    return people(String(known.reduce(0, +)), isShort: isShort)
  }

  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(whole(String(number))) \(number < 2 ? one : many)"
  }

  static func list(_ items: [String], _ most: Int) -> String {
    let shown = items.prefix(most).joined(separator: ", ")
    return items.count > most
      ? "\(shown) et \(count(items.count - most, "autre", "autres"))" : shown
  }

  static func parts(_ cell: String?) -> [String] {
    guard let cell, !cell.isEmpty else { return [] }
    return cell.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: The summary

  func option(_ name: String) -> String { summary["options"][name].string ?? "" }
  var lowest: String { option("white_below") }
  var title: String {
    let title = summary["titre"].string ?? ""
    return title.isEmpty ? "Couverture par les CPTS" : Self.cut(title, 90)
  }

  var caution: String {
    let made = title.lowercased().contains("fictiv")
    return "Avis indicatif : cette fiche prépare une décision, elle ne la prend pas. "
      + "Situation au \(option("at"))."
      + (made ? " Données fictives : aucun chiffre ne concerne une CPTS réelle." : "")
  }

  var sources: String {
    let rules = summary["options_zones_blanches"]["regles"]
    let warning = rules["avertissement"].string.map { " \($0)." } ?? ""
    return
      "Sources : instruction n° DGOS/DIR/CNAM/2019/218 du 9 octobre 2019 ; plan « 100 % CPTS » de 2023 ; "
      + "tailles et montants : « \(Self.cut(rules["nom"].string ?? "?", 80)) ».\(warning) Population : "
      + "\(Self.cut(summary["population"]["source"].string ?? "?", 300)). Les fichiers CSV du rapport ont "
      + "tous les chiffres, resume.json les fichiers lus."
  }
}

extension JSONValue {
  /// nil for what is no text.
  var string: String? { if case .text(let text) = self { text } else { nil } }
}
