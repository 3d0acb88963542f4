extension CodeHistory {
  /// What communes, and those that became them, are called in any year, as `placeName` has it.
  ///
  /// - Complexity: O(movements).
  func namesOfCommunes() -> [UnitCode: Set<String>] {
    var names: [UnitCode: Set<String>] = [:]
    for movement in movements {
      let sides = [movement.before, movement.after].compactMap { $0 }
      for side in sides {
        names[side.code, default: []].formUnion(sides.map { placeName($0.name) })
      }
    }
    return names
  }
}
