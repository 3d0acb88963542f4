/// Points with their people, as they come. Several may lie on one place: they are homes, not rows told
/// twice.
struct PointCollector: GridRowCollector {
  private var x: [Double] = []
  private var y: [Double] = []
  private var people: [Double] = []
  /// The first line whose position is no longitude and latitude.
  private(set) var lineOutsideDegrees: Int?

  /// Metres; further away than any place on Earth in any system.
  private static let furthest = 1e9

  mutating func take(_ row: GridRow) -> GridRowProblem? {
    // False for NaN too.
    guard row.x.magnitude <= Self.furthest, row.y.magnitude <= Self.furthest else {
      return .noPosition
    }
    guard row.hasPopulation else { return .noPopulation }
    if lineOutsideDegrees == nil, row.x.magnitude > 180 || row.y.magnitude > 90 {
      lineOutsideDegrees = row.line
    }
    x.append(row.x)
    y.append(row.y)
    people.append(row.people)
    return nil
  }

  /// - Complexity: O(points).
  consuming func layer(reference: String) -> PopulationGrid.Layer {
    let order = PointTable.order(x: x, y: y)
    let table = PointTable(ordered: order.map { x[Int($0)] }, order.map { y[Int($0)] })
    return PopulationGrid.Layer(
      reference: reference, ground: .points(table), people: order.map { people[Int($0)] })
  }
}
