/// A time after a date: `12:30`, `T23:00:00.000Z`, `à 12h30`, `00:00:00+00`.
struct TimeOfDay {
  private let seconds: Int
  /// Seconds that clocks of its zone are ahead; nil where no zone is named.
  private var offset: Int?

  /// - Returns: nil where the tokens are not a time and nothing else.
  init?(_ tokens: ArraySlice<DateToken>) {
    var rest = tokens
    if let first = rest.first, ["t", "a", ","].contains(first.text) { rest.removeFirst() }
    guard let hours = rest.popFirst()?.number, hours < 25 else { return nil }
    guard let mark = rest.popFirst(), [":", "h"].contains(mark.text) else { return nil }
    var parts = [hours]
    while let number = rest.first?.number, parts.count < 3 {
      parts.append(number)
      rest.removeFirst()
      guard let sign = rest.first, [":", "min"].contains(sign.text) else { break }
      rest.removeFirst()
    }
    guard mark.text == "h" || parts.count > 1, parts.dropFirst().allSatisfy({ $0 < 60 }) else {
      return nil
    }
    seconds = zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    if let point = rest.first, [".", ","].contains(point.text),
      rest.dropFirst().first?.isNumber == true
    {
      rest.removeFirst(2)
    }
    if rest.isEmpty { return }
    guard let ahead = Self.zone(rest) else { return nil }
    offset = ahead
  }

  /// `Z`, `UTC`, `+00`, `+0200`, `-04:00`.
  private static func zone(_ tokens: ArraySlice<DateToken>) -> Int? {
    let parts = Array(tokens)
    if parts.count == 1 { return ["z", "utc", "gmt"].contains(parts[0].text) ? 0 : nil }
    guard ["+", "-", "−"].contains(parts[0].text), let number = parts[1].number else { return nil }
    var (hours, minutes) = (number, 0)
    switch (parts.count, parts[1].text.utf8.count) {
    case (2, 1...2): break
    case (2, 4): (hours, minutes) = (number / 100, number % 100)
    case (4, 1...2):
      guard parts[2].text == ":", let rest = parts[3].number else { return nil }
      minutes = rest
    default: return nil
    }
    guard hours <= 14, minutes < 60 else { return nil }
    return (parts[0].text == "+" ? 1 : -1) * (hours * 3600 + minutes * 60)
  }

  /// The day in Paris at that time of a day of the zone; nil where no zone is named.
  func dayInParis(of day: CivilDate) -> CivilDate? {
    guard let offset else { return nil }
    let instant = day.daysSince1970 * 86_400 + seconds - offset
    let local = instant + Self.parisOffset(at: instant, year: day.year)
    return CivilDate(daysSince1970: Int((Double(local) / 86_400).rounded(.down)))
  }

  /// One hour ahead of UTC, and two from the last Sunday of March to that of October, at one o'clock UTC
  /// (directive 2000/84/EC).
  private static func parisOffset(at instant: Int, year: Int) -> Int {
    func change(_ month: Int) -> Int {
      guard let last = CivilDate(year: year, month: month, day: 31)?.daysSince1970 else { return 0 }
      // 1 January 1970 was a Thursday.
      return (last - (last + 4) % 7) * 86_400 + 3600
    }
    return instant >= change(3) && instant < change(10) ? 7200 : 3600
  }
}
