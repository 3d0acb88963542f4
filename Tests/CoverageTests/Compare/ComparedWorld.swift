@testable import Coverage

/// A study of whole communes, written down in a few words.
///
/// `study(2021, ["01001": 1000], ["A": (.letterOfIntent, "01001 01002")])`
func comparedStudy(
  _ year: Int, _ people: [String: Int?], _ cpts: [String: (Stage, String)],
  names: [String: String] = [:], departments: [String: String] = [:]
) -> Snapshot {
  var study = Snapshot(
    day: CivilDate(year: year, month: 12, day: 31)!, whiteBelow: .letterOfIntent)
  let ids = cpts.keys.sorted()
  for code in people.keys.sorted() {
    let own = ids.filter { (cpts[$0]?.1 ?? "").split(separator: " ").contains(code[...]) }
    let stage = own.compactMap { cpts[$0]?.0 }.max() ?? .none
    let count = people[code] ?? nil
    study.communes.append(
      Snapshot.Commune(
        code: UnitCode(code), name: "N\(code)",
        department: departments[code] ?? String(code.prefix(2)),
        region: "84", people: count, stage: stage,
        covered: stage >= .letterOfIntent ? count ?? 0 : 0,
        cpts: own.map { Int32(ids.firstIndex(of: $0)!) }))
  }
  study.cpts = ids.map { id in
    let codes = Set((cpts[id]?.1 ?? "").split(separator: " ").map(String.init))
    let count = people.filter { codes.contains($0.key) }.reduce(0) { $0 + ($1.value ?? 0) }
    return Snapshot.Member(
      id: CPTSID(id), name: names[id] ?? "CPTS \(id)", stage: cpts[id]!.0, people: count,
      sizeClass: 1)
  }
  let white = study.communes.indices.filter { study.communes[$0].stage < .letterOfIntent }
  if !white.isEmpty {
    study.zones = [
      Snapshot.Land(
        id: "ZB-\(study.communes[white[0]].code)", name: "Z", people: nil,
        parts: white.map { .init(commune: Int32($0), people: study.communes[$0].people ?? 0) })
    ]
  }
  study.sectors = study.zones
  study.overlaps = []
  return study
}

/// `national cause people points`, in order.
func steps(_ comparison: Comparison) -> [String] {
  comparison.whole.steps.map { step in
    "\(step.cause.rawValue) \(step.people) \(step.points.map { String($0) } ?? "-")"
  }
}
