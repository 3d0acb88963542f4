import Testing

@testable import GeoKernel

/// The projection of pictures against PROJ's Lambert-93: the shape must be the same, not the metre.
@Suite struct DisplayProjectionTests {
  @Test("France has the shape of Lambert-93, within a hundredth of what it measures")
  func france() throws {
    let places = [(-4.8, 48.4), (8.2, 48.9), (2.35, 48.86), (9.2, 41.4), (-1.5, 43.3), (2.4, 51.1)]
    var x = places.map { $0.0 }
    var y = places.map { $0.1 }
    let projection = try Projection(from: Projection.degrees, to: "EPSG:2154")
    try projection.transform(x: &x, y: &y)
    let drawn = places.map {
      DisplayProjection.lambertFrance.metres(longitude: $0.0, latitude: $0.1)
    }
    for one in places.indices {
      for other in places.indices {
        let step = drawn[other] - drawn[one]
        #expect(abs(step.x - (x[other] - x[one])) < 10_000)
        #expect(abs(step.y - (y[other] - y[one])) < 10_000)
      }
    }
  }

  @Test("a degree east is a degree north times the cosine of the latitude")
  func equirectangular() {
    let projection = DisplayProjection.equirectangular(longitude: 55.5, latitude: -60)
    let east = projection.metres(longitude: 56.5, latitude: -60)
    let north = projection.metres(longitude: 55.5, latitude: -59)
    #expect(abs(east.x / north.y - 0.5) < 1e-9)
    #expect(abs(east.y) < 1e-6 && abs(north.x) < 1e-6)
  }

  @Test("poles and antimeridians are finite", arguments: [(0.0, 90.0), (180, -90), (-180, 0)])
  func extremes(longitude: Double, latitude: Double) {
    for projection in [
      DisplayProjection.lambertFrance, .equirectangular(longitude: 3, latitude: 90),
    ] {
      let point = projection.metres(longitude: longitude, latitude: latitude)
      #expect(point.x.isFinite && point.y.isFinite)
    }
  }
}
