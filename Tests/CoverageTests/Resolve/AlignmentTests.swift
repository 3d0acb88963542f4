import GeoKernel
import Testing

@testable import Coverage

@Suite("Slivers follow the piece of their unit that they border most")
struct AlignmentTests {
  static let seeds = 1...60 as ClosedRange<UInt64>
  private let context = GEOSContext()

  /// A world with drawings of every kind, among them units off by noise, and a rule that some of it meets.
  private struct World {
    let study: DrawnStudy
    let rule: SliverRule
    let people: Column<Piece, Int>
    let alignment: Alignment

    var mesh: Mesh { study.mesh }

    init(seed: UInt64, in context: GEOSContext) async throws {
      study = try await DrawnStudy(seed: seed, in: context)
      var random = SplitMix(seed: seed)
      rule = SliverRule(
        width: random.double(in: 5...400), people: random.int(in: 1...500))
      people = study.territories.people(pieceCount: study.mesh.pieces.count)
      alignment = try await Alignment(study.mesh, people: people, rule, jobs: 1)
    }
  }

  @Test("as a model finds that knows no shortcut", arguments: seeds)
  func oracle(seed: UInt64) async throws {
    let world = try await World(seed: seed, in: context)
    let mesh = world.mesh
    for unit in mesh.units {
      let expected = PlainAlignment.labels(of: unit, world.mesh, world.people, world.rule)
      let found = mesh.pieces.of(unit).map { mesh.pieces.label[world.alignment.targets[$0]] }
      #expect(found == expected, "unit \(unit)")
    }
  }

  @Test(
    "what is left tiles each unit, and no two neighbours in it have the same covering",
    arguments: seeds)
  func joined(seed: UInt64) async throws {
    let world = try await World(seed: seed, in: context)
    let mesh = world.mesh.joined(by: world.alignment.joining(world.mesh))
    for unit in mesh.units {
      let span = mesh.pieces.of(unit)
      #expect(span.allSatisfy { mesh.pieces.unit[$0] == unit })
      let sum = span.reduce(0) { $0 + mesh.areas[$1] }
      #expect(abs(sum - mesh.unitAreas[unit]) <= 1e-9 * mesh.unitAreas[unit])
      #expect(span.map { mesh.areas[$0] } == span.map { mesh.areas[$0] }.sorted(by: >))
    }
    for edge in mesh.edges.indices where mesh.edges.isBorder(edge) {
      let (left, right) = (mesh.edges.left[edge], mesh.edges.right[edge])
      guard left.exists, right.exists, mesh.pieces.unit[left] == mesh.pieces.unit[right] else {
        continue
      }
      #expect(mesh.pieces.label[left] != mesh.pieces.label[right])
    }
    var tracer = OutlineTracer(mesh)
    for unit in mesh.units where world.mesh.pieces.isCut(unit) {
      for piece in mesh.pieces.of(unit) {
        let shape = try mesh.shape(of: tracer.outline(of: [piece]), in: context)
        #expect(try shape.isValid())
        #expect(try abs(shape.area() - mesh.planarAreaFromBorders(of: piece)) < 1e-12)
      }
    }
  }

  @Test("a width or people of zero take drawings at their word", arguments: [(0.0, 50), (50.0, 0)])
  func zero(width: Double, people: Int) async throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let study = try await DrawnStudy(seed: seed, in: context)
      let alignment = try await Alignment(
        study.mesh, people: study.territories.people(pieceCount: study.mesh.pieces.count),
        SliverRule(width: width, people: people), jobs: 1)
      #expect(alignment.moved.isEmpty)
      #expect(alignment.joining(study.mesh).pieces.count == study.mesh.pieces.count)
    }
  }

  @Test("two tasks find what one does", arguments: 1...10 as ClosedRange<UInt64>)
  func jobs(seed: UInt64) async throws {
    let world = try await World(seed: seed, in: context)
    let again = try await Alignment(world.mesh, people: world.people, world.rule, jobs: 2)
    #expect(again.targets == world.alignment.targets)
  }
}

/// The rule as it reads, with every width searched for and every edge looked at.
private enum PlainAlignment {
  typealias Label = Index<Pieces.Label>

  static func labels(
    of unit: Index<Unit>, _ mesh: Mesh, _ people: Column<Piece, Int>, _ rule: SliverRule
  ) -> [Label] {
    let span = Array(mesh.pieces.of(unit))
    let given = span.map { mesh.pieces.label[$0] }
    guard span.count > 1 else { return given }
    var regions = Regions(mesh)
    func isSliver(_ places: [Int]) -> Bool {
      let width = regions.width(
        of: places.map { span[$0] }, asking: .precisely(telling: [rule.width]))
      return width < rule.width && places.reduce(0) { $0 + people[span[$1]] } < rule.people
    }
    let borders = borders(among: span, mesh)
    let areas = span.map { mesh.areas[$0] }
    var slivers = Set(span.indices.filter { isSliver([$0]) })
    while true {
      let labels = followed(slivers, given, borders, areas)
      var kept: Set<Int> = []
      for drawing in Set(given.flatMap { mesh.pieces.labels[$0] }) {
        func has(_ label: Label) -> Bool { mesh.pieces.labels[label].contains(drawing) }
        for isGain in [true, false] {
          var open = slivers.filter {
            has(labels[$0]) != has(given[$0]) && has(labels[$0]) == isGain
          }
          while let first = open.popFirst() {
            var group = [first]
            var front = [first]
            while let place = front.popLast() {
              for other in open.filter({ borders[place][$0] > 0 }) {
                open.remove(other)
                group.append(other)
                front.append(other)
              }
            }
            if group.count > 1, !isSliver(group.sorted()) { kept.formUnion(group) }
          }
        }
      }
      if kept.isEmpty { return labels }
      slivers.subtract(kept)
    }
  }

  /// Each sliver with the label of its neighbour, in turn; those that have none with that of most area.
  private static func followed(
    _ slivers: Set<Int>, _ given: [Label], _ borders: [[Double]], _ areas: [Double]
  ) -> [Label] {
    var labels: [Label?] = given.indices.map { slivers.contains($0) ? nil : given[$0] }
    while true {
      let known = labels
      for place in given.indices where known[place] == nil {
        let beside = given.indices.filter { known[$0] != nil && borders[place][$0] > 0 }
        labels[place] = beside.max {
          (borders[place][$0], $1) < (borders[place][$1], $0)
        }.flatMap { known[$0] }
      }
      if known.count(where: { $0 == nil }) == labels.count(where: { $0 == nil }) { break }
    }
    let wide = given.indices.filter { !slivers.contains($0) }
    var sums: [Label: Double] = [:]
    for place in wide.isEmpty ? Array(given.indices) : wide {
      sums[given[place], default: 0] += areas[place]
    }
    let main = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return labels.map { $0 ?? main ?? Index(0) }
  }

  private static func borders(among span: [Index<Piece>], _ mesh: Mesh) -> [[Double]] {
    var metres = span.map { _ in span.map { _ in 0.0 } }
    for edge in mesh.edges.indices {
      guard let left = span.firstIndex(of: mesh.edges.left[edge]),
        let right = span.firstIndex(of: mesh.edges.right[edge]), left != right
      else { continue }
      metres[left][right] += mesh.length(of: edge)
      metres[right][left] += mesh.length(of: edge)
    }
    return metres
  }
}
