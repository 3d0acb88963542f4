import GeoKernel

/// Gridded population from a GeoTIFF: each pixel is a cell, and its number the people in it.
struct RasterGrid {
  private let path: String
  /// As the settings have it.
  private let input: String
  private let width: Int
  private let height: Int
  private let noData: Double?
  private var table: CellTable
  private var people: [Double] = []
  /// Pixels with people that the file may have.
  private let mostCells: Int
  private var negatives = Oddity()
  private var tooLarge = Oddity()
  private var pixelsRead = 0

  /// Pixels whose number is none of people.
  private struct Oddity {
    var count = 0
    var first: (row: Int, column: Int, value: Double)?

    mutating func add(_ row: Int, _ column: Int, _ value: Double) {
      count += 1
      guard let known = first, (known.row, known.column) < (row, column) else {
        first = (row, column, value)
        return
      }
    }
  }

  /// No cell holds more people than this, as for cells of a CSV file.
  private static let mostPeople = 1e9
  /// Less than two gigabytes of them: metropolitan France in pixels of
  /// 65 metres, all with people.
  private static let mostCells = 1 << 27
  /// Pixels with people that any file may have, and those for each of its bytes: a small file must not
  /// become a large table.
  private static let cellsForAny = 1 << 20
  private static let cellsForEachByte = 128

  /// Reads a file. What the path names (`FILE#EPSG:3035`) comes before the reference system that the
  /// file gives.
  ///
  /// - Complexity: O(pixels); memory for a row of its blocks, and 12 bytes for each pixel with people.
  /// - Throws: `InputFault` where the file cannot be read, says not where its pixels lie, or has nobody.
  static func read(_ input: InputPath) throws(InputFault) -> PopulationGrid {
    let named = try input.pointReference()
    let held = try input.held()
    do {
      let raster = try RasterFile(held)
      let place = raster.description.place
      guard let reference = named ?? place.system.map({ "EPSG:\($0)" }) else {
        throw input.rasterWithoutReference
      }
      try InputFault.refuseWithoutPlaces(reference, path: input.file)
      var grid = RasterGrid(input, raster.description, fileSize: raster.byteCount)
      try raster.forEachRow { row in try grid.take(row) }
      try InputPath.check(held)
      return try grid.finished(reference)
    } catch let fault as RasterFault {
      try InputPath.check(held)
      throw input.fault(fault)
    } catch let fault as InputFault {
      throw fault
    } catch {
      throw input.fault(.unreadable)
    }
  }

  private init(_ input: InputPath, _ picture: RasterDescription, fileSize: Int) {
    (path, self.input) = (input.file, input.name)
    (width, height, noData) = (picture.width, picture.height, picture.noData)
    let place = picture.place
    let south = place.corner.y - place.pixel.y * Double(height)
    table = CellTable(extent: place.pixel, origin: SIMD2(place.corner.x, south))
    mostCells = min(Self.mostCells, Self.cellsForAny + Self.cellsForEachByte * fileSize)
    // No array that grows is copied, nor is there room for more than the file can tell.
    let expected = min(width * height, mostCells, fileSize)
    table.reserveCapacity(expected)
    people.reserveCapacity(expected)
  }

  private mutating func take(_ row: RasterRow) throws(RasterFault) {
    let northing = Int32(height - 1 - row.row)
    for column in row.columns {
      let number = row[column]
      // Nobody, or no number.
      guard number != 0, number == number, number != noData else { continue }
      pixelsRead += 1
      if number < 0 {
        negatives.add(row.row, column, number)
      } else if number > Self.mostPeople {
        tooLarge.add(row.row, column, number)
      } else {
        table.append(key: CellTable.key(row: northing, column: Int32(column)))
        people.append(number)
      }
    }
    guard people.count <= mostCells else {
      throw RasterFault.tooLarge(width: width, height: height)
    }
  }

  private func finished(_ reference: String) throws(InputFault) -> PopulationGrid {
    let anomalies = [
      Self.anomaly(negatives, path, .negative), Self.anomaly(tooLarge, path, .tooLarge),
    ].compactMap { $0 }
    guard !people.isEmpty else {
      throw InputFault(
        path: path,
        problem: Wording(fr: "aucun pixel n’a d’habitants", en: "no pixel has people"),
        cure: Wording(
          fr: "donnez une image dont chaque pixel est un nombre d’habitants",
          en: "give a picture of which each pixel is a number of people"))
    }
    let layer = PopulationGrid.Layer(reference: reference, ground: .cells(table), people: people)
    return PopulationGrid(
      layer,
      InputLedger(
        path: path, input: input, columns: [], rowsRead: pixelsRead,
        rowsSetAside: negatives.count + tooLarge.count), anomalies)
  }

  // MARK: Words

  private enum Kind {
    case negative, tooLarge
  }

  private static func anomaly(_ oddity: Oddity, _ path: String, _ kind: Kind) -> Anomaly? {
    guard let first = oddity.first else { return nil }
    let (count, value) = (oddity.count, first.value)
    let finding =
      switch kind {
      case .negative:
        Wording(
          fr: count.inFrench(
            "pixel négatif que le fichier ne donne pas pour vide",
            "pixels négatifs que le fichier ne donne pas pour vides") + " (ici \(value))",
          en: count.inEnglish("negative pixel", "negative pixels")
            + " that the file does not call empty (here \(value))")
      case .tooLarge:
        Wording(
          fr: count.inFrench("pixel", "pixels")
            + " de plus d’un milliard d’habitants (ici \(value))",
          en: count.inEnglish("pixel", "pixels") + " of more than a billion people (here \(value))")
      }
    return Anomaly(
      kind == .negative ? .warning : .error, .cellSetAside, file: path,
      object: "pixel \(first.column),\(first.row)", finding: finding,
      treatment: Wording(fr: "comptés pour personne", en: "counted as nobody"))
  }
}

extension PopulationGrid {
  /// - Parameter layer: cells with people.
  fileprivate init(_ layer: Layer, _ ledger: InputLedger, _ anomalies: [Anomaly]) {
    layers = [layer]
    self.ledger = ledger
    self.anomalies = anomalies
    totalPopulation = layer.people.reduce(0, +)
  }
}
