extension LandReplay {
  mutating func add(_ holding: LandRecord.Holding) -> Int32 {
    work += 50
    record.holdings.append(holding)
    return Int32(record.holdings.count - 1)
  }

  mutating func add(
    from parent: Int32?, _ link: Link, _ day: Int32, joined: Int32
  ) -> Int32 {
    add(
      LandRecord.Holding(
        code: link.to, since: day, joined: joined, parent: parent ?? -1, movement: link.movement))
  }

  /// Divides the land of one commune among those that its links name, itself perhaps among them.
  ///
  /// - A commune re-established (MOD 21) takes back the land it had when it ended.
  /// - Land that the mother had before that land joined it stays with her.
  /// - A new commune (MOD 20), one suppressed before the record begins, or a neighbour (MOD 30) may
  ///   take some of any land left: each piece is cut.
  /// - Land of a third commune, that joined the mother with or after a commune re-established, may
  ///   have gone with either (Lamarche-en-Woëvre went with Nonsard, 1983): it is cut too.
  mutating func divide(
    _ links: [Link], _ day: Int32
  ) -> [(code: Int32, holding: Int32)] {
    guard let mother = links.first?.from else { return [] }
    let land = current[Int(mother)]
    let returning = links.filter { $0.to != mother && !$0.isCreation && !isCommune[Int($0.to)] }
    let homes = land.map { home(of: $0, among: returning) }
    let found = Set(homes.compactMap { $0?.to })
    var firstArrival = LandRecord.end
    for (holding, home) in zip(land, homes) where home != nil {
      firstArrival = min(firstArrival, record.holdings[Int(holding)].joined)
    }
    let stays = links.contains { $0.to == mother }
    var received: [(code: Int32, holding: Int32)] = []
    for (holding, home) in zip(land, homes) {
      let joined = record.holdings[Int(holding)].joined
      var takers = links
      if let home {
        takers = [home]
      } else if stays && joined < firstArrival {
        takers = links.filter { !found.contains($0.to) }
      }
      if takers.count == 1, takers[0].to == mother {
        received.append((mother, holding))
        continue
      }
      for link in takers where work <= Self.mostWork {
        let isStaying = link.to == mother
        received.append((link.to, add(from: holding, link, day, joined: isStaying ? joined : day)))
      }
    }
    return received
  }

  /// The returning commune that held this land when it ended; the oldest where one was in another.
  private mutating func home(of holding: Int32, among returning: [Link]) -> Link? {
    var found: Link?
    var child = holding
    while !returning.isEmpty, work <= Self.mostWork {
      let parent = record.holdings[Int(child)].parent
      guard parent >= 0 else { break }
      work += returning.count
      let code = record.holdings[Int(parent)].code
      let end = record.holdings[Int(child)].since
      if let link = returning.first(where: { $0.to == code }), gaveAllOn[Int(code)] == end {
        found = link
      }
      child = parent
    }
    return found
  }
}
