/// What a rule file holds.
enum RuleFile {
  case pack(RulePack)
  case simulation(RuleSimulation)

  /// - Throws: `InputFault` with the line of a value that cannot be, and its cure.
  /// - Complexity: O(bytes); files of more than 256 KiB are refused.
  static func read(_ bytes: [UInt8], path: String) throws(InputFault) -> RuleFile {
    let root = try RuleNode.root(bytes, path: path)
    let kind = try root.kind()
    return kind == "simulation"
      ? .simulation(try RuleSimulation(root)) : .pack(try RulePack(root))
  }
}

extension RuleNode {
  fileprivate func kind() throws(InputFault) -> String {
    guard let kind = node.mapping?["kind"] else {
      throw fault(
        Wording(fr: "il manque « kind: »", en: "“kind:” is missing"), ["kind: pack"])
    }
    return try RuleNode(path: path, node: kind).choice(["pack", "simulation"])
  }
}

extension RuleSimulation {
  fileprivate init(_ root: RuleNode) throws(InputFault) {
    let keys = try root.mapping(["kind", "name", "proposed_in", "source", "observation_years"])
    name = try keys["name"].text()
    proposedIn = try keys["proposed_in"].whole(in: 1900...2200)
    source = try keys["source"].text()
    observationYears = try keys["observation_years"].whole(in: 1...50)
  }
}

extension RulePack {
  fileprivate init(_ root: RuleNode) throws(InputFault) {
    let keys = try root.mapping(
      ["kind", "name", "valid_from", "source", "sizes", "amounts", "totals"],
      optional: ["notes", "signed_on", "published_on", "superseded_on"])
    name = try keys["name"].text()
    let from = try keys["valid_from"].date()
    let end = try keys.optional("superseded_on")?.date()
    if let end, end <= from {
      throw root.fault(
        Wording(
          fr: "superseded_on (\(end)) n’est pas après valid_from (\(from))",
          en: "superseded_on (\(end)) is not after valid_from (\(from))"),
        ["valid_from: 2019-08-25", "superseded_on: 2021-12-20"])
    }
    (validFrom, supersededOn) = (from, end)
    signedOn = try keys.optional("signed_on")?.date()
    publishedOn = try keys.optional("published_on")?.date()
    source = try keys["source"].text()
    var notes: [String] = []
    for note in try keys.optional("notes")?.items() ?? [] { notes.append(try note.text()) }
    self.notes = notes
    let sizes = try SizeRule(keys["sizes"])
    self.sizes = sizes
    var amounts: [Amount] = []
    for item in try keys["amounts"].items() {
      amounts.append(try Amount(item, classCount: sizes.classCount))
    }
    self.amounts = amounts
    let printed = try keys["totals"].mapping(["euros", "source"])
    totals = try printed["euros"].euros(classCount: sizes.classCount)
    totalsSource = try printed["source"].text()
    try Self.check(totals, amounts, printed["euros"])
  }

  /// The amounts must make the totals that the text prints: a mistyped amount is found by it. A sum with an
  /// unknown is unknown.
  private static func check(
    _ totals: [Int?], _ amounts: [Amount], _ node: RuleNode
  ) throws(InputFault) {
    func shown(_ number: Int?) -> String { number.map(String.init) ?? RuleNode.unknown }
    for (index, total) in totals.enumerated() {
      let sum = amounts.filter(\.countsInTotal).reduce(0 as Int?) { sum, amount in
        sum.flatMap { sum in amount.euros[index].map { sum + $0 } }
      }
      guard sum != total else { continue }
      throw node.fault(
        Wording(
          fr: "taille \(index + 1) : les montants font \(shown(sum)), le total dit \(shown(total))",
          en: "size \(index + 1): the amounts make \(shown(sum)), the total says \(shown(total))"),
        [shown(sum), "counts: supplementary"])
    }
  }
}

extension RulePack.Amount {
  fileprivate init(_ node: RuleNode, classCount: Int) throws(InputFault) {
    let keys = try node.mapping(["name", "euros", "counts", "source"], optional: ["optional"])
    name = try keys["name"].text()
    euros = try keys["euros"].euros(classCount: classCount)
    countsInTotal = try keys["counts"].choice(["total", "supplementary"]) == "total"
    isOptional = try keys.optional("optional")?.choice(["true", "false"]) == "true"
    source = try keys["source"].text()
  }
}

extension RuleNode {
  /// One amount a size class.
  fileprivate func euros(classCount: Int) throws(InputFault) -> [Int?] {
    let items = try items()
    guard items.count == classCount else {
      throw fault(
        Wording(
          fr: "\(items.count) montants pour \(classCount) tailles",
          en: "\(items.count) amounts for \(classCount) size classes"),
        ["euros: [50000, 60000, 75000, 90000]"])
    }
    var euros: [Int?] = []
    for item in items { euros.append(item.isUnknown ? nil : try item.whole()) }
    return euros
  }
}

extension SizeRule {
  private static let mostBounds = 8

  fileprivate init(_ node: RuleNode) throws(InputFault) {
    let keys = try node.mapping(["near_percent", "convention", "bounds"])
    nearPercent = try keys["near_percent"].whole(in: 0...50)
    convention = try keys["convention"].text()
    let items = try keys["bounds"].items()
    guard items.count <= Self.mostBounds else {
      throw keys["bounds"].fault(
        Wording(fr: "\(items.count) bornes", en: "\(items.count) bounds"),
        ["\(Self.mostBounds) au plus"])
    }
    var bounds: [Bound] = []
    for (index, item) in items.enumerated() {
      let bound = try Bound(item, below: index + 1)
      if let last = bounds.last, bound.people <= last.people {
        throw item.fault(
          Wording(
            fr: "les bornes ne montent pas : \(last.people), puis \(bound.people)",
            en: "the bounds do not ascend: \(last.people), then \(bound.people)"),
          ["40000", "80000", "175000"])
      }
      bounds.append(bound)
    }
    self.bounds = bounds
  }
}

extension SizeRule.Bound {
  /// - Parameter below: the class below the bound.
  fileprivate init(_ node: RuleNode, below: Int) throws(InputFault) {
    let keys = try node.mapping(["people", "class_on_bound", "source"])
    people = try keys["people"].whole(in: 1...1_000_000_000)
    classOnBound = try keys["class_on_bound"].whole(in: below...below + 1)
    source = try keys["source"].text()
  }
}
