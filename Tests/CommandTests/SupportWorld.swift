/// Four square communes of 0.01°, two departments:
///
///     north  02001 Cère 300    02002 Doux 40
///     south  01001 Aulnay 1000 01002 Brie 2000
///
/// CPTS A (`aci_signe`) is Aulnay; CPTS B (`lettre_intention`) is Aulnay and Brie. The north is white.
enum World {
  static let aulnay = Square("01001", "Aulnay", "1000", column: 0, row: 0)
  static let brie = Square("01002", "Brie", "2000", column: 1, row: 0)
  static let cere = Square("02001", "Cère", "300", column: 0, row: 1)
  static let doux = Square("02002", "Doux", "40", column: 1, row: 1)
  static let squares = [aulnay, brie, cere, doux]

  /// One feature a line: 01001 at line 2, 02002 at line 5.
  static let units = collection(squares.map(\.feature))

  static let cpts = """
    cpts_id,cpts_nom,stade,code_commune
    A,CPTS Amont,aci_signe,01001
    B,CPTS Bas,lettre_intention,01001
    B,CPTS Bas,lettre_intention,01002

    """

  /// The files that `report` promises and writes today.
  static let tables = [
    "anomalies", "chevauchements", "communes", "couverture", "cpts", "options",
    "options_communes", "secteurs", "zones_blanches", "zones_blanches_voisins",
  ]
  static let maps = ["chevauchements", "communes", "cpts", "secteurs", "zones_blanches"]
  static let header = "gravite,regle,fichier,ligne,objet,constat,traitement\n"

  static func collection(_ features: [String], members: String = "") -> String {
    "{\"type\":\"FeatureCollection\",\(members)\"features\":[\n"
      + features.joined(separator: ",\n") + "\n]}\n"
  }
}

/// A commune drawn as a square of 0.01°, near 2° E 46° N.
struct Square {
  let code: String
  let name: String
  /// As JSON: `1000`, `null`, `"12,5"`.
  var population: String
  /// As JSON.
  var geometry: String
  let corner: (longitude: Double, latitude: Double)

  init(_ code: String, _ name: String, _ population: String, column: Int, row: Int) {
    self.code = code
    self.name = name
    self.population = population
    corner = (2 + Double(column) / 100, 46 + Double(row) / 100)
    let ring = Self.ring(corner, side: 0.01).map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
    geometry = "{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}"
  }

  var department: String { String(code.prefix(2)) }
  var region: String { department == "01" ? "84" : "32" }

  var feature: String {
    "{\"type\":\"Feature\",\"properties\":{\"code\":\"\(code)\",\"nom\":\"\(name)\","
      + "\"population\":\(population),\"dep\":\"\(department)\",\"reg\":\"\(region)\"},"
      + "\"geometry\":\(geometry)}"
  }

  func people(_ json: String) -> Square {
    var square = self
    square.population = json
    return square
  }

  func drawn(_ json: String) -> Square {
    var square = self
    square.geometry = json
    return square
  }

  /// Five corners, anticlockwise.
  static func ring(
    _ corner: (Double, Double), side: Double
  ) -> [(x: Double, y: Double)] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      (rounded(corner.0 + $0.0 * side), rounded(corner.1 + $0.1 * side))
    }
  }

  private static func rounded(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }
}
