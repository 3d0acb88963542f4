import Testing

@testable import Coverage

/// A user's own pack: each mistake is told with its line, what is wrong, and what to write.
struct RuleFaultTests {
  static let lines = """
    kind: pack
    name: Mon ACI
    valid_from: 2024-01-01
    source: Texte
    sizes:
      near_percent: 2
      convention: aucune
      bounds:
        - {people: 40000, class_on_bound: 2, source: a}
        - {people: 80000, class_on_bound: 3, source: b}
    amounts:
      - name: Fonctionnement
        euros: [10, 20, 30]
        counts: total
        source: c
      - name: Accueil
        euros: [1, 2, 3]
        counts: supplementary
        source: d
    totals:
      euros: [10, 20, 30]
      source: e
    """

  @Test("a pack without mistake is read")
  func sound() throws {
    guard case .pack(let pack) = try RuleFile.read(Array(Self.lines.utf8), path: "p.yml") else {
      Issue.record("no pack")
      return
    }
    #expect(pack.sizes.classCount == 3)
    #expect(pack.yearlyTotal(people: 80_000) == 30)
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      ("kind: pack", "kind: packet", 1, "value “packet”"),
      ("kind: pack", "", 2, "“kind:” is missing"),
      ("name: Mon ACI", "title: Mon ACI", 2, "unknown key “title”"),
      ("valid_from: 2024-01-01", "valid_from: 2024-02-30", 3, "date “2024-02-30”"),
      ("source: Texte", "", 1, "“source:” is missing"),
      ("source: Texte", "source:", 4, "no value"),
      (
        "people: 80000, class_on_bound: 3", "people: 40000, class_on_bound: 3", 10,
        "the bounds do not ascend: 40000, then 40000"
      ),
      (
        "people: 80000, class_on_bound: 3", "people: 80000, class_on_bound: 1", 10,
        "“1” is no whole number from 2 to 3"
      ),
      (", source: b", "", 10, "“source:” is missing"),
      (
        "euros: [1, 2, 3]", "euros: [1, -2, 3]", 17,
        "“-2” is no whole number from 0 to 1000000000"
      ),
      (
        "euros: [1, 2, 3]", "euros: [1, 2 000, 3]", 17,
        "“2 000” is no whole number from 0 to 1000000000"
      ),
      (
        "euros: [1, 2, 3]", "euros: [1, 2, 99999999999999999999]", 17,
        "“99999999999999999999” is no whole number from 0 to 1000000000"
      ),
      ("euros: [1, 2, 3]", "euros: [1, 2]", 17, "2 amounts for 3 size classes"),
      ("counts: supplementary", "counts: extra", 18, "value “extra”"),
      (
        "euros: [10, 20, 30]\n    counts", "euros: [10, unknown, 30]\n    counts", 21,
        "size 2: the amounts make unknown, the total says 20"
      ),
      (
        "valid_from: 2024-01-01", "valid_from: 2024-01-01\nsuperseded_on: 2024-01-01", 1,
        "superseded_on (2024-01-01) is not after valid_from (2024-01-01)"
      ),
      (
        "counts: supplementary", "counts: total", 21,
        "size 1: the amounts make 11, the total says 10"
      ),
      ("source: d", "", 16, "“source:” is missing"),
      ("name: Mon ACI", "name: &x Mon ACI", 2, "a YAML anchor or alias (& or *)"),
      ("name: Mon ACI", "name: Mon ACI\nname: Autre", 2, "malformed YAML, or a key twice"),
    ])
  func faults(_ found: String, _ replacement: String, line: Int, problem: String) {
    let text = Self.lines.replacing(found, with: replacement)
    #expect(text != Self.lines)
    let fault = #expect(throws: InputFault.self) {
      try RuleFile.read(Array(text.utf8), path: "p.yml")
    }
    #expect(fault?.problem.english == problem)
    #expect(fault?.line == line)
    #expect(fault?.path == "p.yml")
    #expect(fault?.cure.english.isEmpty == false)
  }

  @Test("bytes of every kind give a fault, and never stop the program")
  func hostile() {
    var random = SplitMix(seed: 5)
    let sound = Array(Self.lines.utf8)
    for _ in 0..<400 {
      var bytes = sound
      for _ in 0..<random.int(in: 1...6) {
        bytes[random.int(in: 0...bytes.count - 1)] = UInt8(random.int(in: 0...255))
      }
      _ = try? RuleFile.read(bytes, path: "p.yml")
    }
    for text in ["", "[]", "a", "- kind: pack", "kind: [pack]", "{", "\u{0}", "kind: pack"] {
      #expect(throws: InputFault.self) { try RuleFile.read(Array(text.utf8), path: "p.yml") }
    }
  }
}
