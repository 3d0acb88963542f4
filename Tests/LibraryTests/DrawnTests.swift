import Coverage
import Testing

/// What there is to read besides where territories are drawn.
struct DrawnTests {
  /// P, Q and R cover everything, but for a strip of some 11 metres between P and Q; Q and R share one of
  /// 8 metres.
  private static let map = """
    {"type":"FeatureCollection","features":[
    \(rectangle("P", 2.00, 2.0150)),
    \(rectangle("Q", 2.01515, 2.0250)),
    \(rectangle("R", 2.0249, 2.0400))]}
    """

  private static func collection(_ features: [String]) -> String {
    #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#
  }

  private static func rectangle(_ id: String, _ west: Double, _ east: Double) -> String {
    let ring = [(west, 46.0), (east, 46.0), (east, 46.03), (west, 46.03), (west, 46.0)]
      .map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return #"{"type":"Feature","properties":{"cpts_id":"\#(id)","stade":"aci_signe"},"#
      + #""geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}"#
  }

  private func study(
    listing lists: [String] = [], sliverWidth: Double? = nil
  ) async throws -> Study {
    try await SmallWorld.withFile("cpts.geojson", Self.map) { path in
      try await SmallWorld.study {
        $0.cpts = [path] + lists
        $0.sliverWidth = sliverWidth
      }
    }
  }

  @Test(
    "a strip between drawings follows its communes; at the word of the drawings it is a white zone")
  func strips() async throws {
    let study = try await study()
    #expect(study.strips.isEmpty && study.whiteZones.isEmpty)
    let all = study.coverage[0].breakdown
    #expect(all.cumulative(.letterOfIntent) == all.total)
    let drawn = try await self.study(sliverWidth: 0)
    #expect(drawn.whiteZones.map(\.id) == ["ZB-01002"])
    #expect(drawn.whiteZones.map(\.people) == [31])
    #expect(drawn.coverage[0].breakdown.cumulative(.letterOfIntent) + 31 == all.total)
  }

  @Test("people who are white count, though only communes of unknown people name their place")
  func slightPart() async throws {
    let corner = [(2.0, 2.01), (2.01, 2.02)]
    let units = zip(corner, [("01001", "null"), ("01002", "1000")]).map { sides, unit in
      Self.rectangle("", sides.0, sides.1)
        .replacing(
          #""cpts_id":"","stade":"aci_signe""#,
          with: #""code":"\#(unit.0)","population":\#(unit.1)"#)
    }
    let drawing = Self.rectangle("P", 2.01008, 2.02)
    let study = try await SmallWorld.withFile("units.geojson", Self.collection(units)) { units in
      try await SmallWorld.withFile("cpts.geojson", Self.collection([drawing])) { cpts in
        try await SmallWorld.study { settings in
          (settings.units, settings.cpts) = (units, [cpts])
          settings.sliverWidth = 1
        }
      }
    }
    #expect(study.whiteZones.map(\.people) == [8])
    #expect(study.whiteZones.map(\.communes) == [[UnitCode("01001")]])
    let all = study.coverage[0].breakdown
    #expect(all.cumulative(.letterOfIntent) + 8 == all.total)
  }

  @Test(
    "what two drawings share by a few metres is no overlap, but at their word it is one with its width"
  )
  func slivers() async throws {
    let study = try await study()
    #expect(study.overlaps.isEmpty)
    #expect(study.sliverSensitivity.count == 9)
    #expect(study.sliverSensitivity.allSatisfy { $0.overlaps == 0 })
    let drawn = try await self.study(sliverWidth: 0)
    #expect(drawn.overlaps.map(\.qualification) == [.twoValidatedProjects])
    #expect((7..<8).contains(try #require(drawn.overlaps.first?.widthMetres)))
  }

  @Test("a commune that a drawing cuts says how its people were shared out, and how sure that is")
  func sharing() async throws {
    let aligned = try await study().communes.first { $0.code == UnitCode("01002") }
    #expect(aligned?.sharing == .area && aligned?.peopleCoveredRange == 2_000...2_000)
    let communes = try await study(sliverWidth: 0).communes
    let bourg = try #require(communes.first { $0.code == UnitCode("01002") })
    #expect(bourg.sharing == .area)
    #expect(bourg.peopleCovered == 1_970)
    #expect(bourg.peopleCoveredRange == 0...2_000)
    let aval = try #require(communes.first { $0.code == UnitCode("01001") })
    #expect(aval.sharing == .wholeUnit)
    #expect(aval.peopleCoveredRange == 1_000...1_000)
  }

  @Test("a CPTS given as a list and as a drawing says what each alone covers")
  func listAndDrawing() async throws {
    let list = "cpts_id,stade,code_commune\nP,aci_signe,01001\nP,aci_signe,02001\n"
    let study = try await SmallWorld.withFile("list.csv", list) { path in
      try await self.study(listing: [path])
    }
    let compared = try #require(study.listsAndDrawings.first)
    #expect(study.listsAndDrawings.count == 1)
    #expect(compared.id == CPTSID("P"))
    #expect(compared.list.people == 1_800)
    #expect(compared.both.people == 1_000)
    #expect(compared.communesOfListOnly.map(\.text) == ["02001"])
    #expect(
      compared.communesOfDrawingOnly.map(\.text) == ["01002", "01004", "01005", "01006", "02004"])
    let whole = compared.list.people + compared.drawing.people - compared.both.people
    #expect(study.cpts.first?.people == whole)
  }
}
