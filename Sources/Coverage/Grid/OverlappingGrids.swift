import GeoKernel

/// Finds files that count the same people: in cells of other sizes, in another reference system, or at
/// the same points.
///
/// Some cells of each layer stand for all: where their middles lie in inhabited cells of the other file,
/// people are counted twice.
struct OverlappingGrids {
  /// Part of the people of a file from which on the other one is named. Cells on a border that both
  /// files hold are fewer.
  private static let leastShare = 0.1

  private let grids: [PopulationGrid]
  /// By grid and layer.
  private let samples: [[LayerSample]]

  /// For each file, an anomaly for each earlier one that lies on it.
  ///
  /// - Complexity: O(files² · log cells), and a transformation for each pair of layers in unlike systems
  ///   that lie near each other.
  /// - Throws: `InputFault` for a reference system that PROJ refuses.
  static func anomalies(_ grids: [PopulationGrid]) throws(InputFault) -> [[Anomaly]] {
    let search = try OverlappingGrids(grids)
    var anomalies: [[Anomaly]] = grids.map { _ in [] }
    for later in grids.indices {
      for earlier in 0..<later {
        let here = try search.share(of: later, in: earlier)
        let there = try search.share(of: earlier, in: later)
        guard max(here, there) >= leastShare else { continue }
        anomalies[later].append(
          .overlapping(
            grids[later].ledger.path, grids[earlier].ledger.path, here: here, there: there))
      }
    }
    return anomalies
  }

  private init(_ grids: [PopulationGrid]) throws(InputFault) {
    self.grids = grids
    let systems = Set(grids.flatMap { $0.layers.map { $0.reference } })
    var samples: [[LayerSample]] = []
    for grid in grids {
      var ofGrid: [LayerSample] = []
      for layer in grid.layers {
        ofGrid.append(
          try LayerSample(layer, inDegrees: systems.count > 1, path: grid.ledger.path))
      }
      samples.append(ofGrid)
    }
    self.samples = samples
  }

  /// Part of the people of one file who are in inhabited cells of another.
  private func share(of file: Int, in other: Int) throws(InputFault) -> Double {
    var people = 0.0
    for (layer, sample) in zip(grids[file].layers, samples[file]) {
      var isInside = Array(repeating: false, count: sample.places.count)
      for (ground, near) in zip(grids[other].layers, samples[other])
      where !ground.hasSameCells(as: layer) {
        let places = try sample.places(in: ground.reference, near: near, grids[other].ledger.path)
        for (index, place) in places.enumerated() where ground.counts(at: place) {
          isInside[index] = true
        }
      }
      people += sample.share(where: isInside) * layer.people.reduce(0, +)
    }
    return grids[file].totalPopulation > 0 ? people / grids[file].totalPopulation : 0
  }
}

extension PopulationGrid.Layer {
  /// Whether both have cells of one lattice, which `RepeatedCells` compares one by one.
  fileprivate func hasSameCells(as other: PopulationGrid.Layer) -> Bool {
    guard reference == other.reference, case .cells(let mine) = ground,
      case .cells(let others) = other.ground
    else { return false }
    return mine.shift(of: others) != nil
  }

  /// Whether there is a cell around a place, or a point at it.
  ///
  /// - Complexity: O(log cells).
  fileprivate func counts(at place: SIMD2<Double>) -> Bool {
    switch ground {
    case .cells(let table): table.hasCell(around: place)
    case .points(let table): table.hasPoint(at: place)
    }
  }
}

extension CellTable {
  /// - Complexity: O(log cells).
  func hasCell(around place: SIMD2<Double>) -> Bool {
    let exact = ((place - origin) / extent).rounded(.down)
    guard let row = Int32(exactly: exact.y), let column = Int32(exactly: exact.x) else {
      return false
    }
    let position = position(ofRow: Int(row))
    guard position < rowNumbers.count, rowNumbers[position] == row else { return false }
    let cells = cells(ofRow: position)
    let cell = firstPosition(in: cells) { columns[$0] >= column }
    return cell < cells.upperBound && columns[cell] == column
  }
}

extension PointTable {
  /// - Complexity: O(log points), where points are spread out.
  func hasPoint(at place: SIMD2<Double>) -> Bool {
    guard levelCount > 0 else { return false }
    var open = boxes(ofLevel: levelCount - 1).map { (level: levelCount - 1, box: $0) }
    while let (level, index) = open.popLast() {
      let box = boxes[index]
      guard box.low.x <= place.x, box.low.y <= place.y, place.x <= box.high.x,
        place.y <= box.high.y
      else { continue }
      let first = Self.fanOut * (index - boxes(ofLevel: level).lowerBound)
      if level == 0 {
        let block = first..<min(first + Self.fanOut, x.count)
        if block.contains(where: { x[$0] == place.x && y[$0] == place.y }) { return true }
      } else {
        let below = boxes(ofLevel: level - 1)
        let start = below.lowerBound + first
        open += (start..<min(start + Self.fanOut, below.upperBound)).map { (level - 1, $0) }
      }
    }
    return false
  }
}

extension Anomaly {
  /// - Parameters:
  ///   - here: part of the people of the file who are in cells of the other.
  ///   - there: part of the people of the other file who are in cells of this one.
  fileprivate static func overlapping(
    _ path: String, _ other: String, here: Double, there: Double
  ) -> Anomaly {
    let (here, there) = (Int((100 * here).rounded()), Int((100 * there).rounded()))
    return Anomaly(
      .warning, .overlappingGrids, file: path, object: other,
      finding: Wording(
        fr: "environ \(here) % de ses habitants sont là où \(other) en compte aussi, et \(there) % "
          + "de ceux de \(other) là où ce fichier en compte",
        en: "about \(here) % of its people are where \(other) counts people too, and \(there) % of "
          + "those of \(other) where this file does"),
      treatment: Wording(
        fr: "tous sont comptés : donnez chaque lieu dans un seul fichier",
        en: "all are counted: give each place in one file only"))
  }
}
