import Testing

@testable import GeoKernel

@Suite("Projections to longitude and latitude")
struct ProjectionTests {
  private func degrees(_ definition: String, _ x: Double, _ y: Double) throws -> (Double, Double) {
    let projection = try Projection(from: definition)
    var xs = [x]
    var ys = [y]
    try projection.transform(x: &xs, y: &ys)
    return (xs[0], ys[0])
  }

  /// The formulas of the IGN (note technique NT/G 71, algorithms 3 and 19), worked by hand with the
  /// constants of Lambert-93, give 652469.02 6862035.26.
  @Test("Lambert-93 gives Paris where the IGN's formulas put it, longitude first")
  func paris() throws {
    let (longitude, latitude) = try degrees("EPSG:2154", 652_469.02, 6_862_035.26)
    #expect(abs(longitude - 2.3522) < 1e-6)
    #expect(abs(latitude - 48.8566) < 1e-6)
  }

  /// By their definitions, the false origin of each system is its natural origin.
  @Test(
    "the origin of each legal system is where its definition says",
    arguments: [
      ("EPSG:2154", 700_000, 6_600_000, 3, 46.5), ("EPSG:2975", 500_000, 10_000_000, 57, 0),
      ("EPSG:5490", 500_000, 0, -63, 0), ("EPSG:2972", 500_000, 0, -51, 0),
      ("EPSG:4471", 500_000, 10_000_000, 45, 0), ("EPSG:4467", 500_000, 0, -57, 0),
      ("EPSG:3857", 0, 0, 0, 0), ("EPSG:3035", 4_321_000, 3_210_000, 10, 52),
    ] as [(String, Double, Double, Double, Double)])
  func origins(
    _ definition: String, _ x: Double, _ y: Double, _ longitude: Double, _ latitude: Double
  ) throws {
    let found = try degrees(definition, x, y)
    #expect(abs(found.0 - longitude) < 2e-5)
    #expect(abs(found.1 - latitude) < 2e-5)
  }

  @Test("WGS 84 keeps longitude first, although its axes say latitude first")
  func axisOrder() throws {
    let found = try degrees("EPSG:4326", 2.3522, 48.8566)
    #expect(found == (2.3522, 48.8566))
  }

  @Test("columns are transformed point by point, and empty ones are left")
  func columns() throws {
    let projection = try Projection(from: "EPSG:2154")
    var x = [700_000, 652_469.02, 700_000]
    var y = [6_600_000, 6_862_035.26, 6_600_000]
    try projection.transform(x: &x, y: &y)
    #expect(x[0] == x[2] && y[0] == y[2])
    #expect(abs(x[1] - 2.3522) < 1e-6)
    var none: [Double] = []
    var nothing: [Double] = []
    try projection.transform(x: &none, y: &nothing)
    #expect(none.isEmpty && nothing.isEmpty)
  }

  @Test(
    "what PROJ does not know throws, and names it",
    arguments: [
      "EPSG:999999", "EPSG:LAMBERT", "nonsense", "", " ", "EPSG:", "+proj=nowhere", "PROJCS[",
      "GEOGCS[\"x\"]", "{}", "EPSG:5720", "EPSG:1127", "EPSG:4978", "+proj=longlat",
    ])
  func unknown(definition: String) {
    do {
      let projection = try Projection(from: definition)
      // PROJ takes some of them after all: then the transformation must work or throw.
      var x = [1.0]
      var y = [2.0]
      try projection.transform(x: &x, y: &y)
      #expect(x[0].isFinite && y[0].isFinite)
      #expect(!["EPSG:999999", "nonsense", "", "PROJCS["].contains(definition))
    } catch {
      #expect(error.definition == definition)
      #expect(!error.message.isEmpty)
    }
  }

  /// A GeoPackage may declare a plan of no place on Earth: PROJ then gives no transformation and no
  /// error number either. In a process of its own, since it once was a crash.
  @Test("a system tied to no place on Earth throws")
  func engineeringSystems() async {
    await #expect(processExitsWith: .success) {
      for definition in [
        "LOCAL_CS[\"plan\",UNIT[\"metre\",1]]",
        "ENGCRS[\"a\",EDATUM[\"b\"],CS[Cartesian,2],AXIS[\"x\",east],AXIS[\"y\",north],"
          + "LENGTHUNIT[\"metre\",1]]",
      ] {
        #expect(throws: ProjectionFault.self) { _ = try Projection(from: definition) }
      }
    }
  }

  @Test(
    "a point outside of where the projection is defined throws",
    arguments: [("EPSG:3035", 1e9), ("EPSG:2154", .nan), ("EPSG:2154", .infinity)])
  func outside(definition: String, x: Double) throws {
    let projection = try Projection(from: definition)
    var xs = [4_000_000, x]
    var ys = [3_000_000, 3_000_000.0]
    #expect(throws: ProjectionFault.self) {
      try projection.transform(x: &xs, y: &ys)
    }
  }
}

@Suite("Projections from any system to any other")
struct ProjectionPairTests {
  /// Seeded positions where each system is at home.
  private func positions(
    _ longitudes: ClosedRange<Double>, _ latitudes: ClosedRange<Double>
  ) -> (x: [Double], y: [Double]) {
    var random = SplitMix(seed: 2_154)
    return (
      (0..<1_000).map { _ in .random(in: longitudes, using: &random) },
      (0..<1_000).map { _ in .random(in: latitudes, using: &random) }
    )
  }

  /// The way back from EPSG:3035 is a short series in PROJ 9.1: 6.4e-9 degrees, or 0.7 mm.
  @Test(
    "there and back is where one started, below 1e-9 degrees",
    arguments: [
      ("EPSG:2154", -5.0...10.0, 41.0...51.5, 1e-9), ("EPSG:3035", -5...10, 41...51.5, 1e-8),
      ("EPSG:3857", -5...10, 41...51.5, 1e-9), ("EPSG:2975", 55...56, -22...(-20.5), 1e-9),
      ("EPSG:5490", -62...(-60.5), 14...17, 1e-9), ("EPSG:2972", -55...(-51), 2...6, 1e-9),
      ("EPSG:4171", -5...10, 41...51.5, 1e-9),
    ] as [(String, ClosedRange<Double>, ClosedRange<Double>, Double)])
  func roundTrip(
    system: String, longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>, limit: Double
  ) throws {
    let given = positions(longitudes, latitudes)
    var (x, y) = given
    try Projection(from: Projection.degrees, to: system).transform(x: &x, y: &y)
    if system != "EPSG:4171" { #expect(x[0] != given.x[0]) }
    try Projection(from: system).transform(x: &x, y: &y)
    let error = max(
      zip(x, given.x).map { abs($0 - $1) }.max() ?? 0,
      zip(y, given.y).map { abs($0 - $1) }.max() ?? 0)
    #expect(error < limit)
  }

  @Test("from one plane to another is the way by degrees, below a tenth of a millimetre")
  func direct() throws {
    var (x, y) = positions(-5...10, 41...51.5)
    try Projection(from: Projection.degrees, to: "EPSG:2154").transform(x: &x, y: &y)
    var (byDegreesX, byDegreesY) = (x, y)
    try Projection(from: "EPSG:2154", to: "EPSG:3035").transform(x: &x, y: &y)
    try Projection(from: "EPSG:2154").transform(x: &byDegreesX, y: &byDegreesY)
    try Projection(from: Projection.degrees, to: "EPSG:3035")
      .transform(x: &byDegreesX, y: &byDegreesY)
    #expect(zip(x, byDegreesX).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(zip(y, byDegreesY).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("what PROJ makes is rounded to a micrometre, whatever its last bits are")
  func rounded() throws {
    for (source, target, steps) in [
      (Projection.degrees, "EPSG:2154", 1e6), ("EPSG:2154", Projection.degrees, 1e11),
      ("EPSG:2154", "EPSG:3035", 1e6),
    ] {
      var (x, y) = positions(-5...10, 41...51.5)
      if source != Projection.degrees {
        try Projection(from: Projection.degrees, to: source).transform(x: &x, y: &y)
      }
      try Projection(from: source, to: target).transform(x: &x, y: &y)
      for number in x + y { #expect((number * steps).rounded() / steps == number) }
    }
  }

  @Test("the definition that PROJ refuses is the one named")
  func culprit() {
    for (source, target, culprit) in [
      ("EPSG:999999", "EPSG:2154", "EPSG:999999"), ("EPSG:2154", "EPSG:999999", "EPSG:999999"),
      ("nonsense", "also nonsense", "also nonsense"),
    ] {
      #expect { _ = try Projection(from: source, to: target) } throws: {
        ($0 as? ProjectionFault)?.definition == culprit
      }
    }
  }

  @Test("points without a place become infinite, and cost the others nothing")
  func wherePossible() throws {
    let projection = try Projection(from: "EPSG:3035")
    var x = [4_321_000, 1e9, .nan, 4_321_000, .infinity]
    var y = [3_210_000.0, 1e9, 0, 3_210_000, 0]
    projection.transformWherePossible(x: &x, y: &y)
    #expect(x.map(\.isFinite) == [true, false, false, true, false])
    #expect(x[1] == .infinity && x[2] == .infinity && y[1] == .infinity && y[2] == .infinity)
    #expect(abs(x[3] - 10) < 1e-9 && abs(y[3] - 52) < 1e-9)
  }

  @Test(
    "systems of longitudes and latitudes are told from planes",
    arguments: [
      ("EPSG:4326", true), ("EPSG:4171", true), ("EPSG:4807", true), ("EPSG:4979", true),
      ("EPSG:4326+5773", true), ("EPSG:2154", false), ("EPSG:3035", false),
      ("EPSG:2154+5720", false),
      ("EPSG:4978", false), ("nonsense", false), ("", false),
      ("+proj=longlat +ellps=GRS80 +towgs84=1,2,3 +type=crs", true),
    ])
  func kinds(definition: String, isGeographic: Bool) {
    #expect(Projection.isGeographic(definition) == isGeographic)
  }
}
