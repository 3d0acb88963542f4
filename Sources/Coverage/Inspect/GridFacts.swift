import GeoKernel

/// What there is to know of a gridded population, in words.
enum GridFacts {
  /// Cells and people of each layer, and where they lie.
  ///
  /// - Complexity: O(cells).
  static func all(_ grid: PopulationGrid) -> [Wording] {
    grid.layers.flatMap { layer in
      [count(layer), box(layer)] + (place(layer, path: grid.ledger.path).map { [$0] } ?? [])
    }
  }

  /// A number of people, or of units of a reference system, with six decimals at most.
  static func written(_ number: Double) -> String {
    let millionths = (number * 1e6).rounded()
    guard abs(millionths) < 0x1p53, millionths != 0 || number == 0 else { return "\(number)" }
    let rounded = millionths / 1e6
    return Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
  }

  private static func count(_ layer: PopulationGrid.Layer) -> Wording {
    let people = written(layer.people.reduce(0, +))
    guard case .cells(let table) = layer.ground else {
      return Wording(
        fr: "\(layer.count) points (\(layer.reference)), \(people) habitants",
        en: "\(layer.count) points (\(layer.reference)), \(people) people")
    }
    let size = "\(written(table.extent.x)) × \(written(table.extent.y))"
    return Wording(
      fr: "\(layer.count) carreaux de \(size) (\(layer.reference)), \(people) habitants",
      en: "\(layer.count) cells of \(size) (\(layer.reference)), \(people) people")
  }

  /// The smallest box of the reference system that holds all cells, or all points.
  private static func box(_ layer: PopulationGrid.Layer) -> Wording {
    var (low, high) = (layer.centre(of: 0), layer.centre(of: 0))
    switch layer.ground {
    case .cells(let table):
      for position in table.rowNumbers.indices {
        let cells = table.cells(ofRow: position)
        for cell in [cells.lowerBound, cells.upperBound - 1] {
          let place = SIMD2(Double(table.columns[cell]), Double(table.rowNumbers[position]))
          let middle = table.origin + table.extent * (place + 0.5)
          (low, high) = (pointwiseMin(low, middle), pointwiseMax(high, middle))
        }
      }
    case .points(let table):
      for index in table.x.indices {
        let place = SIMD2(table.x[index], table.y[index])
        (low, high) = (pointwiseMin(low, place), pointwiseMax(high, place))
      }
    }
    low -= layer.cellExtent / 2
    high += layer.cellExtent / 2
    return extent(from: low, to: high)
  }

  /// A box by its south-western and its north-eastern corner.
  static func extent(from low: SIMD2<Double>, to high: SIMD2<Double>) -> Wording {
    let corners = [low.x, low.y, high.x, high.y].map { written($0) }
    return Wording(
      fr: "de l’ouest \(corners[0]), sud \(corners[1]) à l’est \(corners[2]), nord \(corners[3])",
      en: "from west \(corners[0]), south \(corners[1]) to east \(corners[2]), north \(corners[3])")
  }

  /// Nil where PROJ cannot tell.
  private static func place(_ layer: PopulationGrid.Layer, path: String) -> Wording? {
    guard let sample = try? LayerSample(layer, inDegrees: true, path: path) else { return nil }
    let places = sample.degrees.filter { $0.x.isFinite && $0.y.isFinite }
    guard !places.isEmpty else { return nil }
    let words = FrenchPlaces.described(
      longitudes: places.map { $0.x }, latitudes: places.map { $0.y })
    guard places.count < layer.count else {
      return Wording(fr: "lieu : \(words.french)", en: "place: \(words.english)")
    }
    return Wording(
      fr: "lieu, d’après \(places.count) d’entre eux : \(words.french)",
      en: "place, by \(places.count) of them: \(words.english)")
  }
}
