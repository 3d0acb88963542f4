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
