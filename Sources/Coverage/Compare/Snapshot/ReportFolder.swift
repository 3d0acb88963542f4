import GeoKernel

/// A folder that `report` wrote, held to what its summary says of each file.
struct ReportFolder {
  let path: String
  let summary: ReportSummary
  /// What was read, in order.
  private(set) var digests: [InputDigest]

  static let summaryName = "resume.json"
  /// What a comparison cannot do without.
  static let needed = ["communes.csv", "cpts.csv", "secteurs.csv", "zones_blanches.csv"]
  static let overlaps = "chevauchements.csv"
  /// No summary of ours is larger.
  private static let greatestSummary = 64 << 20

  /// Whether a path is one of a folder.
  static func isFolder(_ path: String) -> Bool { FileStatus(path + "/.")?.kind == .folder }

  /// The files that a comparison reads of a folder, as far as they are there.
  static func inputs(of path: String) -> [InputPath] {
    ([summaryName] + needed + [overlaps]).map { path + "/" + $0 }
      .filter { InputFile.size($0) != nil }.map { InputPath(file: $0) }
  }

  /// A report in one file, as `--zip` packs it, is not read as such.
  ///
  /// - Throws: where a path is one of such a file.
  static func refusePacked(_ path: String) throws(InputFault) {
    let input = InputPath(file: path)
    guard try input.format() == .archive else { return }
    let archive = try ZipArchive(path: path, bytes: try input.bytes())
    guard archive.members.contains(where: { $0.name == summaryName }) else { return }
    throw FolderFault.packed(path)
  }

  /// - Throws: where there is no summary, where it is none of `report`, or where somebody changed it.
  init(_ path: String) throws(InputFault) {
    self.path = path
    let name = path + "/" + Self.summaryName
    guard let size = InputFile.size(name) else { throw FolderFault.noReport(path) }
    guard size <= Self.greatestSummary else { throw FolderFault.noSummary(name) }
    let input = try InputPath(file: name).pinned()
    let bytes = try input.bytes()
    digests = [try InputDigest(input)]
    do throws(JSONScanner.Fault) { summary = try ReportSummary(bytes) } catch {
      throw FolderFault.noSummary(name)
    }
    guard summary.values["version"] != nil, !summary.files.isEmpty else {
      throw FolderFault.noSummary(name)
    }
    if summary.values["population_gagnee"] != nil { throw FolderFault.simulation(path) }
    guard summary.values["totaux.communes"] != nil else { throw FolderFault.noSummary(name) }
    guard SummarySignature.isSigned(bytes) else { throw FolderFault.changed(name) }
  }

  /// The table in a file, as the report wrote it.
  ///
  /// - Throws: where it is missing, where it is not the file that the summary lists, where a column that is
  ///   needed is not there.
  mutating func table(_ name: String) throws(InputFault) -> ReportTable {
    let file = path + "/" + name
    guard let written = summary.files[name] else {
      throw FolderFault.notListed(file, version: version)
    }
    guard InputFile.size(file) != nil else { throw FolderFault.missing(file) }
    let input = try InputPath(file: file).pinned()
    let digest = try InputDigest(input)
    guard digest.bytes == written.bytes, digest.sha256 == written.sha256 else {
      throw FolderFault.changed(file, bytes: digest.bytes, written: written.bytes)
    }
    digests.append(digest)
    return ReportTable(try DelimitedText.read(input), version: version)
  }

  /// Whether a file that may be absent is there.
  func has(_ name: String) -> Bool {
    summary.files[name] != nil && InputFile.size(path + "/" + name) != nil
  }

  var version: String { summary.values["version"] ?? "" }
  var summaryPath: String { path + "/" + Self.summaryName }
}
