import GeoKernel

/// A file as the user names it: `FILE`, or `FILE#part` for a layer of a GeoPackage, a sheet of a
/// workbook, or a file in an archive.
public struct InputPath: Hashable, Sendable {
  /// Path of the file.
  public let file: String
  /// What is named inside the file: a layer of a GeoPackage, a sheet of a workbook, a file in an
  /// archive with its own layer or sheet after a further `#`.
  public let layer: String?

  /// What the file was when it was first seen; nil where every look is the first.
  let identity: FileIdentity?

  /// Understands `FILE` and `FILE#part`.
  public init(_ text: String) {
    // A file whose own name has a `#` is taken as it is.
    let marks = text.indices.reversed().filter { text[$0] == "#" }
    let existing = marks.first { InputFile.size(String(text[..<$0])) != nil }
    guard InputFile.size(text) == nil, let mark = existing ?? marks.first else {
      self.init(file: text, layer: nil, identity: nil)
      return
    }
    self.init(
      file: String(text[..<mark]), layer: String(text[text.index(after: mark)...]), identity: nil)
  }

  /// A file by its path alone, whatever signs are in it.
  init(file: String) { self.init(file: file, layer: nil, identity: nil) }

  private init(file: String, layer: String?, identity: FileIdentity?) {
    self.file = file
    self.layer = layer
    self.identity = identity
  }

  /// The file as it is now: a reader that meets another one under its name, or the same one changed,
  /// refuses it. What is hashed is then what was read.
  ///
  /// - Throws: where there is no such file, or it cannot be read as one.
  func pinned() throws(InputFault) -> InputPath {
    do throws(FileFault) {
      return InputPath(file: file, layer: layer, identity: try FileIdentity(of: file))
    } catch { throw Self.fault(error) }
  }

  /// What is read of a pinned file, whatever its name.
  struct Part: Hashable {
    let place: FileIdentity.Place?
    let layer: String?
  }

  var part: Part { Part(place: identity?.place, layer: layer) }

  /// The file, opened.
  func held() throws(InputFault) -> HeldFile {
    do { return try HeldFile(file, as: identity) } catch { throw Self.fault(error) }
  }

  /// The file with its layer, as the user named them.
  var name: String { layer.map { "\(file)#\($0)" } ?? file }

  /// To be asked after a library has read a file itself.
  static func check(_ held: borrowing HeldFile) throws(InputFault) {
    do throws(FileFault) { try held.check() } catch { throw fault(error) }
  }

  enum Format: Equatable {
    case geoPackage
    /// GeoJSON, or another map in JSON.
    case geoJSON
    case shapefile
    case kml
    case wellKnownText
    case delimitedText
    /// A ZIP archive that has not been looked into.
    case archive
    case workbook
    /// Known, and not read.
    case unread(UnreadFormat)
    case other

    /// Whether it is one of maps alone.
    var isMap: Bool {
      [.geoPackage, .geoJSON, .shapefile, .kml, .wellKnownText].contains(self)
    }
  }

  /// A ZIP archive, and an empty one.
  private static let beginningsOfArchives: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06],
  ]

  /// Compressed files.
  private static let beginningsOfOthers: [[UInt8]] = [[0x1F, 0x8B]]
  /// Bytes that tell a format: XML may begin with long comments.
  static let headLength = 2048

  /// Only a GeoPackage has layers.
  func refuseLayer() throws(InputFault) { try Self.refuse(layer, of: file) }

  static func refuse(_ layer: String?, of name: String) throws(InputFault) {
    guard let layer else { return }
    throw InputFault(
      path: name,
      problem: Wording(
        fr: "« #\(layer) » : ce fichier n’a pas de couches",
        en: "“#\(layer)”: this file has no layers"),
      cure: Wording(fr: "donnez \(name)", en: "give \(name)"))
  }

  /// Tells the format from the first bytes, whatever the file's name.
  func format() throws(InputFault) -> Format {
    Self.format(ofHead: try head(count: Self.headLength)[...])
  }

  /// Tells the format from the first bytes of a file.
  static func format(ofHead head: ArraySlice<UInt8>) -> Format {
    if head.starts(with: Array("SQLite format 3\0".utf8)) { return .geoPackage }
    if beginningsOfArchives.contains(where: { head.starts(with: $0) }) { return .archive }
    if head.starts(with: [0x00, 0x00, 0x27, 0x0A]) { return .shapefile }
    if beginningsOfOthers.contains(where: { head.starts(with: $0) }) { return .other }
    let plain = UTF8Text.ofUTF16(head).map { $0[...] } ?? head
    let text = plain.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    return format(ofText: text) ?? UnreadFormat(ofHead: head).map { .unread($0) } ?? .delimitedText
  }

  private static func format(ofText text: ArraySlice<UInt8>) -> Format? {
    switch text.first {
    case UInt8(ascii: "{"): return .geoJSON
    case UInt8(ascii: "["):
      // A name of a column may begin so too.
      let next = text.dropFirst().first { $0 > 0x20 }
      return next == UInt8(ascii: "{") || next == UInt8(ascii: "]") ? .geoJSON : nil
    case UInt8(ascii: "<"):
      let marks = ["<kml", "opengis.net/kml", "earth.google.com/kml"]
      let words = String(decoding: text, as: UTF8.self)
      return marks.contains { words.contains($0) } ? .kml : nil
    default:
      if JSONScript.nameEnd(text) != nil { return .geoJSON }
      return WKTReader.isMeant(by: text) ? .wellKnownText : nil
    }
  }

  /// The first bytes, at most `count`.
  func head(count: Int) throws(InputFault) -> [UInt8] {
    do { return try InputFile.head(file, count: count, as: identity) } catch {
      throw Self.fault(error)
    }
  }

  func bytes() throws(InputFault) -> [UInt8] {
    do { return try InputFile.bytes(file, as: identity) } catch { throw Self.fault(error) }
  }
}
