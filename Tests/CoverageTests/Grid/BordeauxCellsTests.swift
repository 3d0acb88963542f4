import Testing

@testable import Coverage

private let bordeaux = sharedData(
  "carreaux-bordeaux/filosofi2015_200m_bordeaux_metropole.csv")

@Suite("The cells of Bordeaux", .enabled(if: bordeaux != nil, "../shared/data is absent"))
struct BordeauxCellsTests {
  private func layer() throws -> PopulationGrid.Layer {
    let grid = try PopulationGrid.read(#require(bordeaux), named: [:])
    #expect(grid.anomalies == [] && grid.ledger.rowsRead == 6_735)
    #expect(abs(grid.totalPopulation - 725_084.5) < 1e-6)
    return try #require(grid.layers.first)
  }

  @Test("6,735 cells of 200 m, each once, row by row, with its own people")
  func cells() throws {
    let layer = try layer()
    #expect(layer.reference == "EPSG:3035" && layer.cellExtent.x == 200 && layer.count == 6_735)
    let text = try DelimitedText.read(#require(bordeaux))
    let column = try #require(text.header.firstIndex(of: "Ind"))
    var people: [String: Double] = [:]
    for row in 0..<text.rowCount {
      people[text.text(row: row, column: 0)] = Double(text.text(row: row, column: column))
    }
    var previous = SIMD2(0.0, 0.0)
    for index in 0..<layer.count {
      let corner = layer.centre(of: index) - 100
      #expect((previous.y, previous.x) < (corner.y, corner.x))
      let name = "CRS3035RES200mN\(Int(corner.y))E\(Int(corner.x))"
      #expect(people[name] == layer.people[index])
      previous = corner
    }
  }

  @Test("crooked pieces share out all people, and each piece has its own")
  func pieces() throws {
    let layer = try layer()
    let places = (0..<layer.count).map { layer.centre(of: $0) }
    let low = places.reduce(places[0]) { SIMD2(min($0.x, $1.x), min($0.y, $1.y)) }
    var random = SplitMix(seed: 33)
    let pieces = CrookedPieces(&random, tile: 4_700)
    let shares = layer.shares(of: pieces.sides.moved(by: low - 1_234.5))
    var sums = pieces.rings.map { _ in 0.0 }
    for share in shares { sums[Int(share.piece)] += share.fraction * layer.people[Int(share.cell)] }
    #expect(abs(sums.reduce(0, +) - 725_084.5) < 1e-6)
    for (piece, rings) in pieces.rings.enumerated() {
      var expected = 0.0
      for (index, square) in layer.squares.enumerated() {
        for ring in rings {
          expected += layer.people[index] * square.share(of: ring.map { $0 + low - 1_234.5 })
        }
      }
      #expect(abs(sums[piece] - expected) < 1e-6)
    }
  }
}
