import GeoKernel

/// Reads the placemarks of a KML document (OGC 12-007r2): their name, their description, their data, their polygons.
struct KMLReader {
  private var scanner: XMLScanner
  private var rows: FeatureTableBuilder
  private var lines = LineCounter()
  private let path: String
  /// Names of the folders around the place read, and how deep each lies.
  private var folders: [(name: String, depth: Int, isHidden: Bool)] = []
  private var links = 0

  /// Columns of what KML itself says, until all others are known.
  private enum Own: String, CaseIterable {
    case name = "<name>"
    case description = "<description>"
    case folder = "<Folder>"
    case visibility = "<visibility>"

    /// Its name in the table, and the one it has where a column of data has that one.
    var names: [String] {
      switch self {
      case .name: ["nom", "name", rawValue]
      case .description: ["description", rawValue]
      case .folder: ["dossier", rawValue]
      case .visibility: ["affichage", rawValue]
      }
    }
  }

  static func read(
    _ input: OpenedInput, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    // Its coordinates are longitudes and latitudes, whatever follows its name.
    try InputPath.refuse(input.layer, of: input.name)
    return try read(try input.bytes(), path: input.name, handingTo: taker)
  }

  /// - Complexity: O(bytes), no document tree.
  static func read(
    _ bytes: [UInt8], path: String, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    let scanner = try XMLScanner(
      bytes, path: path, part: "KML",
      cure: Wording(
        fr: "exportez de nouveau la carte en KML (UTF-8), ou en GeoPackage depuis QGIS",
        en: "export the map again as KML (UTF-8), or as GeoPackage from QGIS"))
    var reader = KMLReader(
      scanner: scanner,
      rows: FeatureTableBuilder(path: path, size: bytes.count, handingTo: taker), path: path)
    reader.rows.table.reference = .wgs84
    reader.rows.table.format = Wording("KML")
    try reader.document()
    return try reader.finished()
  }

  private mutating func document() throws(InputFault) {
    while true {
      switch try scanner.next() {
      case .open(.placemark): try placemark()
      case .open(.folder): folders.append(("", scanner.depth, folders.last?.isHidden ?? false))
      case .open(.name) where folders.last?.depth == scanner.depth - 1:
        folders[folders.count - 1].name = try content()
      case .open(.visibility) where folders.last?.depth == scanner.depth - 1:
        if try isHiding() { folders[folders.count - 1].isHidden = true }
      case .open(.networkLink):
        links += 1
        try scanner.skipElement()
      case .close(.folder): folders.removeLast()
      case .end: return
      default: break
      }
    }
  }

  private mutating func finished() throws(InputFault) -> FeatureTable {
    for own in Own.allCases {
      guard let column = rows.table.columns.firstIndex(of: own.rawValue) else { continue }
      let others = Set(rows.table.columns.map { folded($0) })
      rows.table.columns[column] = own.names.first { !others.contains(folded($0)) } ?? own.rawValue
    }
    guard links > 0 else { return rows.table }
    if rows.table.rowCount == 0 {
      throw InputFault(
        path: path,
        problem: Wording(
          fr:
            "ce KML n’a pas de dessin : il ne fait que renvoyer à une carte en ligne (NetworkLink)",
          en: "this KML has no drawing: it only refers to a map that lies elsewhere (NetworkLink)"),
        cure: Wording(
          fr:
            "rien n’est téléchargé : exportez la carte elle-même en KML, sans l’option de mise à jour par lien",
          en:
            "nothing is fetched: export the map itself as KML, without the option to update by a link"
        ))
    }
    rows.table.notes.unreadParts.append(
      ReadingNotes.UnreadPart(
        severity: .error,
        finding: Wording(
          fr: "\(links.inFrench("lien", "liens")) vers des dessins qui sont ailleurs (NetworkLink)",
          en: "\(links.inEnglish("link", "links")) to drawings that lie elsewhere (NetworkLink)"),
        treatment: Wording(
          fr: "rien n’est téléchargé : exportez la carte avec ses dessins",
          en: "nothing is fetched: export the map with its drawings")))
    return rows.table
  }

  // MARK: Placemarks

  /// Runs a step of the table, and says on which line it fails.
  private mutating func fill(
    _ step: (inout FeatureTableBuilder) throws(FeatureTableBuilder.Fault) -> Void
  ) throws(InputFault) {
    do throws(FeatureTableBuilder.Fault) { try step(&rows) } catch {
      throw error.fault(
        path: path, line: lines.line(at: scanner.position, in: scanner.document))
    }
  }

  private mutating func placemark() throws(InputFault) {
    let line = lines.line(at: scanner.position, in: scanner.document)
    try fill { (rows) throws(FeatureTableBuilder.Fault) in try rows.beginRow(line: line) }
    let depth = scanner.depth
    var outline = KMLOutline()
    if let folder = folders.last?.name { try set(Own.folder.rawValue, folder) }
    var isHidden = folders.last?.isHidden ?? false
    while scanner.depth >= depth {
      switch try scanner.next() {
      case .open(.name) where scanner.depth == depth + 1:
        try set(Own.name.rawValue, try content())
      case .open(.visibility) where scanner.depth == depth + 1:
        if try isHiding() { isHidden = true }
      case .open(.description) where scanner.depth == depth + 1:
        try set(Own.description.rawValue, try content())
      case .open(.simpleData):
        let name = try scanner.string(.name) ?? ""
        try set(name, try content())
      case .open(.data): try datum()
      case .open(.polygon): try outline.readPolygon(&scanner, into: &rows.table.geometry)
      case .open(.point), .open(.lineString), .open(.linearRing), .open(.model), .open(.track),
        .open(.multiTrack):
        outline.passedOver += 1
        try scanner.skipElement()
      default: break
      }
    }
    if isHidden { try set(Own.visibility.rawValue, "non affiché (visibility 0)") }
    rows.note(unreadable: outline.unreadable, passedOver: outline.passedOver)
    rows.endRow()
  }

  /// Whether the element opened last keeps its feature from being shown.
  private mutating func isHiding() throws(InputFault) -> Bool {
    let text = trimmedSpace(try content())
    return text == "0" || text == "false"
  }

  private mutating func set(_ name: String, _ text: String) throws(InputFault) {
    let value = trimmedSpace(text)
    guard !name.isEmpty, !value.isEmpty else { return }
    try fill { (rows) throws(FeatureTableBuilder.Fault) in try rows.set(name, value) }
  }

  /// `<Data name="…"><value>…</value></Data>`.
  private mutating func datum() throws(InputFault) {
    let name = try scanner.string(.name) ?? ""
    let depth = scanner.depth
    while scanner.depth >= depth {
      if case .open(.value) = try scanner.next() { try set(name, try content()) }
    }
  }

  /// The text of the element opened last, to its end.
  private mutating func content() throws(InputFault) -> String {
    let depth = scanner.depth
    var bytes: [UInt8] = []
    while scanner.depth >= depth {
      if try scanner.next() == .text { try scanner.appendText(to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
