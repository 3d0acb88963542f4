import CTIFF

/// A GeoTIFF of one number a pixel, read block by block.
///
/// The corresponding C functions are `TIFFFdOpen`, `TIFFReadEncodedStrip` and `TIFFReadEncodedTile`.
/// Handles stay in the task that made them.
package struct RasterFile: ~Copyable {
  package let description: RasterDescription
  /// Size of the file.
  package let byteCount: Int
  private let file: OpaquePointer

  /// Bytes of pixels that a byte of the file may unpack to: more than any method makes of pixels with
  /// people. Many blocks may name the same bytes.
  private static let unpackedBytesForEach = 8192
  private static let unpackedBytesForAny = 8 << 20

  /// Opens a file and reads what it says of its pixels.
  ///
  /// - Throws: why it gives no numbers on the ground.
  package init(_ held: borrowing HeldFile) throws(RasterFault) {
    _ = Self.silence
    // Without a map into memory, which a file cut short while it is read would turn into a crash.
    let descriptor = held.duplicate()
    guard let file = TIFFFdOpen(descriptor, held.path, "rm") else {
      HeldFile.close(duplicate: descriptor)
      throw .unreadable
    }
    let description: RasterDescription
    let size = held.size
    do throws(RasterFault) {
      description = try RasterDescription(file)
      let most = Self.unpackedBytesForEach * size + Self.unpackedBytesForAny
      guard description.blocks.unpackedByteCount <= most else { throw RasterFault.unreadable }
    } catch {
      TIFFClose(file)
      throw error
    }
    self.description = description
    self.file = file
    byteCount = size
  }

  deinit { TIFFClose(file) }

  /// libtiff would write what it thinks of a file to the standard error.
  private static let silence: Void = {
    _ = TIFFSetWarningHandler(nil)
    _ = TIFFSetErrorHandler(nil)
  }()

  /// Hands over every row of pixels, those further south first, each in parts from the west.
  ///
  /// - Complexity: O(pixels); memory for a row of blocks.
  /// - Throws: what `visit` throws, and `RasterFault.unreadable` where the file breaks off.
  package func forEachRow(_ visit: (RasterRow) throws -> Void) throws {
    let (blocks, numbers) = (description.blocks, description.numbers)
    var room = [UInt8](repeating: 0, count: blocks.columnCount * blocks.byteCount)
    var values = [Double](repeating: 0, count: blocks.width)
    for blockRow in (0..<blocks.rowCount).reversed() {
      let top = blockRow * blocks.height
      let rows = min(blocks.height, description.height - top)
      guard blocks.read(blockRow, rows, file, &room) else { throw RasterFault.unreadable }
      for row in (0..<rows).reversed() {
        for blockColumn in 0..<blocks.columnCount {
          let left = blockColumn * blocks.width
          let first = blockColumn * blocks.width * blocks.height + row * blocks.width
          numbers.decode(room, from: first, into: &values)
          try visit(
            RasterRow(
              row: top + row, columns: left..<min(left + blocks.width, description.width),
              values: values))
        }
      }
    }
  }
}

/// Some pixels of a row.
package struct RasterRow: Sendable {
  /// Counted from the north.
  package let row: Int
  /// Counted from the west.
  package let columns: Range<Int>
  private let values: [Double]

  fileprivate init(row: Int, columns: Range<Int>, values: [Double]) {
    self.row = row
    self.columns = columns
    self.values = values
  }

  /// The number of the pixel in a column; NaN where it has none.
  package subscript(column: Int) -> Double { values[column - columns.lowerBound] }
}

/// What a picture says of its pixels.
package struct RasterDescription: Sendable {
  package let width: Int
  package let height: Int
  package let place: RasterPlace
  /// What stands for a pixel without number, as a pixel has it; nil where nothing does.
  package let noData: Double?
  let numbers: RasterNumbers
  let blocks: RasterBlocks

  /// Pixels of the largest picture that is read, and of its longest side: France in steps of thirty
  /// metres.
  static let mostPixels = 1 << 31
  static let longestSide = 1 << 22

  init(_ file: OpaquePointer) throws(RasterFault) {
    let fields = RasterFields(file)
    (width, height) = try fields.size()
    numbers = try fields.numbers()
    blocks = try RasterBlocks(file, width: width, height: height, numbers)
    place = try fields.place(height: height)
    noData = fields.noData.map(numbers.rounded)
  }
}

/// Where the pixels of a picture lie: rows run from west to east, the first in the north.
package struct RasterPlace: Sendable, Equatable {
  /// North-western corner, in the units of the reference system.
  package let corner: SIMD2<Double>
  /// Width and height of a pixel, above 0.
  package let pixel: SIMD2<Double>
  /// EPSG code of the reference system; nil where the file gives none.
  package let system: Int?
}
