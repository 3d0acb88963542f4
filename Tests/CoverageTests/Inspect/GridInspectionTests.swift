import Testing

@testable import Coverage

@Suite("Inspecting a gridded population")
struct GridInspectionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func text(_ inspection: Inspection, in language: Language) -> String {
    inspection.text(in: language).replacing(inspection.path, with: "FILE")
  }

  /// Around Bordeaux: six pixels of a kilometre.
  private var picture: DrawnPicture {
    DrawnPicture(
      width: 3, values: [0, 1.5, 20, -9, 40, -2], pixel: SIMD2(1000, 1000),
      corner: SIMD2(3_480_000, 2_480_000), noData: "-9")
  }

  @Test("a GeoTIFF: pixels, system, extent, empty pixels, people, problems, use")
  func geoTIFF() throws {
    let inspection = try Inspection(try scratch.file("p.tif", picture.bytes))
    #expect(
      text(inspection, in: .english) == """
        FILE
          GeoTIFF
          3 pixels with people: gridded population
          3 × 2 pixels of 1000 × 1000
          reference system: EPSG:3035; the picture reaches from west 3480000, south 2478000 to east \
        3483000, north 2480000
          empty pixels (NoData): -9
          3 cells of 1000 × 1000 (EPSG:3035), 61.5 people
          from west 3481000, south 2478000 to east 3483000, north 2480000
          place: metropolitan France (3)
          attention carreau_ecarte (1)
            pixel 2,1 : 1 negative pixel that the file does not call empty (here -2.0) → counted as \
        nobody
          to use it: --grid FILE
        """)
    #expect(text(inspection, in: .french).contains("\n  3 pixels peuplés : population carroyée\n"))
    #expect(Inspection.json([inspection], in: .french).contains("\"population_carroyee\""))
  }

  @Test("a picture that a study would refuse is described all the same")
  func refused() throws {
    var picture = picture
    picture.system = nil
    let path = try scratch.file("p.tif", picture.bytes)
    let inspection = try Inspection(path)
    #expect(inspection.facts.count == 3 && inspection.rows == 0)
    #expect(inspection.facts[1].french.hasPrefix("système de référence : non déclaré ;"))
    #expect(inspection.obstacle?.cure.french.contains("#EPSG:3035") == true)
    let named = try Inspection(InputPath(path.file + "#EPSG:2154"))
    #expect(named.obstacle == nil && named.rows == 3)
    #expect(named.path.hasSuffix("#EPSG:2154"))
    #expect(throws: InputFault.self) {
      try Inspection(try scratch.file("x.tif", Array(picture.bytes.prefix(12))))
    }
  }

  @Test("cells and points of a CSV file: how many, how large, where, people")
  func lists() throws {
    let cells = try Inspection(
      try scratch.file(
        "c.csv",
        "IdINSPIRE;Ind\nCRS3035RES200mN2478000E3480000;1,5\nCRS3035RES200mN2478400E3480200;3\n"
          + "CRS2975RES1000mN7650000E320000;2\n"))
    #expect(
      cells.facts.map { $0.english } == [
        "1 cells of 1000 × 1000 (EPSG:2975), 2 people",
        "from west 320000, south 7650000 to east 321000, north 7651000", "place: La Réunion (1)",
        "2 cells of 200 × 200 (EPSG:3035), 4.5 people",
        "from west 3480000, south 2478000 to east 3480400, north 2478600",
        "place: metropolitan France (2)",
      ])
    let points = try Inspection(try scratch.file("p.csv", "lon,lat,ind\n2.5,48,4\n3,47,2\n"))
    #expect(
      points.facts.map { $0.french } == [
        "2 points (EPSG:4326), 6 habitants", "de l’ouest 2.5, sud 47 à l’est 3, nord 48",
        "lieu : France métropolitaine (2)",
      ])
  }

  @Test("of many cells some tell the place")
  func many() throws {
    let rows = (0..<5_000).map {
      "CRS3035RES200mN\(2_400_000 + 200 * ($0 / 100))E\(3_480_000 + 200 * ($0 % 100)),1\n"
    }
    let inspection = try Inspection(try scratch.file("c.csv", "IdINSPIRE,Ind\n\(rows.joined())"))
    #expect(
      inspection.facts.last?.english == "place, by 4000 of them: metropolitan France (4000)")
  }
}
