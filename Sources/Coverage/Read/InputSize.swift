import GeoKernel

extension InputPath {
  /// Bytes that reading the file gives: those of the file, or of all that an archive or a workbook may
  /// unpack to, or four for each pixel of a GeoTIFF; 0 where there is nothing to read.
  ///
  /// - Complexity: O(1), and O(bytes) for an archive.
  var unpackedSize: Int {
    let beside = ShapefileCompanions.all(besides: file).reduce(0) {
      $0 + (InputFile.size($1.file) ?? 0)
    }
    let size = (InputFile.size(file) ?? 0) + beside
    guard let head = try? head(count: 4) else { return size }
    if Self.beginningsOfPictures.contains(where: { head.starts(with: $0) }) {
      do {
        let picture = try RasterFile(try held()).description
        return max(size, 4 * picture.width * picture.height)
      } catch { return size }
    }
    guard (try? format()) == .archive, let bytes = try? bytes(),
      let archive = try? ZipArchive(path: file, bytes: bytes)
    else { return size }
    let unpacked = archive.members.reduce(0) { $0 + min($1.size, ZipArchive.greatestOutput) }
    return max(size, min(unpacked, ZipArchive.limit(archiveSize: size)))
  }

  /// TIFF and BigTIFF, in either order of bytes.
  private static let beginningsOfPictures: [[UInt8]] = [
    [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
    [0x49, 0x49, 0x2B, 0x00], [0x4D, 0x4D, 0x00, 0x2B],
  ]
}

extension StudyBounds {
  /// The bounds of a run that reads these files.
  public init(reading inputs: [InputPath]) {
    self.init(input: inputs.reduce(0) { $0 + $1.unpackedSize })
  }
}
