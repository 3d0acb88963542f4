@testable import Coverage
@testable import GeoKernel

/// Polygons as narrow as the last decimal that is written, each in a place of its own.
struct Slivers {
  private(set) var columns = PolygonColumns()
  private var random: SplitMix

  init(seed: UInt64, count: Int) {
    random = SplitMix(seed: seed)
    for index in 0..<count {
      let place = SIMD2(-5 + 0.01 * Double(index % 50), 44 + 0.01 * Double(index / 50))
      switch index % 4 {
      case 0: strip(at: place)
      case 1: star(at: place)
      case 2: spike(at: place)
      default: holed(at: place)
      }
      columns.endFeature()
    }
  }

  private mutating func unit() -> Double { random.double(in: 0...1) }

  /// From a hundredth of the rounding step to ten of them.
  private mutating func width() -> Double {
    [1e-9, 1e-8, 1e-7, 1e-6][random.int(in: 0...3)] * (0.2 + unit())
  }

  private mutating func ring(_ points: [SIMD2<Double>], isHole: Bool = false) {
    columns.x += points.map { $0.x }
    columns.y += points.map { $0.y }
    columns.endRing(isHole: isHole)
  }

  /// A crooked line, and the way back beside it.
  private mutating func strip(at place: SIMD2<Double>) {
    let step = [1e-6, 1e-5, 1e-3][random.int(in: 0...2)]
    var line = [place]
    for _ in 0..<random.int(in: 1...12) {
      line.append(line[line.count - 1] + step * SIMD2(0.1 + unit(), unit() - 0.5))
    }
    let back = line.reversed().map { $0 + SIMD2(0.2 * unit(), 1) * width() }
    ring(line + back)
  }

  /// Corners all around a point, at any distance.
  private mutating func star(at place: SIMD2<Double>) {
    let corners: [SIMD2<Double>] = [
      SIMD2(1, 0), SIMD2(0.7, 0.7), SIMD2(0, 1), SIMD2(-0.7, 0.7), SIMD2(-1, 0),
      SIMD2(-0.7, -0.7), SIMD2(0, -1), SIMD2(0.7, -0.7),
    ]
    ring(corners.map { place + $0 * (width() + width()) })
  }

  /// A square with a tip so sharp that its sides nearly meet.
  private mutating func spike(at place: SIMD2<Double>) {
    let tip = SIMD2(1e-3 * (1.1 + unit()), 1e-3 * unit())
    ring([
      place, place + SIMD2(1e-3, 0), place + SIMD2(1e-3, 5e-4), place + tip,
      place + SIMD2(1e-3, 5e-4 + width()), place + SIMD2(1e-3, 1e-3), place + SIMD2(0, 1e-3),
    ])
  }

  /// A square with a hole that nearly touches a side.
  private mutating func holed(at place: SIMD2<Double>) {
    ring([
      place, place + SIMD2(1e-3, 1e-5 * unit()), place + SIMD2(1e-3, 1e-3),
      place + SIMD2(0, 1e-3),
    ])
    let foot = SIMD2(1e-3 * unit(), 1e-5 + width())
    ring(
      [place + foot, place + SIMD2(2e-4, 5e-4), place + SIMD2(6e-4, 5e-4)], isHole: true)
  }
}
