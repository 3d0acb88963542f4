/// What a study must say of its drawn territories.
struct DrawnGround: Sendable {
  let territories: DrawnTerritories
  /// Units at whose borders drawings contradict each other.
  let doubtfulUnits: [Int32]
  /// The largest difference between a unit and the sum of its faces.
  let closure: Arrangement.Closure

  init(_ territories: DrawnTerritories, _ arrangement: Arrangement) {
    self.territories = territories
    doubtfulUnits = arrangement.doubtfulUnits
    closure = arrangement.closure
  }
}
