import GeoKernel
import Testing

@testable import Coverage

@Suite("Outlines that rounding could harm")
struct NarrowPlacesTests {
  /// Sides and vertices compared one by one.
  private func hasNarrowPlace(_ outline: Outline, _ x: [Double], _ y: [Double]) -> Bool {
    func point(_ vertex: Index<Vertex>) -> SIMD2<Double> { SIMD2(x[Int(vertex)], y[Int(vertex)]) }
    let sides = (0..<outline.ringCount).flatMap { index -> [(Index<Vertex>, Index<Vertex>)] in
      let ring = Array(outline.ring(index))
      return Array(zip(ring, ring.dropFirst() + ring.prefix(1)))
    }
    return outline.vertices.contains { vertex in
      sides.contains { from, to in
        guard vertex != from, vertex != to else { return false }
        let along = point(to) - point(from)
        let offset = point(vertex) - point(from)
        let share = (along * offset).sum() / max((along * along).sum(), 1e-300)
        let rest = offset - min(1, max(0, share)) * along
        return (rest * rest).sum().squareRoot() <= 1.5e-7
      }
    }
  }

  private func outlines(of columns: PolygonColumns) -> [Outline] {
    (0..<columns.featureCount).map { feature in
      var outline = Outline()
      for ring in columns.rings(of: feature) {
        outline.append(
          columns.vertices(of: ring).map { Index<Vertex>($0) }, isHole: columns.ringIsHole[ring])
      }
      return outline
    }
  }

  @Test(
    "they are those that a comparison of all pairs finds", arguments: 1...8 as ClosedRange<UInt64>)
  func bruteForce(seed: UInt64) {
    let columns = Slivers(seed: seed, count: 200).columns
    var places = NarrowPlaces(longitudes: Column(columns.x), latitudes: Column(columns.y))
    var count = 0
    for outline in outlines(of: columns) {
      let isNarrow = hasNarrowPlace(outline, columns.x, columns.y)
      let isFound = places.areFound(in: outline)
      #expect(isFound == isNarrow)
      count += isNarrow ? 1 : 0
    }
    #expect((20...180).contains(count))
  }

  @Test(
    "long borders too: a random walk around a circle, with or without a narrow neck",
    arguments: 1...10 as ClosedRange<UInt64>)
  func longBorders(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let count = random.int(in: 100...800)
    // Around and back on a wider circle, where the two ways come near each other in one place.
    var (x, y): ([Double], [Double]) = ([], [])
    for index in 0..<count {
      let share = Double(index) / Double(count)
      let radius = 0.1 + 0.001 * random.double(in: 0...1) / Double(count)
      // A square spiral, as no trigonometry is needed for it.
      x.append(6 + radius * (share < 0.5 ? share : 1 - share))
      y.append(
        45 + radius
          * (share < 0.5 ? 1e-3 * random.double(in: 0...1) : 2e-3 + 1e-3 * random.double(in: 0...1))
      )
    }
    let neck = random.int(in: 1...count / 2 - 1)
    if seed % 2 == 0 { (x[count - neck], y[count - neck]) = (x[neck] + 1e-8, y[neck]) }
    var outline = Outline()
    outline.append(x.indices.map { Index<Vertex>($0) }, isHole: false)
    var places = NarrowPlaces(longitudes: Column(x), latitudes: Column(y))
    let found = places.areFound(in: outline)
    #expect(found == hasNarrowPlace(outline, x, y))
  }

  @Test(
    "what is not found stays valid when it is rounded, by the word of GEOS",
    arguments: 1...8 as ClosedRange<UInt64>)
  func safety(seed: UInt64) throws {
    let columns = Slivers(seed: 100 + seed, count: 400).columns
    var rounded = columns
    rounded.x = columns.x.map(OutlineRounding.rounded)
    rounded.y = columns.y.map(OutlineRounding.rounded)
    var places = NarrowPlaces(longitudes: Column(columns.x), latitudes: Column(columns.y))
    let context = GEOSContext()
    var harmed = 0
    for (feature, outline) in outlines(of: columns).enumerated() {
      guard try Shape.polygons(feature, of: columns, in: context).isValid() else { continue }
      guard try !Shape.polygons(feature, of: rounded, in: context).isValid() else { continue }
      harmed += 1
      let isFound = places.areFound(in: outline)
      #expect(isFound, "feature \(feature)")
    }
    // Else the test would show nothing.
    #expect(harmed > 20)
  }

  @Test("a comb of long slanting teeth counts as narrow without proof")
  func comb() {
    let count = 40_000
    var (x, y): ([Double], [Double]) = ([], [])
    for index in 0..<count {
      x.append(2 + 1e-5 * Double(index) + Double(index % 2))
      y.append(45 + Double(index % 2))
    }
    var outline = Outline()
    outline.append(Index<Vertex>(0)..<Index(count), isHole: false)
    var places = NarrowPlaces(longitudes: Column(x), latitudes: Column(y))
    let found = places.areFound(in: outline)
    #expect(found)
  }

  @Test("no ring, and places beyond the Earth, are no trouble")
  func odd() {
    var places = NarrowPlaces(
      longitudes: [1e300, -1e300, 180, -180], latitudes: [1e300, 90, -1e300, -90])
    let found = places.areFound(in: Outline())
    #expect(!found)
    var outline = Outline()
    outline.append([0, 1, 2, 3] as [Index<Vertex>], isHole: false)
    _ = places.areFound(in: outline)
  }
}
