/// The values of an axis, in hundredths: from a round number below the lowest to one above the highest.
struct TrajectoryScale {
  let bottom: Int
  let top: Int
  let ticks: [Int]
  /// That its values are told apart by.
  let decimals: Int

  init(lowest: Int, highest: Int, aim: Int?) {
    let (low, high) = (min(lowest, aim ?? lowest), max(highest, aim ?? highest))
    let step = Self.step(high - low, most: 6)
    bottom = low / step * step
    top = max((high + step - 1) / step * step, bottom + step)
    ticks = Array(stride(from: bottom, through: top, by: step))
    decimals = step % 100 == 0 ? 0 : step % 10 == 0 ? 1 : 2
  }

  /// 1, 2 or 5 times a power of ten: the least that divides a span into at most so many steps.
  static func step(_ span: Int, most: Int) -> Int {
    var power = 1
    while true {
      for factor in [1, 2, 5] where span <= factor * power * most { return factor * power }
      power *= 10
    }
  }
}
