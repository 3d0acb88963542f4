import GeoKernel

/// A file as the user names it: `FILE`, or `FILE#layer` for a layer of a GeoPackage.
public struct InputPath: Hashable, Sendable {
  /// Path of the file.
  public let file: String
  /// Layer of a GeoPackage, where one is named.
  public let layer: String?

  /// Understands `FILE` and `FILE#layer`.
  public init(_ text: String) {
    // A file whose own name has a `#` is taken as it is.
    guard InputFile.size(text) == nil, let mark = text.lastIndex(of: "#") else {
      file = text
      layer = nil
      return
    }
    file = String(text[..<mark])
    layer = String(text[text.index(after: mark)...])
  }

  enum Format {
    case geoPackage
    case geoJSON
    case delimitedText
    case other
  }

  /// Tells the format from the first bytes, whatever the file's name.
  func format() throws(InputFault) -> Format {
    let head: [UInt8]
    do { head = try InputFile.head(file, count: 512) } catch { throw Self.fault(error) }
    if head.starts(with: Array("SQLite format 3\0".utf8)) { return .geoPackage }
    let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if text.first == UInt8(ascii: "{") { return .geoJSON }
    if head.contains(0) || head.starts(with: Array("PK\u{3}\u{4}".utf8)) { return .other }
    return .delimitedText
  }

  func bytes() throws(InputFault) -> [UInt8] {
    do { return try InputFile.bytes(file) } catch { throw Self.fault(error) }
  }

  static func fault(_ fault: FileFault) -> InputFault {
    InputFault(
      .missing, path: fault.path,
      problem: Wording(
        fr: fault.isMissing ? "fichier introuvable" : "fichier illisible (\(fault.reason))",
        en: fault.isMissing ? "no such file" : "the file cannot be read (\(fault.reason))"),
      cure: Wording(
        fr: "vérifiez le chemin et les droits de lecture", en: "check the path and its rights"))
  }
}
