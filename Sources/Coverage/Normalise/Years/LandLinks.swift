/// Movements as links between numbered codes, day by day.
enum LandLinks {
  /// - Returns: the codes named as communes, sorted, and the links of each day in order of time. The
  ///   links of a day are sorted by their codes and without repeats, whatever the order of rows.
  /// - Complexity: O(n log n).
  static func byDay(
    _ movements: [CommuneMovement]
  ) -> (codes: [UnitCode], days: [(Int32, [LandReplay.Link])]) {
    let codes = communes(in: movements)
    let numbers = Dictionary(
      uniqueKeysWithValues: codes.enumerated().map { ($1, Int32($0)) })
    var dated: [(day: Int32, kind: Int, link: LandReplay.Link)] = []
    for (index, movement) in movements.enumerated() where movement.isLandLink {
      guard let to = numbers[movement.after.code] else { continue }
      let from = movement.before.flatMap { numbers[$0.code] } ?? -1
      let link = LandReplay.Link(
        from: from, to: to, isCreation: movement.kind == .creation, movement: Int32(index))
      dated.append((LandRecord.day(movement.date), movement.kind.rawValue, link))
    }
    dated.sort {
      ($0.day, $0.link.from, $0.link.to, $0.kind, $0.link.movement)
        < ($1.day, $1.link.from, $1.link.to, $1.kind, $1.link.movement)
    }
    let days = dated.chunked(by: { $0.day }).map { chunk in
      (chunk[chunk.startIndex].day, distinct(chunk.map { $0.link }))
    }
    return (codes, days)
  }

  /// Codes that the movements name as communes.
  private static func communes(in movements: [CommuneMovement]) -> [UnitCode] {
    var found: Set<UnitCode> = []
    for movement in movements {
      for side in [movement.before, movement.after] {
        if let side, side.type == .commune { found.insert(side.code) }
      }
    }
    return found.sorted()
  }

  private static func distinct(_ links: [LandReplay.Link]) -> [LandReplay.Link] {
    var kept: [LandReplay.Link] = []
    for link in links where kept.last?.from != link.from || kept.last?.to != link.to {
      kept.append(link)
    }
    return kept
  }
}

extension Array {
  /// Runs of neighbours that share a key.
  func chunked<Key: Equatable>(by key: (Element) -> Key) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where index > start && key(self[index]) != key(self[start]) {
      chunks.append(self[start..<index])
      start = index
    }
    if start < endIndex { chunks.append(self[start...]) }
    return chunks
  }
}
