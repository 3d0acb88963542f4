extension PopulationGrid {
  /// Reads INSEE cells, or points with `x`, `y` and `population`, of a CSV file, in an archive or not, or of a layer of
  /// a GeoPackage; or a GeoTIFF.
  ///
  /// Cells and pictures name their reference system. Points are in the one that the path names (`FILE#EPSG:3035`),
  /// else in degrees on WGS 84 where all of them can be.
  ///
  /// - Parameter keepingLines: whether the line of each cell is wanted, to compare files.
  /// - Complexity: O(bytes); memory for a block of the file and 16 bytes a row, twice as much while rows
  ///   are sorted.
  /// - Throws: `InputFault` when the file cannot be read, lacks a column, or has no usable row.
  static func read(
    _ input: InputPath, named: [FieldRole: String], keepingLines: Bool = false
  ) throws(InputFault) -> PopulationGrid {
    if try input.isPicture { return try RasterGrid.read(input) }
    var file = try GridFile(input, named: named)
    switch file.form {
    case .cells:
      try InputPath.refuse(file.layer, of: file.path)
      var collector = CellCollector(
        expectedRows: file.expectedRows, keepingLines: keepingLines)
      try file.read(into: &collector)
      let (layers, setAside) = collector.finish()
      return try PopulationGrid(layers, file, setAside: setAside)
    case .points:
      let given = try InputPath.pointReference(file.layer, of: file.path)
      var collector = PointCollector()
      try file.read(into: &collector)
      if given == nil, let line = collector.lineOutsideDegrees {
        throw input.noReference(line: line)
      }
      let layer = collector.layer(reference: given ?? "EPSG:4326")
      return try PopulationGrid(
        layer.count > 0 ? [layer] : [], file,
        assumed: given == nil ? .degreesAssumed(file.path) : nil)
    }
  }

  /// Refuses what is no gridded population, by its beginning: these files are the longest of a study,
  /// and are read last.
  static func refuseOthers(among inputs: [InputPath], named: [FieldRole: String]) throws(InputFault)
  {
    for input in inputs where try !input.isPicture { _ = try GridFile(input, named: named) }
  }

  private init(
    _ layers: [Layer], _ file: borrowing GridFile, setAside: [LateProblem] = [],
    assumed: Anomaly? = nil
  ) throws(InputFault) {
    var problems = file.problems
    for late in setAside {
      let texts = problems.tells(late.problem) ? GridProblems.Texts(place: late.name.text) : nil
      problems.note(late.problem, line: late.line, texts)
    }
    guard !layers.isEmpty else { throw Self.nothing(in: file.path, problems.first) }
    for layer in layers {
      try InputFault.refuseWithoutPlaces(layer.reference, path: file.path)
    }
    self.layers = layers
    ledger = InputLedger(
      path: file.path, input: file.input, columns: file.header, rowsRead: file.rowsRead,
      rowsSetAside: problems.rowsSetAside)
    anomalies = file.rivals + problems.anomalies + (assumed.map { [$0] } ?? [])
    totalPopulation = layers.reduce(0) { sum, layer in layer.people.reduce(sum, +) }
  }

  private static func nothing(in path: String, _ first: Anomaly?) -> InputFault {
    let reason = first?.finding ?? Wording(fr: "le fichier est vide", en: "the file is empty")
    return InputFault(
      path: path, line: first?.line,
      problem: Wording(
        fr: "aucune ligne utilisable ; la première : \(reason.french)",
        en: "no usable row; the first: \(reason.english)"),
      cure: Wording(
        fr: "donnez des carreaux comme CRS3035RES200mN2029400E4259000, ou des colonnes x, y, "
          + "population",
        en: "give cells such as CRS3035RES200mN2029400E4259000, or columns x, y, population"))
  }
}

extension InputPath {
  /// The reference system that the path names, for pixels.
  func pointReference() throws(InputFault) -> String? {
    try Self.pointReference(layer, of: file)
  }

  /// The reference system that follows the name of a file, for points or pixels.
  fileprivate static func pointReference(
    _ layer: String?, of file: String
  ) throws(InputFault) -> String? {
    guard let layer else { return nil }
    let parts = layer.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw InputFault(
        path: file,
        problem: Wording(
          fr: "« #\(layer) » ne nomme pas un système de référence",
          en: "“#\(layer)” names no reference system"),
        cure: Wording(
          fr: "écrivez par exemple \(file)#EPSG:2154", en: "write for instance \(file)#EPSG:2154"))
    }
    return layer.uppercased()
  }

  fileprivate func noReference(line: Int) -> InputFault {
    InputFault(
      path: file, line: line,
      problem: Wording(
        fr: "cette position n’est pas en degrés, et rien ne dit son système de référence",
        en: "this position is not in degrees, and nothing says its reference system"),
      cure: Wording(
        fr: "nommez-le : \(file)#EPSG:2154 (Lambert-93), \(file)#EPSG:3035",
        en: "name it: \(file)#EPSG:2154 (Lambert-93), \(file)#EPSG:3035"))
  }
}

extension Anomaly {
  fileprivate static func degreesAssumed(_ path: String) -> Anomaly {
    Anomaly(
      .warning, .referenceAssumed, file: path, object: "",
      finding: Wording(
        fr: "le chemin ne nomme aucun système de référence",
        en: "the path names no reference system"),
      treatment: Wording(
        fr: "coordonnées prises pour des degrés WGS 84", en: "taken as degrees on WGS 84"))
  }
}
