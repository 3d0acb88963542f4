/// A GeoPackage of squares or of drawings.
enum GeoPackage {
  struct Layer {
    let name: String
    /// 4326, 2154, or 0 for a layer that declares no system.
    let system: Int
    /// As in SQL, the geometry apart.
    let columns: String
    let rows: [(shells: [Drawing.Ring], values: [TinyDatabase.Value])]

    init(name: String, squares: [Square], system: Int = 4326) {
      self.name = name
      self.system = system
      columns = "code TEXT, nom TEXT, population INTEGER, dep TEXT, reg TEXT"
      rows = squares.map { square in
        let people = Int(square.population).map { TinyDatabase.Value.integer($0) } ?? .null
        return (
          [Square.ring(square.corner, side: 0.01)],
          [
            .text(square.code), .text(square.name), people, .text(square.department),
            .text(square.region),
          ]
        )
      }
    }

    init(name: String, drawings: [Drawing], system: Int) {
      self.name = name
      self.system = system
      columns = "cpts_id TEXT, stade TEXT"
      rows = drawings.map { ($0.shells, [.text($0.id), .text($0.stage)]) }
    }
  }

  static func bytes(_ layers: [Layer]) -> [UInt8] {
    var package = TinyGeoPackage()
    for layer in layers {
      package.layer(
        layer.name, srs: layer.system, definition: "geom POLYGON, " + layer.columns,
        layer.rows.map { row in
          let rings = row.shells.map { $0.map { ($0.x, $0.y) } }
          return [TinyGeoPackage.polygons(rings, srs: layer.system)] + row.values
        })
    }
    return package.bytes
  }
}
