/// The number of one thing among others of its kind, from 0: of a vertex, of an edge, of a piece.
///
/// It weighs four bytes and costs what a bare number costs, but nobody can look up an edge with the
/// number of a vertex. `Of` names the kind, and need not be what is stored.
struct Index<Of>: Hashable, Sendable {
  let raw: Int32

  init(_ raw: Int32) { self.raw = raw }
  init(_ place: Int) { raw = Int32(place) }

  /// The number of nothing.
  static var missing: Self { Self(Int32(-1)) }

  /// Whether it is the number of something.
  var exists: Bool { raw >= 0 }
}

extension Index: Strideable {
  static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }

  static func + (index: Self, count: Int) -> Self { index.advanced(by: count) }
  static func - (index: Self, count: Int) -> Self { index.advanced(by: -count) }

  func distance(to other: Self) -> Int { Int(other.raw) - Int(raw) }
  func advanced(by count: Int) -> Self { Self(Int32(truncatingIfNeeded: Int(raw) + count)) }
}

extension Int {
  init<Of>(_ index: Index<Of>) { self = Int(index.raw) }
}
