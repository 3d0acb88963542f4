import GeoKernel
import Testing

@testable import Coverage

@Suite("Drawings that may cover a place twice")
struct SuspectDrawingsTests {
  private static let square = [(0.0, 0.0), (4, 0), (4, 4), (0, 4)]

  private func map(_ drawings: [[(Double, Double)]]) -> PolygonColumns {
    drawings.reduce(into: PolygonColumns()) { map, ring in
      map.append(0, of: drawing((ring, false)))
    }
  }

  ///     3 ───── 2        2 ─ 3
  ///     │       │         ╲ ╱
  ///     │       │          ╳
  ///     │       │         ╱ ╲
  ///     0 ───── 1        0 ─ 1
  @Test("the bow tie is one, the square is none, whatever the maps before them hold")
  func bowTie() {
    let map = map([Self.square, [(0, 0), (2, 0), (0, 2), (2, 2)], Self.square])
    #expect(SuspectDrawings.among(map, after: 0) == [Index(1)])
    #expect(SuspectDrawings.among(map, after: 7) == [Index(8)])
  }

  @Test("a drawing that GEOS cannot build is none")
  func unbuildable() {
    #expect(SuspectDrawings.among(map([[(0, 0)], Self.square]), after: 0) == [])
  }

  @Test("scrawls of two thousand sides are mended at once, those of three thousand wait")
  func bound() {
    func scrawl(_ sides: Int) -> PolygonColumns {
      map([(0..<sides).map { (Double($0 * 7919 % 1009), Double($0 * 104_729 % 997)) }])
    }
    #expect(SuspectDrawings.areFew([], of: scrawl(9000)))
    #expect(SuspectDrawings.areFew([Index(0)], of: scrawl(2000)))
    #expect(!SuspectDrawings.areFew([Index(0)], of: scrawl(3000)))
    let two = map([Self.square, (0..<2000).map { (Double($0 % 83), Double($0 % 89)) }])
    #expect(SuspectDrawings.areFew([Index(0), Index(1)], of: two))
    #expect(!SuspectDrawings.areFew([Index(1), Index(1)], of: two))
  }
}
