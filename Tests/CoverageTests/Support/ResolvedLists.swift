@testable import Coverage

/// What a resolver makes of a few lists, told by codes and ids.
struct ResolvedLists {
  let units: StudyUnits
  let result: TerritoryResolver.Result

  /// - Parameter pairs: `A/01001` gives 01001 to A; the line of each is its place, from 1.
  init(_ units: StudyUnits, cpts ids: [String], _ pairs: [String]) {
    self.units = units
    let cpts = ids.sorted().map {
      DatedCPTS(id: CPTSID($0), name: $0, stage: .signedContract, file: "cpts.csv", line: 9)
    }
    let memberships = pairs.enumerated().map { index, pair in
      let parts = pair.split(separator: "/").map(String.init)
      return Membership(
        cpts: CPTSID(parts[0]), code: UnitCode(parts[1]), file: "list.csv", line: index + 1)
    }
    result = TerritoryResolver.run(cpts, memberships, units)
  }

  /// `code people share ids` of each part, in order.
  var parts: [String] {
    result.territories.parts.map { part in
      let owners = result.territories.coverings[Int(part.covering)]
        .map { result.territories.cpts[Int($0)].id.text }
      let share = (part.areaShare * 1_000).rounded() / 1_000
      return
        "\(units.units[Int(part.unit)].code) \(part.population) \(share) \(owners.joined(separator: "+"))"
    }
  }

  var briefs: [String] { result.anomalies.map(\.brief) }
}
