/// What a study must know of its drawn territories.
struct DrawnGround: Sendable {
  let territories: DrawnTerritories
  /// What the coordinates of drawings and vertices are.
  let reference: DeclaredReference
  let vertices: RepairedVertices
  /// Units at whose borders drawings contradict each other.
  let doubtfulUnits: [Index<Unit>]
  /// For each drawing, whether some of it lies in a unit.
  let isPlaced: Column<Drawing, Bool>
  /// The largest difference between a unit and the sum of the faces that drawings make of it.
  let closure: Arrangement.Closure

  init(
    _ territories: DrawnTerritories, _ arrangement: Arrangement, in reference: DeclaredReference
  ) {
    self.territories = territories
    self.reference = reference
    vertices = arrangement.vertices
    doubtfulUnits = arrangement.doubtfulUnits
    isPlaced = arrangement.isPlaced
    closure = arrangement.closure
  }
}
