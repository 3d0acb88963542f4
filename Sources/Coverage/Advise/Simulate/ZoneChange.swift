/// What became of a white zone.
struct ZoneChange: Sendable {
  /// The raw value is the word in the file.
  enum Fate: String, CaseIterable, Sendable {
    case closed = "fermee"
    case reduced = "reduite"
    case split = "divisee"
    case unchanged = "inchangee"
    case grown = "agrandie"
    /// Several zones have become one.
    case merged = "reunie"
    /// There was no zone.
    case opened = "ouverte"
  }

  var fate = Fate.unchanged
  /// Index of the zone before; nil for one that opens.
  let before: Int?
  /// Indices of the zones after.
  var after: [Int] = []
  var peopleBefore = 0
  /// People of the zone before who are covered after.
  var peopleCovered = 0
  /// People covered before who are in a zone after; those of a zone made of several count for the
  /// first.
  var peopleUncovered = 0
  /// The zone's people after: `peopleBefore - peopleCovered + peopleUncovered`.
  var peopleAfter: Int { peopleBefore - peopleCovered + peopleUncovered }
}

extension ZoneChange {
  /// Every zone before by id, then the zones that open.
  ///
  /// - Complexity: O(parts + zones × zones that they share people or land with).
  static func all(_ before: Study, _ after: Study) -> [ZoneChange] {
    let (old, new) = (before.zoneOfPart(), after.zoneOfPart())
    func zone(_ index: Index<WhiteZone>) -> Int? { index.exists ? Int(index) : nil }
    var changes = before.figures.zones.indices.map { ZoneChange(before: $0) }
    var sources = [Set<Int>](repeating: [], count: after.figures.zones.count)
    var isReduced = [Bool](repeating: false, count: changes.count)
    var grown: [Int: Int] = [:]
    for (index, part) in before.territories.parts.pairs {
      let (from, to) = (zone(old[index]), zone(new[index]))
      if let from {
        changes[from].peopleBefore += part.population
        if let to {
          sources[to].insert(from)
        } else {
          changes[from].peopleCovered += part.population
          isReduced[from] = true
        }
      } else if let to {
        grown[to, default: 0] += part.population
      }
    }
    for (zone, sources) in sources.enumerated() {
      for source in sources { changes[source].after.append(zone) }
      guard let first = sources.min() else {
        changes.append(
          ZoneChange(
            fate: .opened, before: nil, after: [zone], peopleUncovered: grown[zone] ?? 0))
        continue
      }
      changes[first].peopleUncovered += grown[zone] ?? 0
      if sources.count > 1 { for source in sources { changes[source].fate = .merged } }
    }
    for index in isReduced.indices where changes[index].fate != .merged {
      let isGrown = changes[index].after.contains { grown[$0] != nil }
      changes[index].fate =
        switch changes[index].after.count {
        case 0: .closed
        case 1: isReduced[index] ? .reduced : isGrown ? .grown : .unchanged
        default: .split
        }
    }
    return changes
  }
}
