import CTIFF

/// How the pixels of a picture are kept: in strips of whole rows, or in tiles.
struct RasterBlocks: Sendable {
  let isTiled: Bool
  /// Pixels of a block.
  let width: Int
  let height: Int
  /// Blocks of the picture.
  let columnCount: Int
  let rowCount: Int
  let byteCount: Int
  private let bytesInRow: Int

  /// A quarter of a gigabyte: a row of blocks is in memory as a whole.
  private static let mostBytes = 1 << 28

  init(
    _ file: OpaquePointer, width: Int, height: Int, _ numbers: RasterNumbers
  ) throws(RasterFault) {
    isTiled = TIFFIsTiled(file) != 0
    var (across, down): (UInt32, UInt32) = (UInt32(width), UInt32(height))
    if isTiled {
      guard coverage_tiff_long(file, UInt32(TIFFTAG_TILEWIDTH), &across) != 0,
        coverage_tiff_long(file, UInt32(TIFFTAG_TILELENGTH), &down) != 0
      else { throw .unreadable }
    } else if coverage_tiff_long(file, UInt32(TIFFTAG_ROWSPERSTRIP), &down) == 0
      || down > UInt32(height)
    {
      down = UInt32(height)
    }
    guard across > 0, down > 0 else { throw .unreadable }
    (self.width, self.height) = (Int(across), Int(down))
    columnCount = (width + self.width - 1) / self.width
    let (pixels, isTooMany) = self.width.multipliedReportingOverflow(by: self.height)
    guard !isTooMany, pixels <= Self.mostBytes / numbers.byteCount / columnCount else {
      throw .tooLarge(width: width, height: height)
    }
    bytesInRow = self.width * numbers.byteCount
    byteCount = pixels * numbers.byteCount
    rowCount = (height + self.height - 1) / self.height
    let blocks = isTiled ? TIFFNumberOfTiles(file) : TIFFNumberOfStrips(file)
    let size = isTiled ? TIFFTileSize64(file) : TIFFStripSize64(file)
    guard Int(blocks) == columnCount * rowCount, size == UInt64(byteCount) else {
      throw .unreadable
    }
  }

  /// Bytes of all pixels once they are unpacked.
  var unpackedByteCount: Int { rowCount * columnCount * byteCount }

  /// Unpacks a row of blocks into the room for it, one block after another.
  ///
  /// - Parameter rows: rows of pixels that the picture has in these blocks.
  /// - Returns: whether the file has all of them.
  func read(_ blockRow: Int, _ rows: Int, _ file: OpaquePointer, _ room: inout [UInt8]) -> Bool {
    let wanted = isTiled ? byteCount : rows * bytesInRow
    return room.withUnsafeMutableBytes { room in
      (0..<columnCount).allSatisfy { column in
        let place = room[column * byteCount..<column * byteCount + wanted]
        let start = UnsafeMutableRawBufferPointer(rebasing: place).baseAddress
        let block = UInt32(blockRow * columnCount + column)
        let read =
          isTiled
          ? TIFFReadEncodedTile(file, block, start, tmsize_t(wanted))
          : TIFFReadEncodedStrip(file, block, start, tmsize_t(wanted))
        return Int(read) == wanted
      }
    }
  }
}
