import Testing

@testable import Coverage

@Suite("Points with people are read")
struct PointGridTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func grid(_ csv: String, system: String = "") throws -> PopulationGrid {
    let file = try scratch.file("points.csv", csv).file
    return try PopulationGrid.read(InputPath(file + system), named: [:])
  }

  /// Place and people of each point.
  private func points(_ layer: PopulationGrid.Layer) -> [[Double]] {
    (0..<layer.count).map { index in
      [layer.centre(of: index).x, layer.centre(of: index).y, layer.people[index]]
    }
  }

  @Test("points in a system that the path names, several on one place")
  func named() throws {
    let grid = try grid(
      "x,y,population\n600000,6700000,5\n600000,6700000,2.5\n1e5,7e6,1\n,7,1\n",
      system: "#epsg:2154")
    #expect(grid.layers.map { $0.reference } == ["EPSG:2154"])
    #expect(grid.layers[0].cellExtent == .zero && grid.totalPopulation == 8.5)
    #expect(
      Set(points(grid.layers[0])) == [[6e5, 6.7e6, 5], [6e5, 6.7e6, 2.5], [1e5, 7e6, 1]])
    #expect(grid.anomalies.map(\.brief) == ["erreur carreau_ecarte 5  7"])
  }

  @Test("points that may be degrees are, and that is said")
  func degrees() throws {
    let grid = try grid("lon;lat;pop\n-0,5791800123456789012;44,83;10\n2.35;-48.85;1\n")
    #expect(grid.layers[0].reference == "EPSG:4326")
    #expect(points(grid.layers[0]).contains([-0.5791800123456789, 44.83, 10]))
    #expect(grid.anomalies.map(\.brief) == ["attention systeme_suppose - "])
  }
}
