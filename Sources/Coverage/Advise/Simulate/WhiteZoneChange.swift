/// What a plan makes of a white zone: a row of `simulation_zones.csv`.
public struct WhiteZoneChange: Sendable {
  /// What becomes of it.
  public let fate: ZoneFate
  /// Id of the zone before; nil for one that opens.
  public let before: String?
  /// Ids of the zones after that hold some of it.
  public let after: [String]
  /// People of the zone before.
  public let peopleBefore: Int
  /// Of them those who are covered after.
  public let peopleCovered: Int
  /// People covered before who are in the zone after; those of a zone made of several count for the
  /// first.
  public let peopleUncovered: Int
  /// `peopleBefore - peopleCovered + peopleUncovered`.
  public let peopleAfter: Int
}

extension Simulation {
  /// How far the people are known of a zone, before and after the plan.
  func known(_ change: ZoneChange) -> CountedPeople.Known {
    let units =
      (change.before.map { before.figures.zones[$0].units } ?? [])
      + change.after.flatMap { after.figures.zones[$0].units }
    return before.units.people(change.peopleBefore + change.peopleUncovered, in: units).known
  }

  /// Every white zone before by id, unchanged ones too, then the zones that open.
  ///
  /// - Complexity: O(zones); each call makes them anew.
  public var whiteZones: [WhiteZoneChange] {
    zones.map { change in
      WhiteZoneChange(
        fate: change.fate, before: change.before.map { before.figures.zones[$0].id },
        after: change.after.map { after.figures.zones[$0].id },
        peopleBefore: change.peopleBefore, peopleCovered: change.peopleCovered,
        peopleUncovered: change.peopleUncovered, peopleAfter: change.peopleAfter)
    }
  }
}
