/// A GeoTIFF made by hand: one number a pixel, uncompressed, in the byte order of Intel.
struct DrawnPicture {
  enum Form: CaseIterable {
    case unsigned8, signed8, unsigned16, signed16, unsigned32, signed32, float32, float64
  }

  let width: Int
  /// Rows from the north.
  let values: [Double]
  var form = Form.float32
  var rowsInStrip = 2
  /// Side of tiles; nil for strips.
  var tile: Int?
  /// Key and code of the reference system.
  var system: (key: UInt16, code: UInt16)? = (3072, 3035)
  var pixel = SIMD2(100.0, 100.0)
  /// North-western corner.
  var corner = SIMD2(0.0, 0.0)
  var cornerIsMiddle = false
  /// Sixteen numbers in place of a scale and a corner.
  var transformation: [Double]?
  var noData: String?
  /// Fields to add, or to put in place of others.
  var fields: [UInt16: Field] = [:]

  struct Field {
    let type: UInt16
    let count: Int
    let bytes: [UInt8]

    static func shorts(_ values: [UInt16]) -> Field {
      Field(type: 3, count: values.count, bytes: values.flatMap { littleEndian($0) })
    }

    static func longs(_ values: [Int]) -> Field {
      Field(type: 4, count: values.count, bytes: values.flatMap { littleEndian(UInt32($0)) })
    }

    static func doubles(_ values: [Double]) -> Field {
      Field(type: 12, count: values.count, bytes: values.flatMap { littleEndian($0.bitPattern) })
    }

    static func text(_ text: String) -> Field {
      Field(type: 2, count: text.utf8.count + 1, bytes: Array(text.utf8) + [0])
    }
  }

  var height: Int { values.count / width }

  var bytes: [UInt8] {
    var file: [UInt8] = [0x49, 0x49, 0x2A, 0, 0, 0, 0, 0]
    let blocks = self.blocks
    var starts: [Int] = []
    for block in blocks {
      starts.append(file.count)
      file += block
    }
    var all = ownFields
    all[tile == nil ? 273 : 324] = .longs(starts)
    all[tile == nil ? 279 : 325] = .longs(blocks.map { $0.count })
    all.merge(fields) { $1 }
    var directory = littleEndian(UInt16(all.count))
    for (tag, field) in all.sorted(by: { $0.key < $1.key }) {
      directory += littleEndian(tag) + littleEndian(field.type) + littleEndian(UInt32(field.count))
      if field.bytes.count <= 4 {
        directory += field.bytes + Array(repeating: 0, count: 4 - field.bytes.count)
      } else {
        directory += littleEndian(UInt32(file.count))
        file += field.bytes
      }
    }
    file.replaceSubrange(4..<8, with: littleEndian(UInt32(file.count)))
    return file + directory + [0, 0, 0, 0]
  }

  private var ownFields: [UInt16: Field] {
    var fields: [UInt16: Field] = [
      256: .longs([width]), 257: .longs([height]), 258: .shorts([bits]), 259: .shorts([1]),
      262: .shorts([1]), 277: .shorts([1]), 339: .shorts([sampleFormat]),
    ]
    if let tile {
      fields[322] = .longs([tile])
      fields[323] = .longs([tile])
    } else {
      fields[278] = .longs([rowsInStrip])
    }
    if let transformation {
      fields[34264] = .doubles(transformation)
    } else {
      fields[33550] = .doubles([pixel.x, pixel.y, 0])
      fields[33922] = .doubles([0, 0, 0, corner.x, corner.y, 0])
    }
    let keys = [(1025, cornerIsMiddle ? 2 : 1)] + (system.map { [($0.key, $0.code)] } ?? [])
    fields[34735] = .shorts(
      [1, 1, 0, UInt16(keys.count)] + keys.flatMap { [UInt16($0.0), 0, 1, UInt16($0.1)] })
    if let noData { fields[42113] = .text(noData) }
    return fields
  }

  /// Pixels as they are kept; tiles are filled up with nobody.
  private var blocks: [[UInt8]] {
    guard let tile else {
      return stride(from: 0, to: height, by: rowsInStrip).map { row in
        values[row * width..<min(row + rowsInStrip, height) * width].flatMap { encoded($0) }
      }
    }
    return stride(from: 0, to: height, by: tile).flatMap { top in
      stride(from: 0, to: width, by: tile).map { left in
        (top..<top + tile).flatMap { row in
          (left..<left + tile).flatMap { column in
            encoded(row < height && column < width ? values[row * width + column] : 0)
          }
        }
      }
    }
  }

  private func encoded(_ value: Double) -> [UInt8] {
    switch form {
    case .unsigned8: [UInt8(value)]
    case .signed8: [UInt8(bitPattern: Int8(value))]
    case .unsigned16: littleEndian(UInt16(value))
    case .signed16: littleEndian(UInt16(bitPattern: Int16(value)))
    case .unsigned32: littleEndian(UInt32(value))
    case .signed32: littleEndian(UInt32(bitPattern: Int32(value)))
    case .float32: littleEndian(Float(value).bitPattern)
    case .float64: littleEndian(value.bitPattern)
    }
  }

  private var bits: UInt16 {
    switch form {
    case .unsigned8, .signed8: 8
    case .unsigned16, .signed16: 16
    case .unsigned32, .signed32, .float32: 32
    case .float64: 64
    }
  }

  private var sampleFormat: UInt16 {
    switch form {
    case .unsigned8, .unsigned16, .unsigned32: 1
    case .signed8, .signed16, .signed32: 2
    case .float32, .float64: 3
    }
  }
}

private func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
  (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}
