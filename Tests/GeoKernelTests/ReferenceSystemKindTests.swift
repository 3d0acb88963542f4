import Testing

@testable import GeoKernel

@Suite("Kinds of reference systems")
struct ReferenceSystemKindTests {
  @Test(
    "places, heights, distances from the centre of the Earth",
    arguments: [
      ("EPSG:4326", ReferenceSystemKind.places), ("EPSG:2154", .places), ("EPSG:4979", .places),
      ("EPSG:4978", .geocentric), ("EPSG:4964", .geocentric), ("EPSG:5720", .vertical),
      // Lambert-93 with the heights of the IGN.
      ("EPSG:2154+5720", .places),
      (
        "LOCAL_CS[\"chantier\",LOCAL_DATUM[\"x\",0],UNIT[\"metre\",1],AXIS[\"e\",EAST],AXIS[\"n\",NORTH]]",
        .local
      ),
      ("EPSG:999999", .unknown), ("+proj=longlat", .places), ("", .unknown),
      // Names that are whole, not parts of names.
      ("RGF93 v1 / Lambert-93", .places), ("WGS 84", .places), ("WGS84", .places),
      ("NGF-IGN69 height", .vertical), ("Lambert", .unknown), ("EOGCS[\"WGS 84\"]", .unknown),
      (" \n PROJCS[", .unknown), ("EPSG:2154\0proj=", .places), ("Lambert\0proj=", .unknown),
    ])
  func kinds(definition: String, kind: ReferenceSystemKind) {
    #expect(ReferenceSystemKind(definition) == kind)
  }
}
