import GeoKernel

/// An input with its format, taken out of its archive where it is in one.
struct OpenedInput {
  enum Content {
    /// The file itself, on disk.
    case file
    /// Bytes that an archive held.
    case bytes([UInt8])
    /// The archive is a workbook.
    case workbook(ZipArchive)
  }

  /// The file as the user named it, with the member of its archive, without layer or sheet.
  let name: String
  /// As the settings have it.
  let given: String
  /// Files of the archive that could be meant too.
  let unreadParts: [ReadingNotes.UnreadPart]
  /// Layer or sheet, where one is named.
  let layer: String?
  let format: InputPath.Format
  let content: Content
  /// What an archive holds beside a Shapefile under its name, by its ending in small letters.
  private var companions: [String: [UInt8]] = [:]
  /// The file on disk.
  var file: String { path.file }
  private let path: InputPath

  /// - Throws: `InputFault` when the file is missing, or is an archive that is damaged or leaves a
  ///   choice.
  init(_ input: InputPath) throws(InputFault) {
    path = input
    given = input.name
    let format = try input.format()
    if case .other = format, GzipFile.begins(try input.head(count: 2)) {
      let bytes = try GzipFile.unpack(try input.bytes(), path: input.file)
      (name, layer, content) = (input.file, input.layer, .bytes(bytes))
      self.format = InputPath.format(ofHead: bytes.prefix(512))
      unreadParts = []
      return
    }
    guard format == .archive else {
      (name, layer, content, self.format) = (input.file, input.layer, .file, format)
      unreadParts = []
      return
    }
    var archive = try ZipArchive(path: input.file, bytes: try input.bytes())
    if try WorkbookSheet.isWorkbook(archive) {
      (name, layer, content) = (input.file, input.layer, .workbook(archive))
      self.format = .workbook
      unreadParts = []
      return
    }
    let choice = ArchiveChoice(archive)
    let (member, layer) = try choice.choose(input.layer)
    try choice.refuseOpenJournal(of: member, in: archive)
    unreadParts = choice.unreadParts(beside: member, named: input.layer)
    let bytes = try archive.contents(of: member)
    name = "\(input.file)#\(member.name)"
    self.layer = layer
    let inner = InputPath.format(ofHead: bytes.prefix(InputPath.headLength))
    if inner == .shapefile {
      companions = try ShapefileCompanions.contents(of: member, in: &archive)
    }
    guard inner == .archive else {
      (content, self.format) = (.bytes(bytes), inner)
      return
    }
    let innerArchive = try ZipArchive(path: name, bytes: bytes)
    let isWorkbook = try WorkbookSheet.isWorkbook(innerArchive)
    content = isWorkbook ? .workbook(innerArchive) : .bytes(bytes)
    self.format = isWorkbook ? .workbook : .other
  }

  /// The input as one would name it again.
  var fullName: String { layer.map { "\(name)#\($0)" } ?? name }

  /// All bytes; of a workbook none.
  func bytes() throws(InputFault) -> [UInt8] {
    switch content {
    case .file:
      return try path.bytes()
    case .bytes(let bytes): return bytes
    case .workbook: return []
    }
  }

  /// The first bytes, at most `count`, and how many there are in all.
  func head(count: Int) throws(InputFault) -> (bytes: [UInt8], size: Int) {
    if case .bytes(let bytes) = content { return (Array(bytes.prefix(count)), bytes.count) }
    do {
      return try InputFile.beginning(file, count: count, as: path.identity)
    } catch { throw InputPath.fault(error) }
  }

  /// The file itself, opened.
  func held() throws(InputFault) -> HeldFile { try path.held() }

  /// The layer or sheet, where it names no reference system.
  var layerBesideReference: String? { namedReference == nil ? layer : nil }

  /// The reference system that follows the name of a map without layers: `FILE#EPSG:2154`.
  var namedReference: DeclaredReference? {
    guard let layer, format != .geoPackage, ReferenceName.isReference(layer) else { return nil }
    return ReferenceName.reference(layer)
  }

  /// Only a GeoPackage has layers, and only a workbook sheets.
  func refuseLayer() throws(InputFault) { try InputPath.refuse(layerBesideReference, of: name) }

  /// All bytes of the file that goes with a Shapefile, under its name with another ending; nil where there is none.
  func companion(_ ending: String) throws(InputFault) -> [UInt8]? {
    guard case .file = content else { return companions[ending] }
    return try ShapefileCompanions.path(ending, besides: path.file)?.bytes()
  }
}
