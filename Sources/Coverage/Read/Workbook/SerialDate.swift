/// Days as spreadsheets count them.
enum SerialDate {
  /// Days before 1970-01-01 of day 0, in the system that Excel has by default and in the one of old
  /// Macintosh workbooks.
  private static let daysOf1900 = 25_569
  private static let daysOf1904 = 24_107

  /// The day, and the time where the format shows one and it is not midnight: `2022-12-31`,
  /// `2022-12-31T12:30:00`.
  ///
  /// The 1900 system has a 29 February 1900 (day 60), an error of Lotus 1-2-3 that Excel keeps: days
  /// before it are one too early by the usual count, and day 60 is no date.
  ///
  /// - Returns: nil for a day outside 1900 to 9999, and for day 60.
  static func text(_ days: Double, showsTime: Bool, is1904: Bool) -> String? {
    guard days >= (is1904 ? 0 : 1), days < 2_958_466 else { return nil }
    let seconds = (days * 86_400).rounded()
    var day = Int((showsTime ? seconds / 86_400 : days).rounded(.down))
    if !is1904 {
      guard day != 60 else { return nil }
      if day < 60 { day += 1 }
    }
    let origin = is1904 ? daysOf1904 : daysOf1900
    guard let date = CivilDate(daysSince1970: day - origin) else { return nil }
    let time = Int(seconds.truncatingRemainder(dividingBy: 86_400))
    return showsTime && time != 0 ? "\(date)T\(clock(time))" : date.description
  }

  /// A part of a day as `12:30:00`; nil for what is more than a day.
  static func time(_ days: Double) -> String? {
    guard days >= 0, days < 1 else { return nil }
    let seconds = Int((days * 86_400).rounded())
    return seconds < 86_400 ? clock(seconds) : nil
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
