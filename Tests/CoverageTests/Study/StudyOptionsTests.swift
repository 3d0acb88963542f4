import Testing

@testable import Coverage

@Suite("Options of a study")
struct StudyOptionsTests {
  private func settings(_ change: (inout StudySettings) -> Void = { _ in }) -> StudySettings {
    var settings = StudySettings()
    settings.units = "units.gpkg"
    settings.cpts = ["cpts.csv"]
    change(&settings)
    return settings
  }

  private func options(_ settings: StudySettings) throws -> StudyOptions {
    try StudyOptions(settings, today: CivilDate("2026-01-01")!)
  }

  @Test("grids are inputs, after the maps and lists of CPTS; # names their reference system")
  func grids() throws {
    let options = try options(
      settings {
        $0.cpts = ["cpts.csv", "t.gpkg#territoires"]
        $0.grid = ["metropole.csv", "reunion.csv#EPSG:2975"]
      })
    #expect(options.grid.map(\.file) == ["metropole.csv", "reunion.csv"])
    #expect(options.grid.map(\.layer) == [nil, "EPSG:2975"])
    #expect(
      options.inputs.map(\.name) == [
        "units.gpkg", "cpts.csv", "t.gpkg#territoires", "metropole.csv", "reunion.csv#EPSG:2975",
      ])
  }

  @Test("a verification is all, or a number of units")
  func verification() {
    #expect(Verification("all") == .all)
    #expect(Verification("1") == .sample(1))
    for text in ["", "0", "-1", "ALL", "1.0", "99999999999999999999"] {
      #expect(Verification(text) == nil, "\(text)")
    }
    for text in ["all", "25"] { #expect(Verification(text)?.description == text) }
  }

  @Test(
    "a width is not negative, people are above zero, and both small enough to be doubled",
    arguments: [
      (50.0, 50, true), (0.001, 1, true), (1e7, 1_000_000_000, true), (0, 50, true),
      (.nan, 50, false), (.infinity, 50, false), (-1, 50, false), (50, 0, false),
      (50, -1, false), (50, .max, false), (1.1e7, 50, false),
    ] as [(Double, Int, Bool)])
  func thresholds(width: Double, people: Int, isFine: Bool) throws {
    let settings = settings {
      $0.sliverWidth = width
      $0.sliverPeople = people
    }
    guard isFine else {
      #expect(fault { _ = try self.options(settings) }?.kind == .usage)
      return
    }
    let options = try self.options(settings)
    #expect(options.sliverWidth == width && options.sliverPeople == people)
  }

  @Test("settings are completed by others only where they are silent")
  func over() {
    let flags = settings {
      $0.verify = .sample(3)
      $0.sliverPeople = 5
    }
    let file = settings {
      $0.verify = .all
      $0.sliverWidth = 7
      $0.sliverPeople = 6
      $0.grid = ["g.csv"]
    }
    let both = flags.over(file)
    #expect(both.verify == .sample(3) && both.sliverWidth == 7 && both.sliverPeople == 5)
    #expect(both.grid == ["g.csv"])
    #expect(settings { $0.grid = ["h.csv"] }.over(file).grid == ["h.csv"])
  }
}
