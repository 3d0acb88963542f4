import TestSupport
import Testing

@testable import Coverage

/// Cuts of small random components, against brute force over all their divisions.
@Suite struct CutLawsTests {
  /// A crooked grid of units with bassins, EPCI and two departments.
  private struct Component {
    let ground: CutGround
    let rules = CutRules()

    init(seed: UInt64, columns: Int, rows: Int, people: Int) {
      var random = SplitMix(seed: seed)
      let count = columns * rows
      var inhabitants = (0..<count).map { _ in random.int(in: 50...people) }
      inhabitants[random.int(in: 0...count - 1)] *= 4
      var beside = [Set<Int>](repeating: [], count: count)
      func join(_ first: Int, _ second: Int) {
        beside[first].insert(second)
        beside[second].insert(first)
      }
      for node in 0..<count {
        let (column, row) = (node % columns, node / columns)
        if column + 1 < columns { join(node, node + 1) }
        if row + 1 < rows { join(node, node + columns) }
        if column + 1 < columns, row + 1 < rows, random.int(in: 0...1) == 0 {
          join(node, node + columns + 1)
        }
      }
      func areas(_ most: Int, unknown: Int) -> [Int] {
        let poles = (0..<most).map { _ in random.int(in: 0...count - 1) }
        return (0..<count).map { node in
          if unknown > 0, random.int(in: 0...unknown) == 0 { return -1 }
          return poles.indices.min {
            Self.steps(poles[$0], node, columns) < Self.steps(poles[$1], node, columns)
          } ?? -1
        }
      }
      ground = CutGround(
        people: inhabitants, beside: beside.map { $0.sorted() },
        livingAreas: areas(max(2, count / 6), unknown: 9),
        intercommunalities: areas(max(2, count / 8), unknown: 9), departments: areas(2, unknown: 0),
        points: (0..<count).map {
          GlobePoint(
            longitude: 2 + 0.06 * Double($0 % columns), latitude: 46 + 0.05 * Double($0 / columns))
        }, seed: seed)
    }

    private static func steps(_ first: Int, _ second: Int, _ columns: Int) -> Int {
      abs(first % columns - second % columns) + abs(first / columns - second / columns)
    }

    /// The cost as the documentation says it, from nothing but its words.
    func cost(_ sectors: [[Int]]) -> CutCost {
      var cost = CutCost(cost: 30_000 * 50_000 * (sectors.count - 1))
      for sector in sectors {
        let people = sector.reduce(0) { $0 + ground.people[$1] }
        if people < 20_000 {
          cost.outOfBounds += 20_000 - people
        } else if people > 175_000, sector.count > 1 {
          cost.outOfBounds += people - 175_000
        }
        let inDepartment = Dictionary(
          sector.map { (ground.departments[$0], ground.people[$0]) }, uniquingKeysWith: +)
        cost.cost += 50_000 * (people - (inDepartment.values.max() ?? 0))
        let main = sector.sorted().max {
          (ground.people[$0], $1) < (ground.people[$1], $0)
        }
        for node in sector {
          guard let main, let from = ground.points[node], let to = ground.points[main] else {
            continue
          }
          cost.cost += 3 * ground.people[node] * Int(from.metres(to: to).rounded())
        }
      }
      for (numbers, weight) in [(ground.livingAreas, 4), (ground.intercommunalities, 2)] {
        for area in Set(numbers) where area >= 0 {
          let inside = sectors.map { sector in
            sector.reduce(0) { numbers[$1] == area ? $0 + ground.people[$1] : $0 }
          }
          let whole = inside.reduce(0, +)
          guard whole <= 175_000 else { continue }
          cost.cost += 50_000 * weight * (whole - (inside.max() ?? 0))
        }
      }
      return cost
    }

    /// The least cost of all divisions into sectors of one piece.
    func least() -> CutCost {
      var best = CutCost(outOfBounds: .max)
      var sectors: [[Int]] = []
      func place(_ node: Int) {
        if node == ground.count {
          if sectors.allSatisfy({ ground.isConnected($0) }) { best = min(best, cost(sectors)) }
          return
        }
        for sector in sectors.indices {
          sectors[sector].append(node)
          place(node + 1)
          sectors[sector].removeLast()
        }
        guard sectors.count < 5 else { return }
        sectors.append([node])
        place(node + 1)
        sectors.removeLast()
      }
      place(0)
      return best
    }
  }

  private static func check(_ sectors: [[Int]], _ component: Component) {
    #expect(sectors.flatMap { $0 }.sorted() == Array(0..<component.ground.count))
    #expect(sectors.allSatisfy { component.ground.isConnected($0) })
    #expect(sectors.allSatisfy { $0 == $0.sorted() })
  }

  @Test("a few units are cut as brute force cuts them", arguments: 1...60 as ClosedRange<UInt64>)
  func few(seed: UInt64) {
    let shapes = [(2, 4), (3, 3), (2, 3), (4, 2), (7, 1)]
    let (columns, rows) = shapes[Int(seed) % shapes.count]
    let component = Component(seed: seed, columns: columns, rows: rows, people: 26_000)
    guard component.ground.total >= 40_000 else { return }
    var few = CutOfFew(component.ground, component.rules)
    let cut = few.solve()
    Self.check(cut, component)
    #expect(component.cost(cut) == component.least())
    // The search that larger components take finds as much.
    var search = CutSearch(component.ground, component.rules)
    let found = search.solve()
    Self.check(found, component)
    #expect(component.cost(found) == component.least())
  }

  @Test("the search finds the best of 12 units in 29 of 30 components, and misses by little")
  func twelve() {
    var missed = 0
    for seed in 1...120 as ClosedRange<UInt64> {
      let component = Component(seed: seed, columns: 4, rows: 3, people: 20_000)
      var (few, search) = (
        CutOfFew(component.ground, component.rules), CutSearch(component.ground, component.rules)
      )
      let (best, found) = (component.cost(few.solve()), component.cost(search.solve()))
      #expect(best <= found)
      if best < found { missed += 1 }
      #expect(
        Double(found.cost) < 1.05 * Double(best.cost) && found.outOfBounds == best.outOfBounds)
    }
    #expect(missed <= 4)
  }

  @Test(
    "a large component is cut in pieces within bounds, the same each time",
    arguments: 1...12 as ClosedRange<UInt64>)
  func large(seed: UInt64) {
    let component = Component(seed: seed, columns: 15, rows: 10, people: 6000)
    let cut = component.ground.cut(component.rules)
    Self.check(cut, component)
    #expect(component.cost(cut).outOfBounds == 0)
    #expect(cut.count > 1)
    #expect(component.cost(cut) < component.cost([Array(0..<component.ground.count)]))
    #expect(component.ground.cut(component.rules) == cut)
  }

  @Test(
    "a component below twice the smallest sector stays whole, and so does one of unknown people")
  func whole() {
    let small = Component(seed: 5, columns: 6, rows: 6, people: 1000)
    #expect(small.ground.cut(CutRules(smallest: 1 + small.ground.total / 2)).count == 1)
    let component = Component(seed: 6, columns: 6, rows: 6, people: 9000)
    let ground = component.ground
    let unknown = CutGround(
      people: ground.people.map { _ in 0 }, beside: ground.beside, livingAreas: ground.livingAreas,
      intercommunalities: ground.intercommunalities, departments: ground.departments,
      points: ground.points, seed: 1)
    #expect(unknown.cut(CutRules()).count == 1)
  }

  @Test(
    "the best division by an edge of a tree is the best of all, each counted by itself",
    arguments: 1...60 as ClosedRange<UInt64>)
  func trees(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let component = Component(
      seed: seed, columns: 3 + Int(seed % 7), rows: 3 + Int(seed % 4), people: 30_000)
    let ground = component.ground
    let areas = ground.areas(component.rules)
    let nodes = Array(0..<ground.count)
    let most = areas.all.map { _ in random.int(in: 0...1) * random.int(in: 0...200_000) }
    var pair = CutPair(nodes, ground, component.rules, areas) { most[$0] }
    var trees = CutTrees(nodes, ground)
    var bits = MixedBits(seed: seed)
    for dear in 0..<8 as Range<UInt8> {
      let tree = try #require(trees.grown(dear: dear, &bits))
      var costs: [CutCost] = []
      for place in nodes.dropFirst() {
        let isInside = tree.isInside(place)
        for side in [true, false] {
          #expect(ground.isConnected(nodes.filter { isInside[$0] == side }))
        }
        costs.append(pair.cost(isInside))
      }
      let least = try #require(costs.min())
      let found = pair.best(of: tree, below: CutCost(outOfBounds: .max)).cut
      #expect(found?.cost == least)
      #expect(found.map { costs[$0.place - 1] } == least)
      #expect(pair.best(of: tree, below: least).cut == nil)
    }
  }

  @Test("one unit above the largest size is a sector of its own, and nothing else is")
  func oneLargeUnit() {
    // A city of 300,000 between two lands of 60,000.
    let ground = CutGround(
      people: [30_000, 30_000, 300_000, 30_000, 30_000],
      beside: [[1], [0, 2], [1, 3], [2, 4], [3]],
      livingAreas: [0, 0, 1, 2, 2], intercommunalities: [-1, -1, -1, -1, -1],
      departments: [0, 0, 0, 0, 0],
      points: (0..<5).map { GlobePoint(longitude: 2 + 0.1 * Double($0), latitude: 46) }, seed: 1)
    #expect(ground.cut(CutRules()) == [[0, 1], [2], [3, 4]])
  }
}
