import Foundation
import GeoKernel

@testable import Coverage

/// Territories drawn at random over a small world, of every kind that is hard to cut.
struct RandomDrawings {
  enum Kind: CaseIterable {
    case star, starWithHole, holeAtVertex, severalParts, pinched
    case dissolvedUnits, cellsOfUnits, jitteredUnits, oneUnit
    case withinUnit, aroundAll, copy, complement
    case nearParallel, closeVertices, vertexOnSide, alongSide
  }

  private(set) var polygons = PolygonColumns()
  /// Kind of each drawing, to tell what broke.
  private(set) var kinds: [Kind] = []
  private let world: TileWorld
  private let shapes: [Shape]

  /// - Parameters:
  ///   - shapes: the units of the world, dissolved.
  ///   - count: how many drawings.
  ///   - hasPiles: whether every eighth world gets a pile of seventeen more.
  init(
    over world: TileWorld, _ shapes: [Shape], count: Int, hasPiles: Bool = true,
    _ random: inout SplitMix
  ) throws {
    self.world = world
    self.shapes = shapes
    for _ in 0..<count { try add(Kind.allCases.randomElement(using: &random)!, &random) }
    if hasPiles, random.int(in: 1...8) == 1 { addPile(&random) }
  }

  // MARK: Kinds

  private mutating func add(_ kind: Kind, _ random: inout SplitMix) throws {
    let centre = point(&random)
    let radius = random.double(in: 0.002...0.03)
    switch kind {
    case .star: append(star(centre, radius, &random))
    case .starWithHole:
      let ring = star(centre, radius, &random)
      append(ring)
      append(ring.map { centre + (0.3 + 0.4 * random.double(in: 0...1)) * ($0 - centre) }, true)
    case .holeAtVertex:
      let ring = star(centre, radius, &random)
      append(ring)
      append([ring[0], centre, centre + 0.01 * (ring[1] - centre)], true)
    case .severalParts:
      for _ in 0..<3 { append(star(point(&random), 0.006, &random)) }
    case .pinched:
      let (first, second) = (star(centre, radius, &random), star(centre, radius, &random))
      append([centre, first[0], first[1], centre, second[2], second[3]])
    case .dissolvedUnits: try appendUnits(&random, jitter: 0)
    case .jitteredUnits:
      try appendUnits(&random, jitter: noise(&random))
    case .cellsOfUnits, .oneUnit: appendCells(kind, &random)
    case .withinUnit: append(star(middle(ofCell: &random), 0.001, &random))
    case .aroundAll: append(box(0.02))
    case .copy, .complement: appendEarlier(kind, &random)
    case .nearParallel, .vertexOnSide, .alongSide: appendBesideSide(kind, &random)
    case .closeVertices: append(doubled(star(centre, radius, &random), &random))
    }
    polygons.endFeature()
    kinds.append(kind)
  }

  /// Seventeen drawings on one place, some of them the same but for a little noise.
  private mutating func addPile(_ random: inout SplitMix) {
    let (centre, ring) = (point(&random), star(point(&random), 0.02, &random))
    let noise = noise(&random)
    for index in 0..<17 {
      append(
        index % 2 == 0
          ? star(centre, 0.02, &random) : ring.map { $0 + noise * offset(&random) })
      polygons.endFeature()
      kinds.append(.star)
    }
  }

  private mutating func appendUnits(_ random: inout SplitMix, jitter: Double) throws {
    let members = shapes.filter { _ in random.int(in: 0...2) == 0 } + shapes.prefix(1)
    var union = PolygonColumns()
    let context = shapes[0].context
    try Shape.collection(members, in: context).unaryUnion().appendPolygons(to: &union)
    for ring in union.ringEnds.indices {
      append(
        union.vertices(of: ring).map { union[$0] + jitter * offset(&random) },
        union.ringIsHole[ring])
    }
  }

  /// Parts that share sides: against the rules, but what they cover is clear.
  private mutating func appendCells(_ kind: Kind, _ random: inout SplitMix) {
    let unit = random.int(in: 0...world.unitCount - 1)
    for cell in world.unitOfCell.indices {
      let isMember = world.unitOfCell[cell] == unit
      if isMember || (kind == .cellsOfUnits && world.unitOfCell[cell] % 3 == 1) {
        append(world.ring(ofCell: cell).map { SIMD2($0.x, $0.y) })
      }
    }
  }

  private mutating func appendEarlier(_ kind: Kind, _ random: inout SplitMix) {
    guard polygons.featureCount > 0 else { return append(box(0.01)) }
    let source = random.int(in: 0...polygons.featureCount - 1)
    let rings = polygons.rings(of: source).map { ring in
      (polygons.vertices(of: ring).map { polygons[$0] }, polygons.ringIsHole[ring])
    }
    // What is not simple to begin with has no complement that GEOS and the rings agree on.
    if kind == .copy || kinds[source] == .complement || kinds[source] == .aroundAll {
      for (ring, isHole) in rings { append(ring, isHole) }
      return
    }
    append(box(0.03))
    for (ring, isHole) in rings where !isHole { append(ring, true) }
    for (ring, isHole) in rings where isHole { append(ring) }
  }

  private mutating func appendBesideSide(_ kind: Kind, _ random: inout SplitMix) {
    let ring = anyRing(&random)
    let index = random.int(in: 0...ring.count - 1)
    let (a, b) = (ring[index], ring[(index + 1) % ring.count])
    let across = SIMD2(a.y - b.y, b.x - a.x)
    func on(_ share: Double) -> SIMD2<Double> { a + share * (b - a) }
    switch kind {
    case .nearParallel:
      let near = (0..<2).map { _ in exp(random.double(in: -18 ... -5)) - 1e-6 }
      append([a + near[0] * across, b + near[1] * across, b + across, a + 0.7 * across])
    case .vertexOnSide:
      append([on(random.double(in: 0...1)), b + across, a + across])
    default:
      let (first, second) = (random.double(in: 0...0.6), random.double(in: 0.6...1.5))
      append([on(first), on(second), on(0.5) + across])
    }
  }

  // MARK: Parts of them

  private mutating func append(_ ring: [SIMD2<Double>], _ isHole: Bool = false) {
    for point in ring {
      polygons.x.append(point.x)
      polygons.y.append(point.y)
    }
    polygons.endRing(isHole: isHole)
  }

  private func point(_ random: inout SplitMix) -> SIMD2<Double> {
    SIMD2(
      2 + random.double(in: -0.5...Double(world.columns) + 0.5) * 0.01,
      46 + random.double(in: -0.5...Double(world.rows) + 0.5) * 0.01)
  }

  /// Degrees: half of the time near the tolerance.
  private func noise(_ random: inout SplitMix) -> Double {
    exp(random.double(in: random.int(in: 0...1) == 0 ? -23 ... -18 : -18 ... -7))
  }

  private func offset(_ random: inout SplitMix) -> SIMD2<Double> {
    SIMD2(random.double(in: -1...1), random.double(in: -1...1))
  }

  private func star(
    _ centre: SIMD2<Double>, _ radius: Double, _ random: inout SplitMix
  ) -> [SIMD2<Double>] {
    let count = random.int(in: 4...12)
    return (0..<count).map { index in
      let angle = 2 * .pi * (Double(index) + random.double(in: -0.3...0.3)) / Double(count)
      return centre + radius * random.double(in: 0.2...1) * SIMD2(cos(angle), sin(angle))
    }
  }

  /// A ring with vertices that have another within a few tolerances.
  private func doubled(
    _ ring: [SIMD2<Double>], _ random: inout SplitMix
  ) -> [SIMD2<Double>] {
    ring.flatMap { [$0, $0 + exp(random.double(in: -24 ... -18)) * offset(&random)] }
  }

  private func box(_ margin: Double) -> [SIMD2<Double>] {
    let (west, south) = (2 - margin, 46 - margin)
    let (east, north) = (
      2 + Double(world.columns) * 0.01 + margin, 46 + Double(world.rows) * 0.01 + margin
    )
    return [SIMD2(west, south), SIMD2(east, south), SIMD2(east, north), SIMD2(west, north)]
  }

  private func middle(ofCell random: inout SplitMix) -> SIMD2<Double> {
    let ring = world.ring(ofCell: random.int(in: 0...world.unitOfCell.count - 1))
    return ring.reduce(.zero) { $0 + SIMD2($1.x, $1.y) } / Double(ring.count)
  }

  /// A ring of a cell, or of an earlier drawing.
  private func anyRing(_ random: inout SplitMix) -> [SIMD2<Double>] {
    if polygons.ringEnds.isEmpty || random.int(in: 0...1) == 0 {
      return world.ring(ofCell: random.int(in: 0...world.unitOfCell.count - 1)).map {
        SIMD2($0.x, $0.y)
      }
    }
    let ring = random.int(in: 0...polygons.ringEnds.count - 1)
    return polygons.vertices(of: ring).map { polygons[$0] }
  }
}
