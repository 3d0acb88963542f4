import Testing

@testable import GeoKernel

@Suite("Repair of shapes")
struct ShapeRepairTests {
  private let context = GEOSContext()

  private func repaired(_ columns: PolygonColumns) throws -> (shape: Shape, back: PolygonColumns) {
    let shape = try Shape.polygons(0, of: columns, in: context).madeValid()
    var back = PolygonColumns()
    try shape.appendPolygons(to: &back)
    back.endFeature()
    return (shape, back)
  }

  @Test("what is valid keeps its area, and comes back with the same corners")
  func valid() throws {
    let columns = drawing((rectangle(0, 0, 4, 4), false), (rectangle(1, 1, 2, 2), true))
    let (shape, back) = try repaired(columns)
    #expect(try shape.area() == 15)
    #expect(back.ringEnds == [4, 8] && back.ringIsHole == [false, true])
    #expect(
      Set(zip(back.x, back.y).map { [$0, $1] }) == Set(zip(columns.x, columns.y).map { [$0, $1] }))
  }

  @Test("polygons of nested collections come back, lines and points do not")
  func collections() throws {
    let square = try Shape.polygons(0, of: drawing((rectangle(0, 0, 1, 1), false)), in: context)
    let line = try Shape.lines([[SIMD2(5, 5), SIMD2(6, 6)]], in: context)
    let inner = try Shape.collection([line, square], in: context)
    let outer = try Shape.collection([square, inner, line], in: context)
    var columns = PolygonColumns()
    try outer.appendPolygons(to: &columns)
    columns.endFeature()
    #expect(columns.ringEnds == [4, 8] && columns.ringIsHole == [false, false])
    #expect(columns.x.max() == 1)
  }

  @Test("an empty shape gives no ring")
  func empty() throws {
    let (shape, back) = try repaired(drawing())
    #expect(try shape.isEmpty())
    #expect(back.featureEnds == [0])
  }

  @Test(
    "whatever a random scrawl is, the repaired shape is valid, and repairing it again changes nothing"
  )
  func scrawls() throws {
    var random = SplitMix(seed: 31)
    for _ in 0..<300 {
      let rings = (0..<Int.random(in: 1...4, using: &random)).map { ring in
        (0..<Int.random(in: 3...12, using: &random)).map { _ in
          // Few places, so that corners and sides often coincide.
          (
            Double(Int.random(in: 0...6, using: &random)),
            Double(Int.random(in: 0...6, using: &random))
          )
        }
      }
      var columns = PolygonColumns()
      for (index, ring) in rings.enumerated() {
        for (x, y) in ring {
          columns.x.append(x)
          columns.y.append(y)
        }
        columns.endRing(
          isHole: index > 0 && !columns.ringEnds.isEmpty && Bool.random(using: &random))
      }
      columns.endFeature()
      let (shape, back) = try repaired(columns)
      #expect(try shape.isValid())
      let again = try Shape.polygons(0, of: back, in: context)
      #expect(try again.isValid())
      #expect(try abs(again.area() - shape.area()) < 1e-9)
      #expect(try abs(again.madeValid().area() - shape.area()) < 1e-9)
    }
  }
}
