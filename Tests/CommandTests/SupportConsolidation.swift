import Testing

/// Three regions of eight square communes in a row each: `84` (01001 to 01008), `27` (21001 to 21008) and `93`
/// (04001 to 04008). A commune has 100 people, and as many more as its number in its region.
enum ThreeRegions {
  static let regions = [("84", "01"), ("27", "21"), ("93", "04")]

  static func codes(_ department: String) -> [String] { (1...8).map { "\(department)00\($0)" } }

  static let units: String = {
    let features = regions.enumerated().flatMap { row, region in
      codes(region.1).enumerated().map { column, code in
        let square = Square(code, "Commune \(code)", "\(101 + column)", column: column, row: row)
        return square.feature.replacing(
          "\"reg\":\"\(square.region)\"", with: "\"reg\":\"\(region.0)\"")
      }
    }
    return World.collection(features)
  }()

  static let header = "cpts_id,cpts_nom,stade,code_commune\n"

  /// A list of CPTS that have a name, a stage, and communes.
  static func list(_ cpts: [(id: String, name: String, stage: String, codes: [String])]) -> String {
    header
      + cpts.flatMap { cpts in
        cpts.codes.map { "\(cpts.id),\(cpts.name),\(cpts.stage),\($0)\n" }
      }.joined()
  }
}

extension Scratch {
  /// A folder with the units of three regions.
  static func regions() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("units.geojson", ThreeRegions.units)
    return scratch
  }

  /// Two senders: one of region 84 and one of region 27, whose lists contradict each other in nothing.
  static func twoSenders() throws -> Scratch {
    let scratch = try Scratch.regions()
    try scratch.write(
      "ara.csv",
      ThreeRegions.list([
        ("A1", "CPTS Amont", "aci_signe", ["01001", "01002"]),
        ("A2", "CPTS Aval", "lettre_intention", ["01003"]),
      ]))
    try scratch.write(
      "bfc.csv",
      ThreeRegions.list([("B1", "CPTS Bois", "projet", ["21001", "21002", "21003"])]))
    return scratch
  }

  /// What `consolidate` makes of one list from region 84 and another from region 27.
  static func sent(
    _ first: String, _ second: String
  ) throws -> (Scratch, [String: [String: String]]) {
    let scratch = try Scratch.regions()
    try scratch.write("ara.csv", first)
    try scratch.write("bfc.csv", second)
    let outcome = try scratch.consolidate(["ara.csv", "bfc.csv"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    return (scratch, try scratch.arbitrations())
  }

  @discardableResult
  func consolidate(
    _ files: [String], _ more: String..., output: String = "out", language: String = "fr_FR.UTF-8"
  ) throws -> Outcome {
    let arguments = ["consolidate"] + files + ["--units", "units.geojson", "--output", output]
    return try Command.run(
      arguments + (more.contains("--at") ? [] : ["--at", "2026-01-01"]) + more, in: folder,
      language: language)
  }

  /// The rows of `arbitrages.csv` by key.
  func arbitrations(_ output: String = "out") throws -> [String: [String: String]] {
    Dictionary(
      uniqueKeysWithValues: try table(output + "/arbitrages.csv").rows.map {
        ($0["arbitrage"] ?? "", $0)
      })
  }

  /// The communes of each CPTS of a consolidation, by code.
  func territories(_ output: String = "out") throws -> [String: [String]] {
    Dictionary(grouping: try table(output + "/perimetres.csv").rows, by: { $0["cpts_id"] ?? "" })
      .mapValues { $0.map { $0["code_commune"] ?? "" } }
  }
}
