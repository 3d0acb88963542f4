/// When each CPTS has a unit, as far as lists date it: two that follow each other claim nothing twice.
struct ClaimedDays {
  private struct Claim: Hashable {
    let cpts: Int
    let unit: Index<Unit>
  }

  private var spans: [Claim: [DateSpan]] = [:]
  private let ends: [CivilDate?]

  /// - Complexity: O(communes of the CPTS that have dates).
  init(_ cpts: [ConsolidatedCPTS], _ units: StudyUnits) {
    ends = cpts.map(\.record.endDate)
    for (place, cpts) in cpts.enumerated()
    where cpts.communes.contains(where: { $0.span != .always }) {
      for row in cpts.communes {
        for unit in units.places(of: row.code) {
          spans[Claim(cpts: place, unit: unit), default: []].append(row.span)
        }
      }
    }
  }

  /// Whether two CPTS have a unit on some day both.
  func meet(_ one: Int, _ other: Int, in unit: Index<Unit>) -> Bool {
    let (left, right) = (days(of: one, in: unit), days(of: other, in: unit))
    return left.contains { own in right.contains { own.meets($0) } }
  }

  /// Its days there, until it ends.
  private func days(of cpts: Int, in unit: Index<Unit>) -> [DateSpan] {
    let known = spans[Claim(cpts: cpts, unit: unit)] ?? [.always]
    guard let end = ends[cpts] else { return known }
    return known.map { DateSpan(start: $0.start, end: min($0.end ?? end, end)) }
  }
}
