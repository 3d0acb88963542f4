import GeoKernel

/// The name of an INSEE cell, such as `CRS3035RES200mN2029400E4259000`: reference system, side in
/// metres, then northing and easting of the south-western corner. Numbers may begin with zeros.
struct CellName: Equatable {
  /// EPSG code of the reference system.
  let system: Int32
  /// Metres.
  let size: Int32
  /// Metres.
  let north: Int32
  let east: Int32

  var text: String { "CRS\(system)RES\(size)mN\(north)E\(east)" }
}

extension CellName {
  /// Reads a name that begins at `position`, which is then at its end.
  ///
  /// - Returns: nil where there is no name; the position then means nothing.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, at position: inout Int, end: Int) {
    guard Self.take("C", bytes, &position, end), Self.take("R", bytes, &position, end),
      Self.take("S", bytes, &position, end),
      let system = Self.number(bytes, &position, end),
      Self.take("R", bytes, &position, end), Self.take("E", bytes, &position, end),
      Self.take("S", bytes, &position, end),
      let size = Self.number(bytes, &position, end), size > 0,
      Self.take("M", bytes, &position, end), Self.take("N", bytes, &position, end),
      let north = Self.number(bytes, &position, end),
      Self.take("E", bytes, &position, end),
      let east = Self.number(bytes, &position, end)
    else { return nil }
    self.system = system
    self.size = size
    self.north = north
    self.east = east
  }

  /// Takes a letter, given in upper case, of either case.
  @inline(__always)
  private static func take(
    _ letter: Unicode.Scalar, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> Bool {
    guard position < end, bytes[position] & 0xDF == UInt8(ascii: letter) else { return false }
    position += 1
    return true
  }

  /// Takes digits that make a number below 10⁹.
  @inline(__always)
  private static func number(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
  ) -> Int32? {
    let start = position
    var number: Int32 = 0
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      guard number < 100_000_000 else { return nil }
      number = number &* 10 &+ Int32(digit)
      position += 1
    }
    return position > start ? number : nil
  }
}

/// Reads names of which most begin as the one before: `CRS3035RES200mN` is compared, not read, and the
/// two numbers that follow are read eight bytes at a time.
struct CellNameReader {
  /// The last name read, and what it begins with, up to its northing.
  private var last = CellName(system: 0, size: 0, north: 0, east: 0)
  private var head: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var masks: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var headLength = 0

  /// Bytes that the quick way may look at.
  private static let reach = 48

  /// As `CellName.init`.
  @inline(__always)
  mutating func read(_ bytes: Span<UInt8>, at position: inout Int, end: Int) -> CellName? {
    if headLength > 0, position + Self.reach <= end, hasHead(bytes, position) {
      var place = position + headLength
      if let north = shortNumber(bytes, &place), bytes[place] == UInt8(ascii: "E") {
        place += 1
        if let east = shortNumber(bytes, &place) {
          position = place
          return CellName(system: last.system, size: last.size, north: north, east: east)
        }
      }
    }
    return readAnew(bytes, at: &position, end: end)
  }

  @inline(__always)
  private func hasHead(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    (bytes.word(at: position) ^ head.0) & masks.0
      | (bytes.word(at: position + 8) ^ head.1) & masks.1
      | (bytes.word(at: position + 16) ^ head.2) & masks.2 == 0
  }

  private mutating func readAnew(
    _ bytes: Span<UInt8>, at position: inout Int, end: Int
  ) -> CellName? {
    let start = position
    guard let name = CellName(bytes, at: &position, end: end) else { return nil }
    last = name
    headLength = 0
    var index = start
    while index < position, bytes[index] & 0xDF != UInt8(ascii: "N") { index += 1 }
    let length = index + 1 - start
    guard length <= 24, start + 24 <= end else { return name }
    func mask(_ word: Int) -> UInt64 {
      let count = max(0, min(8, length - 8 * word))
      return count == 8 ? .max : (1 << UInt64(8 * count)) - 1
    }
    headLength = length
    masks = (mask(0), mask(1), mask(2))
    head = (bytes.word(at: start), bytes.word(at: start + 8), bytes.word(at: start + 16))
    return name
  }
}

/// A number of one to seven digits; nil for any other.
///
/// - Precondition: eight bytes follow `position`.
@inline(__always)
private func shortNumber(_ bytes: Span<UInt8>, _ position: inout Int) -> Int32? {
  // A digit has the bits of "0" and at most 9 more; the first byte that has not ends the number.
  let digits = bytes.word(at: position) ^ 0x3030_3030_3030_3030
  let others = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
  let count = others.trailingZeroBitCount / 8
  guard count >= 1, count <= 7 else { return nil }
  position += count
  // Eight digits with leading zeros; then pairs, fours, and all eight.
  var value = digits << UInt64(64 - 8 * count)
  value = (value &* 10 &+ value >> 8) & 0x00FF_00FF_00FF_00FF
  value = (value &* 100 &+ value >> 16) & 0x0000_FFFF_0000_FFFF
  value = (value &* 10_000 &+ value >> 32) & 0x0000_0000_FFFF_FFFF
  return Int32(truncatingIfNeeded: value)
}
