import Foundation
import Testing

/// Laws of `consolidate`, on random lists.
@Suite struct ConsolidateLawTests {
  /// What a sender says of a CPTS.
  struct Said: Equatable {
    let id: String
    let stage: String
    let codes: [String]
  }

  static let stages = ["projet", "lettre_intention", "projet_sante_valide", "aci_signe"]
  static let files = ["a.csv", "b", "c.csv"]
  static let people: [String: Int] = Dictionary(
    uniqueKeysWithValues: ThreeRegions.regions.flatMap { region in
      ThreeRegions.codes(region.1).enumerated().map { ($1, 101 + $0) }
    })

  static func region(_ code: String) -> String {
    ThreeRegions.regions.first { code.hasPrefix($0.1) }?.0 ?? ""
  }

  /// The key that weighs most; nil where none does alone.
  static func most(_ weights: [String: Int]) -> String? {
    let largest = weights.filter { $0.value == weights.values.max() }
    return largest.count == 1 ? largest.first?.key : nil
  }

  static func most(of codes: some Sequence<String>) -> String? {
    most(
      Dictionary(grouping: Set(codes), by: region).mapValues { $0.reduce(0) { $0 + people[$1]! } })
  }

  /// Three senders of random CPTS, some of which two declare: alike, or not where `contradict`.
  static func senders(_ random: inout SplitMix, contradict: Bool) -> [[Said]] {
    var senders: [[Said]] = [[], [], []]
    for number in 0..<10 {
      let home = random.int(in: 0...2)
      var codes = ThreeRegions.codes(ThreeRegions.regions[home].1)
      codes += ThreeRegions.codes(ThreeRegions.regions[(home + 1) % 3].1).prefix(2)
      random.shuffle(&codes)
      func said() -> Said {
        Said(
          id: "C\(number)", stage: stages[random.int(in: 0...3)],
          codes: codes.prefix(random.int(in: 1...5)).sorted())
      }
      let first = said()
      senders[home].append(first)
      if random.int(in: 0...1) == 0 { senders[(home + 1) % 3].append(contradict ? said() : first) }
    }
    return senders
  }

  /// Writes the lists: one file, a folder of two, communes in cells.
  static func write(_ senders: [[Said]], to scratch: Scratch) throws {
    try scratch.write(
      "a.csv", ThreeRegions.list(senders[0].map { ($0.id, "Nom \($0.id)", $0.stage, $0.codes) }))
    try scratch.write(
      "b/cpts.csv",
      "cpts_id,cpts_nom,stade\n"
        + senders[1].map { "\($0.id),Nom \($0.id),\($0.stage)\n" }.joined())
    try scratch.write(
      "b/perimetres.csv",
      "cpts_id,code\n"
        + senders[1].flatMap { said in said.codes.map { "\(said.id),\($0)\n" } }
        .joined())
    try scratch.write(
      "c.csv",
      "cpts_id;cpts_nom;stade;communes\n"
        + senders[2].map {
          "\($0.id);Nom \($0.id);\($0.stage);\($0.codes.joined(separator: ", "))\n"
        }.joined())
  }

  /// Tables of a consolidation, by name.
  private func tables(_ scratch: Scratch, _ output: String) throws -> [String: String] {
    var result: [String: String] = [:]
    for name in ["cpts", "perimetres", "arbitrages", "expediteurs", "anomalies"] {
      result[name] = try scratch.text("\(output)/\(name).csv")
    }
    return result
  }

  @Test(
    "lists that do not contradict each other give the figures of all files at once",
    arguments: 1...4)
  func figures(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let scratch = try Scratch.regions()
    try Self.write(Self.senders(&random, contradict: false), to: scratch)
    #expect(try scratch.consolidate(Self.files).code == 0)
    #expect(try scratch.arbitrations().values.allSatisfy { $0["nature"] != "cpts_en_double" })
    let all = ["a.csv", "b/cpts.csv", "b/perimetres.csv", "c.csv"]
    for (lists, output) in [
      (all, "r1"), (["out/cpts.csv", "out/perimetres.csv"], "r2"),
    ] {
      let outcome = try Command.run(
        ["report", "--units", "units.geojson", "--at", "2026-01-01", "--output", output]
          + lists.map { "--cpts=\($0)" }, in: scratch.folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    for name in ["couverture", "cpts", "communes", "chevauchements"] {
      #expect(
        try scratch.text("r1/\(name).csv") == scratch.text("r2/\(name).csv"), "\(seed) \(name)")
    }
    // The columns of sources disturb nobody.
    #expect(try !scratch.text("r2/anomalies.csv").contains("colonne_"))
  }

  @Test(
    "the order of the files changes nothing, and our own folder comes out as it went in",
    arguments: 5...7)
  func order(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let scratch = try Scratch.regions()
    try Self.write(Self.senders(&random, contradict: true), to: scratch)
    #expect(try scratch.consolidate(Self.files).code == 0)
    let first = try tables(scratch, "out")
    #expect(
      try scratch.consolidate(["c.csv", "a.csv", "b/"], "--jobs", "1", output: "o2").code == 0)
    #expect(try tables(scratch, "o2") == first)
    #expect(try scratch.consolidate(["out"], output: "again").code == 0)
    #expect(try scratch.arbitrations("again").isEmpty)
    for name in ["cpts", "perimetres"] {
      let (once, twice) = (
        try scratch.table("out/\(name).csv"), try scratch.table("again/\(name).csv")
      )
      #expect(once.header == twice.header)
      let sources = ["source_fichier", "source_ligne", "expediteur"]
      func bare(_ rows: CSVRows) -> [[String: String]] {
        rows.rows.map { $0.filter { !sources.contains($0.key) } }
      }
      #expect(bare(once) == bare(twice), "\(seed)")
    }
  }

  @Test(
    "rows are those that a plain comparison finds, and no row of a list is lost", arguments: 8...13)
  func oracle(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let senders = Self.senders(&random, contradict: true)
    let scratch = try Scratch.regions()
    try Self.write(senders, to: scratch)
    #expect(try scratch.consolidate(Self.files).code == 0)
    let rows = try scratch.arbitrations()
    let regions = senders.map { Self.most(of: $0.flatMap(\.codes)) }
    var expected: Set<String> = []
    var kept: [String: (said: Said, sender: Int)] = [:]
    for id in Set(senders.flatMap { $0.map(\.id) }) {
      let members = senders.indices.compactMap { place in
        senders[place].first { $0.id == id }.map { (said: $0, sender: place) }
      }
      let home = Self.most(of: members.flatMap(\.said.codes))
      let own = members.filter { home != nil && regions[$0.sender] == home }
      kept[id] = own.count == 1 ? own[0] : members[0]
      let rule = own.count == 1 ? "plus_de_population" : "aucune"
      for (field, differ) in [
        ("stade", Set(members.map(\.said.stage)).count > 1),
        ("communes", Set(members.map(\.said.codes)).count > 1),
      ] where differ {
        let key = "cpts_en_double:\(id):\(field)"
        expected.insert(key)
        #expect(rows[key]?["regle"] == rule, "\(seed) \(key)")
      }
      let reached = Set(kept[id]!.said.codes.map(Self.region))
      for region in reached where regions.contains(region) {
        guard !members.contains(where: { regions[$0.sender] == region }) else { continue }
        expected.insert("cpts_a_cheval:\(id):\(region)")
      }
    }
    for (one, left) in kept {
      for (other, right) in kept where one < other && left.sender != right.sender {
        let common = Set(left.said.codes).intersection(right.said.codes)
        if common.isEmpty { continue }
        let key = "commune_revendiquee:\(one):\(other)"
        expected.insert(key)
        #expect(rows[key]?["communes"] == common.sorted().joined(separator: "|"))
        #expect(rows[key]?["population"] == String(common.reduce(0) { $0 + Self.people[$1]! }))
      }
    }
    #expect(Set(rows.keys) == expected, "\(seed)")
    let territories = try scratch.territories()
    let stages = try scratch.table("out/cpts.csv")
    for (id, said) in kept {
      #expect(
        territories[id] == said.said.codes && stages.row("cpts_id", id)["stade"] == said.said.stage)
    }
    for said in senders.joined() {
      let told =
        rows["cpts_en_double:\(said.id):communes"]?["communes"]?.split(separator: "|") ?? []
      for code in said.codes {
        #expect(territories[said.id]?.contains(code) == true || told.contains(code[...]))
      }
    }
  }
}
