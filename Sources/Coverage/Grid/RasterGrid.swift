import GeoKernel

/// Gridded population from a GeoTIFF: each pixel is a cell, and its number the people in it.
struct RasterGrid {
  private let path: String
  private let width: Int
  private let height: Int
  private let noData: Double?
  private var cells = Cells()
  private var negatives = Oddity()
  private var tooLarge = Oddity()
  private var pixelsRead = 0

  /// Pixels with people, from the south and the west.
  private struct Cells {
    var keys: [UInt64] = []
    var people: [Double] = []
  }

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
  /// Memory for a few gigabytes of them.
  private static let mostCells = 1 << 27

  /// Reads a file. What the path names (`FILE#EPSG:3035`) comes before the reference system that the
  /// file gives.
  ///
  /// - Complexity: O(pixels); memory for a block of the file and for the pixels with people.
  /// - Throws: `InputFault` where the file cannot be read, says not where its pixels lie, or has nobody.
  static func read(_ input: InputPath) throws(InputFault) -> PopulationGrid {
    let named = try input.pointReference()
    do {
      let raster = try RasterFile(input.file)
      let place = raster.description.place
      guard let reference = named ?? place.system.map({ "EPSG:\($0)" }) else {
        throw input.rasterWithoutReference
      }
      var grid = RasterGrid(input.file, raster.description)
      try raster.forEachRow { row in try grid.take(row) }
      return try grid.finished(place, reference)
    } catch let fault as RasterFault {
      throw input.fault(fault)
    } catch let fault as InputFault {
      throw fault
    } catch {
      throw input.fault(.unreadable)
    }
  }

  private init(_ path: String, _ picture: RasterDescription) {
    self.path = path
    (width, height, noData) = (picture.width, picture.height, picture.noData)
  }

  private mutating func take(_ row: RasterRow) throws(RasterFault) {
    let start = UInt64(height - 1 - row.row) * UInt64(width)
    for column in row.columns {
      let people = row[column]
      // Nobody, or no number.
      guard people != 0, people == people, people != noData else { continue }
      pixelsRead += 1
      if people < 0 {
        negatives.add(row.row, column, people)
      } else if people > Self.mostPeople {
        tooLarge.add(row.row, column, people)
      } else {
        cells.keys.append(start + UInt64(column))
        cells.people.append(people)
      }
    }
    guard cells.keys.count <= Self.mostCells else {
      throw RasterFault.tooLarge(width: width, height: height)
    }
  }

  private func finished(
    _ place: RasterPlace, _ reference: String
  ) throws(InputFault) -> PopulationGrid {
    let anomalies = [
      Self.anomaly(negatives, path, .negative), Self.anomaly(tooLarge, path, .tooLarge),
    ].compactMap { $0 }
    guard !cells.keys.isEmpty else {
      throw InputFault(
        path: path,
        problem: Wording(fr: "aucun pixel n’a d’habitants", en: "no pixel has people"),
        cure: Wording(
          fr: "donnez une image dont chaque pixel est un nombre d’habitants",
          en: "give a picture of which each pixel is a number of people"))
    }
    let south = place.corner.y - place.pixel.y * Double(height)
    var table = CellTable(extent: place.pixel, origin: SIMD2(place.corner.x, south))
    table.reserveCapacity(cells.keys.count)
    var people: [Double] = []
    people.reserveCapacity(cells.keys.count)
    for index in ascendingOrder(of: cells.keys) {
      let (row, column) = cells.keys[Int(index)].quotientAndRemainder(dividingBy: UInt64(width))
      table.append(key: CellTable.key(row: Int32(row), column: Int32(column)))
      people.append(cells.people[Int(index)])
    }
    let layer = PopulationGrid.Layer(reference: reference, ground: .cells(table), people: people)
    return PopulationGrid(
      layer,
      InputLedger(
        path: path, columns: [], rowsRead: pixelsRead,
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
          fr: "\(count) pixel(s) négatif(s) que le fichier ne donne pas pour vides (ici \(value))",
          en: "\(count) negative pixel(s) that the file does not call empty (here \(value))")
      case .tooLarge:
        Wording(
          fr: "\(count) pixel(s) de plus d’un milliard d’habitants (ici \(value))",
          en: "\(count) pixel(s) of more than a billion people (here \(value))")
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
