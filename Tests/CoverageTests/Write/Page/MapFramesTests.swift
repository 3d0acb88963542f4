import GeoKernel
import Testing

@testable import Coverage

/// Where territories stand on the map.
@Suite struct MapFramesTests {
  /// Squares at the places named, each a unit and a face of its own.
  private func map(_ corners: [(Double, Double)]) async throws -> (DisplayMap, Mesh) {
    var columns = PolygonColumns()
    var units = StudyUnits()
    for (index, corner) in corners.enumerated() {
      for step in [(0.0, 0.0), (0.2, 0.0), (0.2, 0.2), (0.0, 0.2)] {
        columns.x.append(corner.0 + step.0)
        columns.y.append(corner.1 + step.1)
      }
      columns.endRing(isHole: false)
      columns.endFeature()
      let code = UnitCode("\(index)")
      units.units.append(
        Unit(
          code: code, name: "", population: 1, givenPopulation: 1, department: "\(index)",
          region: "", intercommunality: "", commune: Int32(index), feature: Index(index), line: 1))
      units.communes.append(
        Commune(
          code: code, name: "", department: "\(index)", region: "", units: [Index(index)]))
    }
    let mesh = try await Mesh(
      MeshGround(columns), features: .inOrder(corners.count), reference: .wgs84)
    let territories = TerritoryResolver.run([], [], units).territories
    var places = PlaceTable()
    let faces = DisplayFaces(units, territories, mesh, [], &places)
    let map = DisplayMap(faces, mesh)
    let positions = CommunePositions.all(units, mesh, map)
    for (face, position) in positions.enumerated() {
      let frame = try #require(map.frame(ofFace: Int32(face)))
      let point = SIMD2<Double>(try #require(position))
      #expect(all(point .>= frame.corner - 1) && all(point .<= frame.corner + frame.size + 1))
    }
    return (map, mesh)
  }

  @Test("metropolitan France is the main frame, and overseas places are insets that do not meet")
  func france() async throws {
    let (map, _) = try await map([
      (2.3, 48.8), (-61.5, 16.1), (-61.1, 14.5), (-53, 4), (55.4, -21.1), (45.1, -12.9), (9, 42),
    ])
    let frames = map.frames.frames
    #expect(
      frames.map(\.place) == [
        .metropolitanFrance, .guadeloupe, .martinique, .guyane, .reunion, .mayotte,
      ])
    #expect(map.frames.frameOfFace == [0, 1, 2, 3, 4, 5, 0])
    #expect(abs(max(frames[0].size.x, frames[0].size.y) - MapFrames.mainSide) < 1)
    for (index, one) in frames.enumerated() {
      #expect(all(one.corner .>= SIMD2(0, 0)))
      #expect(all(one.corner + one.size .<= map.frames.size + 1))
      for other in frames[(index + 1)...] {
        let isApart =
          (one.corner .>= other.corner + other.size) .| (other.corner .>= one.corner + one.size)
        #expect(any(isApart), "\(one.place) \(other.place)")
      }
    }
  }

  @Test("a study elsewhere has one frame, and squares are square in it")
  func elsewhere() async throws {
    let (map, _) = try await map([(13.4, 52.5)])
    #expect(map.frames.frames.map(\.place) == [.elsewhere])
    let size = map.frames.frames[0].size
    // A fifth of a degree is less to the east than to the north, by the cosine of the latitude.
    #expect(abs(size.x / size.y - 0.608) < 0.003)
  }

  @Test("neighbours across the edge of a place stay together")
  func border() async throws {
    // 11° E is where the frame of metropolitan France ends.
    let (map, _) = try await map([(10.9, 47), (11.1, 47)])
    #expect(map.frames.frames.count == 1)
    #expect(map.arcs.count == 3)
    #expect(map.points.allSatisfy { $0.count >= 2 })
  }

  @Test("without polygons there is a map of nothing")
  func nothing() async throws {
    let (map, _) = try await map([])
    #expect(map.frames.frames.isEmpty && map.arcs.count == 0)
  }
}
