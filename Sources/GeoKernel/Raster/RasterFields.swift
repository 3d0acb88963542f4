import CTIFF

/// What a GeoTIFF says of its pixels (TIFF 6.0; OGC GeoTIFF 1.1).
struct RasterFields {
  private let file: OpaquePointer

  init(_ file: OpaquePointer) { self.file = file }

  private enum Tag {
    static let pixelScale: UInt32 = 33550
    static let tiePoints: UInt32 = 33922
    static let transformation: UInt32 = 34264
    static let geoKeys: UInt32 = 34735
    static let noData: UInt32 = 42113
  }

  /// Width and height in pixels.
  func size() throws(RasterFault) -> (width: Int, height: Int) {
    guard let width = long(TIFFTAG_IMAGEWIDTH), let height = long(TIFFTAG_IMAGELENGTH), width > 0,
      height > 0
    else { throw .unreadable }
    guard max(width, height) <= RasterDescription.longestSide,
      height <= RasterDescription.mostPixels / width
    else {
      throw .tooLarge(width: width, height: height)
    }
    return (width, height)
  }

  /// The form of the numbers, of which a pixel must have one.
  func numbers() throws(RasterFault) -> RasterNumbers {
    let bands = short(TIFFTAG_SAMPLESPERPIXEL) ?? 1
    let meaning = short(TIFFTAG_PHOTOMETRIC) ?? Int(PHOTOMETRIC_MINISBLACK)
    guard bands == 1, meaning == PHOTOMETRIC_MINISBLACK || meaning == PHOTOMETRIC_MINISWHITE else {
      throw .notOneNumber(bands: bands)
    }
    let bits = short(TIFFTAG_BITSPERSAMPLE) ?? 1
    let format = short(TIFFTAG_SAMPLEFORMAT) ?? Int(SAMPLEFORMAT_UINT)
    switch (format, bits) {
    case (Int(SAMPLEFORMAT_UINT), 8), (Int(SAMPLEFORMAT_UINT), 16), (Int(SAMPLEFORMAT_UINT), 32):
      return RasterNumbers(form: .unsigned, bits: bits)
    case (Int(SAMPLEFORMAT_INT), 8), (Int(SAMPLEFORMAT_INT), 16), (Int(SAMPLEFORMAT_INT), 32):
      return RasterNumbers(form: .signed, bits: bits)
    case (Int(SAMPLEFORMAT_IEEEFP), 32), (Int(SAMPLEFORMAT_IEEEFP), 64):
      return RasterNumbers(form: .float, bits: bits)
    default: throw .unknownNumbers(bits: bits, format: format)
    }
  }

  /// GDAL writes it as text.
  var noData: Double? {
    let text = bytes(Tag.noData).prefix { $0 != 0 }
    guard text.count <= 64 else { return nil }
    return Double(String(decoding: text, as: UTF8.self).filter { $0 != " " })
  }

  /// Where the pixels lie, and in which system.
  func place(height: Int) throws(RasterFault) -> RasterPlace {
    let keys = geoKeys
    var (corner, pixel) = try corner()
    // GTRasterTypeGeoKey: the place given is that of the middle of a pixel.
    if keys[1025] == 2 { corner += pixel * SIMD2(-0.5, 0.5) }
    let south = corner.y - pixel.y * Double(height)
    guard corner.x.isFinite, corner.y.isFinite, south.isFinite, pixel.x > 0, pixel.y > 0,
      pixel.x.isFinite
    else { throw .noPlace }
    // ProjectedCSTypeGeoKey, else GeographicTypeGeoKey; 32767 is a system of the file's own.
    let system = keys[3072] ?? keys[2048]
    return RasterPlace(
      corner: corner, pixel: pixel, system: system.flatMap { 1024..<32767 ~= $0 ? $0 : nil })
  }

  private func corner() throws(RasterFault) -> (SIMD2<Double>, pixel: SIMD2<Double>) {
    let scale = doubles(Tag.pixelScale)
    let ties = doubles(Tag.tiePoints)
    if scale.count >= 2, ties.count >= 6 {
      guard scale[1] > 0 else { throw .turned }
      let pixel = SIMD2(scale[0], scale[1])
      return (SIMD2(ties[3] - ties[0] * pixel.x, ties[4] + ties[1] * pixel.y), pixel)
    }
    let matrix = doubles(Tag.transformation)
    guard matrix.count >= 16 else { throw .noPlace }
    guard matrix[1] == 0, matrix[4] == 0, matrix[0] > 0, matrix[5] < 0 else { throw .turned }
    return (SIMD2(matrix[3], matrix[7]), SIMD2(matrix[0], -matrix[5]))
  }

  /// Values of the keys that are one number.
  private var geoKeys: [Int: Int] {
    let shorts = values(Tag.geoKeys, TIFF_SHORT, of: UInt16.self).map { Int($0) }
    guard shorts.count >= 4 else { return [:] }
    var keys: [Int: Int] = [:]
    for start in stride(from: 4, to: min(4 + 4 * shorts[3], shorts.count - 3), by: 4)
    where shorts[start + 1] == 0 {
      keys[shorts[start]] = shorts[start + 3]
    }
    return keys
  }

  // MARK: Fields

  private func short(_ tag: Int32) -> Int? {
    var value: UInt16 = 0
    return coverage_tiff_short(file, UInt32(tag), &value) != 0 ? Int(value) : nil
  }

  private func long(_ tag: Int32) -> Int? {
    var value: UInt32 = 0
    return coverage_tiff_long(file, UInt32(tag), &value) != 0 ? Int(value) : nil
  }

  private func doubles(_ tag: UInt32) -> [Double] { values(tag, TIFF_DOUBLE, of: Double.self) }

  private func bytes(_ tag: UInt32) -> [UInt8] { values(tag, TIFF_ASCII, of: UInt8.self) }

  /// Values of a field of a type; none where the file has it otherwise.
  private func values<Value: BitwiseCopyable>(
    _ tag: UInt32, _ type: TIFFDataType, of: Value.Type
  ) -> [Value] {
    var count: UInt32 = 0
    var pointer: UnsafeRawPointer?
    guard coverage_tiff_array(file, tag, type, &count, &pointer) != 0,
      let pointer = pointer
    else { return [] }
    return Array(
      UnsafeRawBufferPointer(
        start: pointer, count: Int(count) * MemoryLayout<Value>.stride
      ).bindMemory(to: Value.self))
  }
}
