import Testing

@testable import GeoKernel

@Suite("Shapes of GEOS")
struct ShapeTests {
  private let context = GEOSContext()

  private func rectangle(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) throws -> Shape {
    try Shape.polygons(
      [([west, east, east, west], [south, south, north, north], false)], in: context)
  }

  @Test("a square of four with a hole of one has area fifteen and border twenty")
  func areaWithHole() throws {
    let shape = try Shape.polygons(
      [([0, 4, 4, 0], [0, 0, 4, 4], false), ([1, 1, 2, 2], [1, 2, 2, 1], true)], in: context)
    #expect(try shape.area() == 15)
    #expect(try shape.length() == 20)
    #expect(try shape.boundary().length() == 20)
    #expect(try shape.isValid())
  }

  @Test("polygons of columns are those appended, feature by feature")
  func ofColumns() throws {
    var columns = PolygonColumns()
    columns.endFeature()
    columns.x = [0, 4, 4, 0, 1, 1, 2, 2, 9, 10, 10, 9]
    columns.y = [0, 0, 4, 4, 1, 2, 2, 1, 0, 0, 1, 1]
    columns.ringEnds = [4, 8, 12]
    columns.ringIsHole = [false, true, false]
    columns.endFeature()
    #expect(try Shape.polygons(0, of: columns, in: context).isEmpty())
    #expect(try Shape.polygons(1, of: columns, in: context).area() == 16)
  }

  @Test("union counts once what two squares share; intersection and difference share it out")
  func overlays() throws {
    let left = try rectangle(0, 0, 2, 2)
    let right = try rectangle(1, 0, 3, 2)
    #expect(try Shape.collection([left, right], in: context).unaryUnion().area() == 6)
    #expect(try left.intersection(right).area() == 2)
    #expect(try left.difference(right).area() == 2)
    #expect(try left.intersection(try rectangle(5, 5, 6, 6)).isEmpty())
  }

  @Test("a bow tie is not valid")
  func bowTie() throws {
    let bow = try Shape.polygons([([0, 2, 2, 0], [0, 2, 0, 2], false)], in: context)
    #expect(try !bow.isValid())
  }

  @Test("snapping moves vertices within the tolerance onto the target, and no others")
  func snap() throws {
    let target = try rectangle(0, 0, 2, 2)
    let near = try rectangle(2.01, 0, 4, 2)
    #expect(try near.snapped(to: target, tolerance: 0.05).area() == 4)
    #expect(abs(try near.snapped(to: target, tolerance: 0.001).area() - 3.98) < 1e-12)
  }

  @Test(
    "the width is the diameter of the largest circle inside",
    arguments: [(10.0, 2.0), (2, 10), (3, 3), (100, 0.5)])
  func width(length: Double, breadth: Double) throws {
    let narrow = min(length, breadth)
    let width = try rectangle(0, 0, length, breadth).width(tolerance: narrow / 1_000)
    #expect(abs(width - narrow) <= 2 * narrow / 1_000)
    #expect(width <= narrow * (1 + 1e-9))
  }

  @Test("lines come back with the coordinates they were made of")
  func linesRoundTrip() throws {
    let given: [[SIMD2<Double>]] = [
      [SIMD2(0.1, -0.2), SIMD2(1e6, 3)], [SIMD2(5, 5), SIMD2(6, 5), SIMD2(6, 7)],
    ]
    #expect(try Shape.lines(given, in: context).lines() == given)
  }

  @Test("a fault carries the C function and GEOS's words, and the context works on")
  func faults() throws {
    do {
      _ = try Shape.lines([[SIMD2(0, 0)]], in: context)
      Issue.record("a line of one point was made")
    } catch {
      #expect(error.function.hasPrefix("GEOSGeom_create"))
      #expect(error.message.contains("point"), "\(error)")
    }
    do {
      _ = try rectangle(0, 0, 1, 1).lines()
      Issue.record("a polygon was taken for a line")
    } catch let fault as GEOSFault {
      #expect(fault.function == "GEOSGeom_getCoordSeq")
      #expect(!fault.message.isEmpty)
      #expect(fault.description == "\(fault.function): \(fault.message)")
    }
    #expect(try rectangle(0, 0, 1, 1).area() == 1)
  }

  @Test("a ring that GEOS refuses is a fault, not a crash")
  func badRing() {
    #expect(throws: GEOSFault.self) {
      try Shape.polygons([([0], [0], false)], in: context).area()
    }
  }
}
