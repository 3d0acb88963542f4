#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A day of the calendar, without time or time zone.
public struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// From 1 to 9999.
  public let year: Int
  /// From 1 to 12.
  public let month: Int
  /// From 1 to the length of the month.
  public let day: Int

  /// - Returns: nil for a day that does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2022-12-31`, with or without a time after it, or the French `31/12/2022`.
  public init?(_ text: some StringProtocol) {
    let day = text.prefix { $0 != "T" && $0 != " " }
    guard Self.isTime(text[day.endIndex...]) else { return nil }
    let separator: Character = day.contains("/") ? "/" : "-"
    var parts = day.split(separator: separator, omittingEmptySubsequences: false)
    if separator == "/" { parts.reverse() }
    // A year of two digits would be one of antiquity.
    guard parts.count == 3, parts[0].utf8.count == 4,
      day.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == separator.asciiValue }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Whether what follows a day is a time, or nothing.
  private static func isTime(_ rest: some StringProtocol) -> Bool {
    let time = rest.dropFirst()
    return time.isEmpty
      || time.first.map { ("0"..."9").contains($0) } == true
        && time.allSatisfy { "0123456789:.,+-Z ".contains($0) }
  }

  /// The day that is so many days after 1970-01-01, by eras of 400 years that begin on 1 March.
  init?(daysSince1970 days: Int) {
    let sinceMarch = days + 719_468
    let era = (sinceMarch >= 0 ? sinceMarch : sinceMarch - 146_096) / 146_097
    let dayOfEra = sinceMarch - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      year: year + era * 400 + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// Days after 1970-01-01.
  var daysSince1970: Int {
    let year = month > 2 ? self.year : self.year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return year / 400 * 146_097 + year % 400 * 365 + year % 400 / 4 - year % 400 / 100 + dayOfYear
      - 719_468
  }

  public var description: String {
    "\(zeroPadded(year, 4))-\(zeroPadded(month, 2))-\(zeroPadded(day, 2))"
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private func zeroPadded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CivilDate {
  /// The day of the user's clock.
  public static var today: CivilDate {
    let now = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date.now)
    return CivilDate(year: now.year ?? 1970, month: now.month ?? 1, day: now.day ?? 1)
      ?? CivilDate(year: 1970, month: 1, day: 1)!
  }
}
