/// Whose declaration of a CPTS is kept where several are not the same: that of the sender of the region where it
/// has its seat; else that of the region where most of its people live.
struct Precedence {
  /// Code of the region of each sender, by their order; empty where most of its people are in none.
  let regions: [String]
  let units: StudyUnits

  /// - Parameter members: of one CPTS, by sender, at least one.
  /// - Complexity: O(units of the members).
  func kept(of members: [Declaration]) -> (declaration: Declaration, rule: Arbitration.Rule) {
    let seats = Set(members.compactMap { $0.record.seat }.map { units.region(of: $0.code) ?? "" })
    if seats.count == 1, let seat = seats.first, let own = only(members, of: seat) {
      return (own, .seat)
    }
    if let region = most(units.peopleByRegion(members)), let own = only(members, of: region) {
      return (own, .people)
    }
    return (members[0], .none)
  }

  private func only(_ members: [Declaration], of region: String) -> Declaration? {
    let own = members.filter { !region.isEmpty && regions[$0.sender] == region }
    return own.count == 1 ? own[0] : nil
  }
}
