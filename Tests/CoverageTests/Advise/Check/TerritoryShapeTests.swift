import Foundation
import Testing

@testable import Coverage

/// Shapes of territories, against plain geometry and brute force.
@Suite struct TerritoryShapeTests {
  @Test("a square has the compactness of a square, a ribbon less")
  func compactness() async throws {
    // Squares of 0.01° are 0.77 km by 1.11 km: a square of ground is three wide and two high, nearly.
    let square = try await OpinionWorld("abc", "def").opinion(on: "abcdef")[.compactness]
    let found = try #require(Double(square.figure("compacite") ?? ""))
    let (width, height) = (3 * 0.7746, 2 * 1.1116)
    let expected = Double.pi * width * height / ((width + height) * (width + height))
    #expect(abs(found - expected) < 0.002)
    let ribbon = try await OpinionWorld("abcdefgh").opinion(on: "abcdefgh")[.compactness]
    #expect(try #require(Double(ribbon.figure("compacite") ?? "")) < found)
  }

  @Test("the extent is the largest distance of all pairs", arguments: 1...50)
  func extent(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let points = (0..<random.int(in: 1...60)).map { _ in
      GlobePoint(
        longitude: 2 + random.double(in: 0...1), latitude: 46 + random.double(in: 0...0.2))
    }
    var largest = 0.0
    for first in points {
      for second in points { largest = max(largest, first.metres(to: second)) }
    }
    let centre = points[random.int(in: 0...points.count - 1)]
    #expect(ShapeMeasure.extent(of: points, from: centre) == largest)
  }

  @Test("distances are weighted by people, from the commune with most of them")
  func distances() async throws {
    var world = OpinionWorld("abc")
    world.people = ["a": 30_000, "b": 0, "c": 10_000]
    let found = try await world.opinion(on: "abc")[.compactness]
    #expect(found.figure("commune_principale") == "A")
    #expect(found.figure("commune_la_plus_eloignee") == "C")
    // A quarter of the people is 1.55 km away.
    #expect(found.figure("distance_moyenne_km") == "0.4")
    #expect(found.figure("distance_max_km") == "1.5")
    #expect(found.figure("etendue_km") == "1.5")
  }

  @Test("a territory is compared with ten CPTS or more; the widest of all is unusual")
  func comparison() async throws {
    let world = OpinionWorld("abcdefghij", "klmnopqrst")
    let cpts = "abcdefghij".map { "C\($0) projet \($0)" }
    let few = try await world.opinion(Array(cpts.dropLast()), on: "kl")[.compactness]
    #expect(few.finding == .notAssessed)
    #expect(few.figure("cpts_comparees") == "9")
    let usual = try await world.opinion(cpts, on: "k")[.compactness]
    #expect(usual.finding == .favourable)
    #expect(usual.figure("cpts_comparees") == "10")
    let wide = try await world.opinion(cpts, on: "klmnopqrst")[.compactness]
    #expect(wide.finding == .toExamine)
    #expect(wide.reason.contains("plus étendu que 100 %"))
    #expect(wide.figure("pct_moins_etendues") == "100.00")
  }
}
