/// The order that sorts keys, equal ones as they come.
///
/// A radix sort by bytes, lowest first, over those alone in which keys differ. What moves is half a key
/// beside its index, eight bytes in all; keys below 2³² are used up, so as to need no room of their own.
///
/// - Complexity: O(n) for keys in order, else O(n) for each byte in which they differ.
func ascendingOrder(of keys: consuming [UInt64]) -> [Int32] {
  var used: UInt64 = 0
  var isSorted = true
  for index in keys.indices {
    used |= keys[index]
    isSorted = isSorted && (index == 0 || keys[index - 1] <= keys[index])
  }
  guard !isSorted else { return keys.indices.map { Int32($0) } }
  guard used >> 32 != 0 else {
    for index in keys.indices { keys[index] = keys[index] << 32 | UInt64(index) }
    return sortedByUpperHalf(keys, used: used << 32).map { Int32(truncatingIfNeeded: $0) }
  }
  var order = keys.indices.map { UInt64($0) }
  for half in [UInt64(0), 32] {
    for position in order.indices {
      let index = order[position] & 0xFFFF_FFFF
      order[position] = (keys[Int(index)] >> half) << 32 | index
    }
    order = sortedByUpperHalf(order, used: (used >> half) << 32)
  }
  return order.map { Int32(truncatingIfNeeded: $0) }
}

/// - Parameter used: bits that are set in any entry; bytes without one are passed over.
private func sortedByUpperHalf(_ given: consuming [UInt64], used: UInt64) -> [UInt64] {
  var entries = given
  var sorted = [UInt64](repeating: 0, count: entries.count)
  for shift in stride(from: UInt64(32), to: 64, by: 8) where used >> shift & 0xFF != 0 {
    var ends = [Int](repeating: 0, count: 257)
    for entry in entries { ends[Int(entry >> shift & 0xFF) + 1] += 1 }
    for digit in 1..<257 { ends[digit] += ends[digit - 1] }
    for entry in entries {
      let digit = Int(entry >> shift & 0xFF)
      sorted[ends[digit]] = entry
      ends[digit] += 1
    }
    swap(&entries, &sorted)
  }
  return entries
}
