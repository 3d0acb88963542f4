import Testing

@testable import Coverage

/// Parts that are apart, behind other communes or across the sea, and communes that are surrounded.
@Suite struct ContiguityTests {
  @Test("one piece without enclave is favourable")
  func onePiece() async throws {
    let found = try await OpinionWorld("abc", "def").opinion(on: "abe")[.contiguity]
    #expect(found.finding == .favourable)
    #expect(found.figure("nb_parties") == "1")
    #expect(found.tables.isEmpty)
  }

  @Test("a part behind other communes is named, with those between and the distance")
  func gap() async throws {
    var world = OpinionWorld("abcde")
    world.people = ["a": 500]
    let found = try await world.opinion(on: "ade")[.contiguity]
    #expect(found.finding == .toExamine)
    #expect(found.reason.contains("A (01197)"))
    #expect(
      found.rows("parties", "communes", "population", "separation", "communes_entre")
        == [["A (01197)", "500", "autres communes", "B (01198)|C (01199)"]])
    // Two squares of 0.01° at 46° N.
    #expect(found.rows("parties", "distance_km") == [["1.5"]])
  }

  @Test("a sea crossing is told from a gap, and too wide a sea from an island")
  func sea() async throws {
    let near = try await OpinionWorld("ab..c").opinion(on: "abc")[.contiguity]
    #expect(near.finding == .favourable)
    #expect(near.reason == "D’un seul tenant à la mer près : C (01199).")
    #expect(near.rows("parties", "separation", "communes_entre") == [["mer", ""]])
    let wide = OpinionWorld(rows: ["ab" + String(repeating: ".", count: 70) + "c"])
    let far = try await wide.opinion(on: "abc")[.contiguity]
    #expect(far.finding == .toExamine)
    #expect(far.rows("parties", "separation") == [["mer ou limite de la carte, trop loin"]])
  }

  @Test("an island commune beside the sea is behind a gap where land leads round")
  func landRound() async throws {
    let found = try await OpinionWorld("ab.c", "defg").opinion(on: "abc")[.contiguity]
    #expect(found.finding == .toExamine)
    // By e and f; the shortest way over land, whatever the sea.
    #expect(
      found.rows("parties", "communes", "communes_entre") == [
        ["C (01199)", "G (01203)|F (01202)|E (01201)"]
      ])
  }

  @Test("a corner is no border")
  func corner() async throws {
    let found = try await OpinionWorld("ab", "cd").opinion(on: "ad")[.contiguity]
    #expect(found.finding == .toExamine)
    #expect(
      found.rows("parties", "separation", "distance_km") == [["un point commun seulement", "0.0"]])
  }

  @Test("an enclave is named with its people and its CPTS; a bay is none")
  func enclave() async throws {
    let world = OpinionWorld("abc", "def", "ghi")
    let found = try await world.opinion(["X aci_signe e"], on: "abcdfghi")[.contiguity]
    #expect(found.finding == .toExamine)
    #expect(
      found.rows("enclaves", "communes", "population", "cpts") == [["E (01201)", "10000", "X"]])
    #expect(found.figure("nb_enclaves") == "1")
    let open = try await world.opinion(on: "abcdghi")[.contiguity]
    #expect(open.finding == .favourable)
  }

  @Test("the distance of two outlines is that of the nearest of their points", arguments: 1...20)
  func distances(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let mesh = try await TileWorld(&random).mesh()
    var groups: [[Index<Piece>]] = [[], []]
    for unit in mesh.units where random.int(in: 0...3) == 0 {
      groups[random.int(in: 0...1)].append(unit.piece)
    }
    guard !groups[0].isEmpty, !groups[1].isEmpty else { return }
    func points(_ group: [Index<Piece>]) -> [GlobePoint] {
      group.flatMap { piece in
        mesh.outline(of: mesh.pieces.unit[piece]).vertices.map {
          GlobePoint(longitude: mesh.longitudes[$0], latitude: mesh.latitudes[$0])
        }
      }
    }
    var least = Double.infinity
    for first in points(groups[0]) {
      for second in points(groups[1]) { least = min(least, first.metres(to: second)) }
    }
    let found = try #require(OutlineDistances(mesh, groups).metres(toMainFrom: 1))
    #expect(abs(found - least) < 1e-6)
  }
}
