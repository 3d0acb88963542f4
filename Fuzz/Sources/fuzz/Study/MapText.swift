import Glibc

/// A GeoJSON text taken apart at its positions, so that coordinates can be changed as numbers and written
/// again; all else stays as it is.
struct MapText {
  typealias Position = SIMD2<Double>

  /// What stands before each position, and after the last.
  private(set) var between: [[UInt8]] = [[]]
  var positions: [Position] = []

  init(_ bytes: [UInt8]) {
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "["), let (position, end) = Self.position(bytes, at: place) {
        positions.append(position)
        between.append([])
        place = end
      } else {
        between[between.count - 1].append(bytes[place])
        place += 1
      }
    }
  }

  /// `[number,number]`, as `JSON` has numbers or nearly so.
  private static func position(_ bytes: [UInt8], at start: Int) -> (Position, end: Int)? {
    var place = start + 1
    var numbers: [Double] = []
    while place < bytes.count, numbers.count < 2 {
      let first = place
      while place < bytes.count, isOfNumber(bytes[place]) { place += 1 }
      guard place > first, place - first < 40, place < bytes.count,
        let number = Double(String(decoding: bytes[first..<place], as: UTF8.self))
      else { return nil }
      numbers.append(number)
      let expected = numbers.count == 1 ? UInt8(ascii: ",") : UInt8(ascii: "]")
      guard bytes[place] == expected else { return nil }
      place += 1
    }
    return numbers.count == 2 ? (Position(numbers[0], numbers[1]), place) : nil
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
  }

  var bytes: [UInt8] {
    var bytes = between[0]
    for (index, position) in positions.enumerated() {
      bytes.append(UInt8(ascii: "["))
      bytes += Array("\(Self.text(position.x)),\(Self.text(position.y))".utf8)
      bytes.append(UInt8(ascii: "]"))
      bytes += between[index + 1]
    }
    return bytes
  }

  private static func text(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-1e999" : "1e999" }
    return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  /// Places of the positions of each ring.
  var rings: [Range<Int>] {
    var rings: [Range<Int>] = []
    var start = 0
    for index in positions.indices.dropFirst() where between[index] != [UInt8(ascii: ",")] {
      rings.append(start..<index)
      start = index
    }
    if !positions.isEmpty { rings.append(start..<positions.count) }
    return rings
  }

  subscript(index: Int) -> Position {
    get { positions[index] }
    set { positions[index] = newValue }
  }

  /// Puts positions after one, in its ring.
  mutating func insert(_ new: [Position], after index: Int) {
    positions.insert(contentsOf: new, at: index + 1)
    between.insert(
      contentsOf: repeatElement([UInt8(ascii: ",")], count: new.count), at: index + 1)
  }

  mutating func remove(at index: Int) {
    positions.remove(at: index)
    let isFirst = between[index] != [UInt8(ascii: ",")]
    between.remove(at: isFirst && between.indices.contains(index + 1) ? index + 1 : index)
  }

  mutating func reverse(_ ring: Range<Int>) { positions[ring].reverse() }
}
