/// Files that people have and that are not read: each is known by its first bytes, and its owner is told how to
/// export it.
enum UnreadFormat: Equatable {
  // Maps
  case flatGeobuf, geoParquet, gml, dxf, dwg, mapInfo, gpx, drawing, qgisProject, tiles
  // Tables and documents
  case dBase, oldWorkbook, webPage, spreadsheetXML, document
  // Wrappings
  case sevenZip, rar
  case picture, otherXML

  /// - Parameter head: the first bytes of a file, some hundreds at least where it has them.
  init?(ofHead head: ArraySlice<UInt8>) {
    guard let found = Self.ofBytes(head) ?? Self.ofText(head) else { return nil }
    self = found
  }

  private static let beginnings: [(bytes: [UInt8], format: UnreadFormat)] = [
    ([0x66, 0x67, 0x62, 0x03], .flatGeobuf), (Array("ARROW1\0".utf8), .geoParquet),
    (Array("AutoCAD Binary DXF".utf8), .dxf), (Array("PMTiles".utf8), .tiles),
    ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook), (Array("%PDF".utf8), .document),
    (Array("{\\rtf".utf8), .document), ([0x37, 0x7A, 0xBC, 0xAF], .sevenZip),
    (Array("Rar!".utf8), .rar), ([0x89, 0x50, 0x4E, 0x47], .picture),
    ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture),
  ]

  private static func ofBytes(_ head: ArraySlice<UInt8>) -> UnreadFormat? {
    if let known = beginnings.first(where: { head.starts(with: $0.bytes) }) { return known.format }
    // The words of these could begin a table too.
    if head.prefix(16).contains(where: { $0 < 9 }) {
      if head.starts(with: "PAR1".utf8) { return .geoParquet }
      if head.starts(with: "AC10".utf8) { return .dwg }
    }
    return isDBase(head) ? .dBase : nil
  }

  /// A version, a day, and fields of 32 bytes between the header and its end.
  private static func isDBase(_ head: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(head.prefix(32))
    guard bytes.count == 32, [0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5].contains(bytes[0]) else {
      return false
    }
    let header = Int(bytes[8]) | Int(bytes[9]) << 8
    return (1...12).contains(bytes[2]) && (1...31).contains(bytes[3]) && header >= 33
      && (bytes[10] > 0 || bytes[11] > 0)
  }

  private static func ofText(_ head: ArraySlice<UInt8>) -> UnreadFormat? {
    let text = String(decoding: UTF8Text.ofUTF16(head) ?? Array(head), as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    if text.hasPrefix("<") { return ofMarkup(text) }
    if text.hasPrefix("!table") { return .mapInfo }
    if text.hasPrefix("version"), text.contains("charset") || text.contains("delimiter") {
      return .mapInfo
    }
    let lines = text.split(whereSeparator: \.isNewline).prefix(8).map(trimmedSpaces)
    if let zero = lines.firstIndex(of: "0"), zero + 1 < lines.count, lines[zero + 1] == "section",
      zero == 0 || lines[0] == "999"
    {
      return .dxf
    }
    return nil
  }

  private static func trimmedSpaces(_ text: Substring) -> String { trimmedSpace(String(text)) }

  /// Words that tell a kind of XML, the most telling first.
  private static let marks: [(word: String, format: UnreadFormat)] = [
    ("<!doctype html", .webPage), ("<html", .webPage), ("<table", .webPage),
    ("urn:schemas-microsoft-com:office:spreadsheet", .spreadsheetXML),
    ("opengis.net/gml", .gml), ("gml:", .gml), ("wfs:featurecollection", .gml), ("<gpx", .gpx),
    ("<svg", .drawing), ("<qgis", .qgisProject), ("<!doctype qgis", .qgisProject),
  ]

  private static func ofMarkup(_ text: String) -> UnreadFormat {
    marks.first { text.contains($0.word) }?.format ?? .otherXML
  }
}

extension UnreadFormat {
  private var name: Wording {
    switch self {
    case .flatGeobuf: Wording(fr: "une carte FlatGeobuf", en: "a FlatGeobuf map")
    case .geoParquet:
      Wording(fr: "un fichier Parquet ou Arrow", en: "a Parquet or Arrow file")
    case .gml: Wording(fr: "une carte GML", en: "a GML map")
    case .dxf: Wording(fr: "un plan DXF", en: "a DXF plan")
    case .dwg: Wording(fr: "un plan DWG", en: "a DWG plan")
    case .mapInfo: Wording(fr: "une carte MapInfo (TAB ou MIF)", en: "a MapInfo map (TAB or MIF)")
    case .gpx: Wording(fr: "une trace GPX", en: "a GPX track")
    case .drawing: Wording(fr: "une image SVG", en: "an SVG picture")
    case .qgisProject:
      Wording(
        fr: "un projet QGIS, qui renvoie à ses couches",
        en: "a QGIS project, which points to its layers")
    case .tiles: Wording(fr: "des tuiles de carte", en: "tiles of a map")
    case .dBase:
      Wording(
        fr: "une table dBase (.dbf), celle d’un Shapefile sans doute",
        en: "a dBase table (.dbf), probably that of a Shapefile")
    case .oldWorkbook:
      Wording(
        fr: "un classeur ancien (.xls) ou protégé par un mot de passe",
        en: "an old workbook (.xls), or one that a password protects")
    case .webPage:
      Wording(
        fr: "une page web (HTML), même si son nom dit autre chose",
        en: "a web page (HTML), even if its name says something else")
    case .spreadsheetXML:
      Wording(fr: "un classeur « XML 2003 »", en: "an “XML 2003” workbook")
    case .document: Wording(fr: "un document (PDF ou RTF)", en: "a document (PDF or RTF)")
    case .sevenZip: Wording(fr: "une archive 7z", en: "a 7z archive")
    case .rar: Wording(fr: "une archive RAR", en: "a RAR archive")
    case .picture: Wording(fr: "une image", en: "a picture")
    case .otherXML: Wording(fr: "du XML d’un autre genre", en: "XML of another kind")
    }
  }

  private var cure: Wording {
    switch self {
    case .flatGeobuf, .geoParquet, .gml, .dxf, .dwg, .mapInfo, .gpx, .drawing, .tiles:
      Wording(
        fr:
          "ouvrez-le dans QGIS et exportez la couche en GeoPackage (« Sauvegarder les entités sous… »)",
        en: "open it in QGIS and export the layer as GeoPackage (“Save Features As…”)")
    case .qgisProject:
      Wording(
        fr: "ouvrez-le dans QGIS, et exportez la couche elle-même en GeoPackage",
        en: "open it in QGIS, and export the layer itself as GeoPackage")
    case .dBase:
      Wording(
        fr:
          "pour la carte, donnez le .shp du même nom ; pour la table, enregistrez-la en CSV (UTF-8)",
        en: "for the map, give the .shp of the same name; for the table, save it as CSV (UTF-8)")
    case .oldWorkbook:
      Wording(
        fr: "enregistrez-le en .xlsx sans mot de passe, ou en CSV (UTF-8)",
        en: "save it as .xlsx without a password, or as CSV (UTF-8)")
    case .webPage:
      Wording(
        fr:
          "ouvrez-le dans un tableur et enregistrez-le en .xlsx ; si c’est une page d’erreur, téléchargez de nouveau",
        en:
          "open it in a spreadsheet program and save it as .xlsx; if it is a page of an error, download again"
      )
    case .spreadsheetXML:
      Wording(
        fr: "ouvrez-le dans un tableur et enregistrez-le en .xlsx, ou en CSV (UTF-8)",
        en: "open it in a spreadsheet program and save it as .xlsx, or as CSV (UTF-8)")
    case .document:
      Wording(
        fr: "demandez la table ou la carte d’où il vient, en CSV, en .xlsx ou en GeoPackage",
        en: "ask for the table or the map that it was made of, as CSV, .xlsx or GeoPackage")
    case .sevenZip, .rar:
      Wording(
        fr: "décompressez-la, et donnez le fichier qu’elle contient",
        en: "unpack it, and give the file in it")
    case .picture:
      Wording(
        fr: "donnez la carte elle-même (GeoPackage, Shapefile, GeoJSON, KML)",
        en: "give the map itself (GeoPackage, Shapefile, GeoJSON, KML)")
    case .otherXML:
      Wording(
        fr: "exportez la carte en GeoPackage, ou la table en CSV (UTF-8)",
        en: "export the map as GeoPackage, or the table as CSV (UTF-8)")
    }
  }

  func fault(path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "c’est \(name.french), qui ne se lit pas ici",
        en: "this is \(name.english), which is not read here"),
      cure: cure)
  }
}
