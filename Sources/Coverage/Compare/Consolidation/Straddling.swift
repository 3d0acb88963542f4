/// CPTS that reach into the region of a sender who does not declare them.
enum Straddling {
  /// A row for each CPTS and region.
  ///
  /// - Parameter precedence: with the region of each sender.
  /// - Complexity: O(parts).
  static func all(
    _ cpts: [ConsolidatedCPTS], _ territories: Territories, _ senders: [Sender],
    _ precedence: Precedence
  ) -> [Arbitration] {
    let units = precedence.units
    let place = Dictionary(uniqueKeysWithValues: cpts.enumerated().map { ($1.id, $0) })
    var found: [Int: [String: (people: Int, units: Set<Index<Unit>>)]] = [:]
    let known = Set(precedence.regions).subtracting([""])
    for part in territories.parts {
      let region = units[part.unit].region
      guard known.contains(region) else { continue }
      for owner in territories.coverings[part.covering] {
        guard let index = place[territories[owner].id],
          !cpts[index].members.contains(where: { precedence.regions[$0.sender] == region })
        else { continue }
        found[index, default: [:]][region, default: (0, [])].people += part.population
        found[index]?[region]?.units.insert(part.unit)
      }
    }
    return found.sorted { $0.key < $1.key }.flatMap { index, regions in
      regions.sorted { $0.key < $1.key }.map { region, reached in
        row(
          cpts[index], region, reached.people, reached.units.sorted().map { units[$0].code.text },
          senders, precedence)
      }
    }
  }

  private static func row(
    _ cpts: ConsolidatedCPTS, _ region: String, _ people: Int, _ codes: [String],
    _ senders: [Sender], _ precedence: Precedence
  ) -> Arbitration {
    let member = cpts.members.first { $0.sender == cpts.sender } ?? cpts.members[0]
    let choice = Arbitration.Choice(member, at: cpts.place, senders)
    let others = senders.indices.filter { precedence.regions[$0] == region }
      .map { senders[$0].name }.joined(separator: ", ")
    let name = AdministrativeNames.regions[region].map { "\($0) (\(region))" } ?? region
    return Arbitration(
      .straddling, [cpts.key, region], choices: [choice], kept: choice, .onlyOne, people: people,
      communes: codes,
      finding: Wording(
        fr: "« \(cpts.title) » (\(cpts.place.text)) a "
          + codes.count.inFrench("commune", "communes")
          + " dans la région \(name), et \(others) ne la déclare pas",
        en: "“\(cpts.title)” (\(cpts.place.text)) has "
          + codes.count.inEnglish("commune", "communes")
          + " in the region \(name), and \(others) does not declare it"))
  }
}
