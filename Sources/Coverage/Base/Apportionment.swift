/// Shares out whole people by weights, so that the shares add up to the whole: the largest remainder
/// method (Hamilton). Ties go to the earlier share.
///
/// - Parameter weights: not negative, not all zero.
/// - Complexity: O(n log n).
func apportion(_ whole: Int, weights: [Double]) -> [Int] {
  let total = weights.reduce(0, +)
  let exact = weights.map { withoutNoise(Double(whole) * $0 / total) }
  var shares = exact.map { Int($0) }
  let byRemainder = exact.indices.sorted {
    let left = exact[$0] - Double(shares[$0])
    let right = exact[$1] - Double(shares[$1])
    return left == right ? $0 < $1 : left > right
  }
  for index in byRemainder.prefix(max(0, whole - shares.reduce(0, +))) { shares[index] += 1 }
  return shares
}

/// A number of people to the billionth: what is less is the order in which weights were added.
func withoutNoise(_ people: Double) -> Double { (people * 1e9).rounded() / 1e9 }
