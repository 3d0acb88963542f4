import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Repair of drawings")
struct DrawingRepairTests {
  private let context = GEOSContext()

  private func repair(_ columns: PolygonColumns) throws -> DrawingRepair {
    let drawn = try Shape.polygons(0, of: columns, in: context)
    #expect(try !drawn.isValid(), "the case is no case")
    let repair = try DrawingRepair(0, of: columns, in: context)
    #expect(repair.polygons.featureCount == 1)
    let shape = try Shape.polygons(0, of: repair.polygons, in: context)
    #expect(try shape.isValid())
    #expect(try abs(shape.area() - repair.areaAfter) < 1e-12)
    return repair
  }

  ///     3 ───── 2        2 ─ 3
  ///      ╲     ╱          ╲ ╱
  ///        ╳        and    ╳
  ///      ╱     ╲          ╱ ╲
  ///     0 ───── 1        0 ─ 1
  @Test("both wings of a bow tie are kept; as drawn they cancel")
  func bowTie() throws {
    let repair = try repair(drawing(([(0, 0), (2, 0), (0, 2), (2, 2)], false)))
    #expect(repair.areaBefore == 0)
    #expect(repair.areaAfter == 2)
    #expect(repair.polygons.ringEnds == [3, 6])
  }

  @Test("a figure of eight with a small loop keeps both loops")
  func figureOfEight() throws {
    // A loop of side 4 runs anticlockwise, one of side 1 beyond the crossing (4, 4) clockwise.
    let ring = [(0.0, 0.0), (4, 0), (4, 5), (5, 5), (5, 4), (0, 4)]
    let repair = try repair(drawing((ring, false)))
    #expect(repair.areaBefore == 15)
    #expect(repair.areaAfter == 17)
  }

  @Test("a spike is cut off")
  func spike() throws {
    let repair = try repair(
      drawing(([(0, 0), (4, 0), (4, 2), (9, 2), (4, 2), (4, 4), (0, 4)], false)))
    #expect(repair.areaBefore == 16 && repair.areaAfter == 16)
    #expect(repair.polygons.x.max() == 4)
  }

  /// GEOS takes repeated points for valid, so they alone need no repair.
  @Test("duplicate points do no harm, alone or beside a fault")
  func duplicates() throws {
    let square = [(0.0, 0.0), (0, 0), (2, 0), (2, 0), (2, 0), (2, 2), (0, 2), (0, 2)]
    let columns = drawing((square, false))
    #expect(try Shape.polygons(0, of: columns, in: context).isValid())
    #expect(try DrawingRepair(0, of: columns, in: context).areaAfter == 4)
    let repair = try repair(drawing(([(0, 0), (0, 0), (2, 0), (0, 2), (0, 2), (2, 2)], false)))
    #expect(repair.areaAfter == 2)
  }

  @Test("a hole that touches its shell along a side becomes a notch")
  func holeAlongShell() throws {
    let repair = try repair(
      drawing((rectangle(0, 0, 4, 4), false), (rectangle(1, 0, 2, 1), true)))
    #expect(repair.areaBefore == 15 && repair.areaAfter == 15)
    #expect(repair.polygons.ringIsHole == [false])
  }

  @Test("a hole that touches its shell at two corners cuts it in two")
  func holeFromSideToSide() throws {
    let diamond = [(0.0, 2.0), (2, 1), (4, 2), (2, 3)]
    let repair = try repair(drawing((rectangle(0, 0, 4, 4), false), (diamond, true)))
    #expect(repair.areaBefore == 12 && repair.areaAfter == 12)
    #expect(repair.polygons.ringIsHole == [false, false])
  }

  /// As QGIS and PostGIS do by the same method: such a ring is more likely a part than nothing.
  @Test("a hole outside of its shell becomes a part; inside another shell it changes nothing")
  func holeOutside() throws {
    let (shell, hole) = (rectangle(0, 0, 4, 4), rectangle(6, 0, 7, 1))
    let alone = try repair(drawing((shell, false), (hole, true)))
    #expect(alone.areaBefore == 15 && alone.areaAfter == 17)
    #expect(alone.polygons.ringIsHole == [false, false])
    let beside = try repair(drawing((shell, false), (hole, true), (rectangle(5, 0, 9, 4), false)))
    #expect(beside.areaBefore == 31 && beside.areaAfter == 32)
    #expect(beside.polygons.ringIsHole == [false, false])
  }

  @Test("a hole that crosses its shell takes away what they share")
  func holeAcross() throws {
    let repair = try repair(
      drawing((rectangle(0, 0, 4, 4), false), (rectangle(3, 1, 6, 2), true)))
    #expect(repair.areaBefore == 13 && repair.areaAfter == 15)
  }

  @Test("a hole over the whole shell leaves nothing, and areas are never negative")
  func holeOverAll() throws {
    let repair = try repair(
      drawing((rectangle(0, 0, 4, 4), false), (rectangle(-1, -1, 5, 5), true)))
    #expect(repair.areaBefore == 0 && repair.areaAfter == 0)
    #expect(repair.isEmpty)
  }

  @Test("a shell within a shell, and shells that overlap, are united: nothing counts twice")
  func shells() throws {
    let nested = try repair(
      drawing((rectangle(0, 0, 4, 4), false), (rectangle(1, 1, 2, 2), false)))
    #expect(nested.areaBefore == 17 && nested.areaAfter == 16)
    let overlapping = try repair(
      drawing((rectangle(0, 0, 4, 4), false), (rectangle(3, 0, 6, 4), false)))
    #expect(overlapping.areaBefore == 28 && overlapping.areaAfter == 24)
    #expect(overlapping.polygons.ringEnds.count == 1)
  }

  @Test("a shell drawn as an island in the hole of another is valid: GEOS keeps the three")
  func island() throws {
    let columns = drawing(
      (rectangle(0, 0, 6, 6), false), (rectangle(1, 1, 5, 5), true), (rectangle(2, 2, 4, 4), false))
    #expect(try Shape.polygons(0, of: columns, in: context).isValid())
    #expect(try DrawingRepair(0, of: columns, in: context).areaAfter == 24)
  }

  @Test("a ring flat as a line leaves nothing, and other parts are kept")
  func flat() throws {
    let line = [(0.0, 0.0), (4, 4), (2, 2)]
    let alone = try repair(drawing((line, false)))
    #expect(alone.isEmpty && alone.areaBefore == 0 && alone.areaAfter == 0)
    let beside = try repair(drawing((line, false), (rectangle(5, 0, 6, 1), false)))
    #expect(!beside.isEmpty && beside.areaAfter == 1)
  }

  @Test("coordinates that no arithmetic bears end in a fault or a shape, not in a crash")
  func extremes() {
    for size in [1e-300, 1e-160, 1e150, 1e308] {
      let columns = drawing(([(0, 0), (size, 0), (0, size), (size, size)], false))
      do {
        let repair = try DrawingRepair(0, of: columns, in: context)
        #expect(repair.polygons.featureCount == 1)
      } catch {
        #expect(!error.function.isEmpty)
      }
    }
  }
}
