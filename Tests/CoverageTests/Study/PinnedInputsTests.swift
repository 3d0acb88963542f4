import Foundation
import GeoKernel
import Testing

@testable import Coverage

/// What is hashed is what was read: of a file replaced after it was first seen, no reader takes a byte.
@Suite("Inputs that are replaced")
struct PinnedInputsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let list = Array("cpts_id,stade,code\nA,projet,01001\n".utf8)
  private static let map = Array("{\"type\":\"FeatureCollection\",\"features\":[]}".utf8)
  private static let cells = Array(
    "idcar_200m,ind\nCRS3035RES200mN2000000E4000000,5\n".utf8)

  private static var package: [UInt8] {
    var package = TinyGeoPackage()
    package.layer("communes", [("01004", .null)])
    return package.bytes
  }

  private static let picture = DrawnPicture(
    width: 1, values: [5], form: .float32, rowsInStrip: 1, tile: nil, pixel: SIMD2(200, 200),
    corner: SIMD2(4_000_000, 2_000_200)
  ).bytes

  private static let readers: [(String, [UInt8], @Sendable (InputPath) throws -> Void)] = [
    ("list.csv", list, { _ = try DelimitedText.read($0) }),
    ("zipped.zip", ZipWriter.archive([.init("a.csv", list)]), { _ = try DelimitedText.read($0) }),
    ("map.geojson", map, { _ = try FeatureTable.read($0) }),
    ("units.gpkg", package, { _ = try FeatureTable.read($0) }),
    ("cells.csv", cells, { _ = try PopulationGrid.read($0, named: [:]) }),
    ("pixels.tif", picture, { _ = try PopulationGrid.read($0, named: [:]) }),
    ("digest.csv", list, { _ = try InputDigest($0) }),
  ]

  @Test("each reader refuses another file under the name, by renaming and by a link that turns")
  func readers() throws {
    for (name, bytes, read) in Self.readers {
      for byLink in [false, true] {
        let first = try scratch.write("first-\(name)", bytes: bytes)
        let second = try scratch.write("second-\(name)", bytes: bytes)
        let path = scratch.path(name)
        try? FileManager.default.removeItem(atPath: path)
        if byLink {
          try #require(symlink(first, path) == 0)
        } else {
          try #require(rename(first, path) == 0)
        }
        let input = try InputPath(path).pinned()
        try read(input)
        if byLink {
          try #require(symlink(second, path + ".new") == 0 && rename(path + ".new", path) == 0)
        } else {
          try #require(rename(second, path) == 0)
        }
        let fault = try #require(fault { try read(input) }, "\(name)")
        #expect(fault.kind == .data && fault.path == path, "\(name)")
        #expect(
          fault.problem.english == "the file was changed or replaced while it was read", "\(name)")
      }
    }
  }

  private func options(_ change: (inout StudySettings) -> Void = { _ in }) throws -> StudyOptions {
    var settings = StudySettings()
    settings.units = try scratch.write("u.gpkg", bytes: Self.package)
    settings.cpts = [try scratch.write("l.csv", bytes: Self.list)]
    change(&settings)
    return try StudyOptions(settings, today: CivilDate("2026-01-01")!)
  }

  @Test("a study is held to every file that its settings name, its rules included")
  func everyFile() throws {
    let packs = Checkout.root + "/data/rules/aci-2019.yml"
    let rules = try scratch.write("r.yml", bytes: Checkout.bytes(packs))
    let list = Self.list
    let options = try options { settings in
      settings.rules = rules
      settings.movements = try? scratch.write("m.csv", bytes: list)
      settings.decisions = try? scratch.write("d.csv", bytes: list)
      settings.population = [(try? scratch.write("p.csv", bytes: list)) ?? ""]
      settings.attributes = [(try? scratch.write("a.csv", bytes: list)) ?? ""]
      settings.grid = [(try? scratch.write("g.csv", bytes: list)) ?? ""]
      settings.proposals = [(try? scratch.write("t.csv", bytes: list)) ?? ""]
    }
    let inputs = try options.pinned().inputs
    #expect(inputs.count == 9)
    #expect(inputs.allSatisfy { $0.identity != nil })
  }

  @Test("a file given twice in one setting is refused, under whatever name; its sheets are apart")
  func twice() throws {
    let other = scratch.path("again.csv")
    try scratch.write("l.csv", bytes: Self.list)
    try #require(symlink(scratch.path("l.csv"), other) == 0)
    let fault = try #require(
      fault {
        _ = try options { $0.cpts.append(other) }.pinned()
      })
    #expect(fault.kind == .usage)
    #expect(fault.message(in: .english).hasPrefix("--cpts \(other): a file given twice — "))
    let copy = try scratch.write("copy.csv", bytes: Self.list)
    _ = try options { $0.cpts.append(copy) }.pinned()
    _ = try options { $0.cpts = [$0.cpts[0] + "#a", $0.cpts[0] + "#b"] }.pinned()
  }
}
