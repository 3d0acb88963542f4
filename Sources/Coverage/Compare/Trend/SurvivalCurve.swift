/// The share of CPTS that still wait after so many days: the estimate of Kaplan and Meier (1958), in which those
/// that have not gone on yet count for as long as they are known to have waited.
struct SurvivalCurve: Sendable {
  /// Days after which some went on, ascending.
  private(set) var days: [Int] = []
  /// The share that still waits after each.
  private(set) var shares: [Double] = []

  /// - Parameters:
  ///   - observed: days after which CPTS went on, ascending.
  ///   - waiting: days that others have waited so far, ascending.
  /// - Complexity: O(n).
  init(observed: [Int], waiting: [Int]) {
    var share = 1.0
    var (start, gone) = (0, 0)
    while start < observed.count {
      let day = observed[start]
      var end = start
      while end < observed.count, observed[end] == day { end += 1 }
      // Who has waited just as long was there until then.
      while gone < waiting.count, waiting[gone] < day { gone += 1 }
      let there = observed.count - start + waiting.count - gone
      share *= 1 - Double(end - start) / Double(there)
      days.append(day)
      shares.append(share)
      start = end
    }
  }

  /// The share that still waits after some days.
  ///
  /// - Complexity: O(log n).
  func share(after day: Int) -> Double {
    let place = firstPlace { days[$0] > day }
    return place == 0 ? 1 : shares[place - 1]
  }

  /// After how many days one goes on that has waited so long.
  ///
  /// - Parameter chance: from 0 up to 1, which is left out.
  /// - Returns: nil where that is beyond the last delay that was observed: unknown, perhaps never.
  /// - Complexity: O(log n).
  func delay(beyond waited: Int, chance: Double) -> Int? {
    let left = share(after: waited) * (1 - chance)
    let first = firstPlace { days[$0] > waited }
    let place = max(first, firstPlace { shares[$0] <= left })
    return place < days.count ? days[place] : nil
  }

  /// Days after which half of them have gone on; nil where that was not observed.
  var median: Int? {
    let place = firstPlace { shares[$0] <= 0.5 }
    return place < days.count ? days[place] : nil
  }

  /// The first place of which something holds, as it does of all later ones; the count where it holds of none.
  private func firstPlace(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
