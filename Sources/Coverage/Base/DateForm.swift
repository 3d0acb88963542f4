/// A date at the beginning of a text, and what follows it.
struct DateForm {
  let day: CivilDate
  /// How the day was come to, where the text does not name it.
  let interpretation: WrittenDate.Interpretation?
  let rest: ArraySlice<DateToken>

  var isPeriod: Bool { interpretation == .lastDay }

  var reading: WrittenDate.Reading {
    interpretation.map { .interpreted(day, $0) } ?? .day(day)
  }

  /// The first form that a text begins with.
  static func first(in tokens: ArraySlice<DateToken>) -> DateForm? {
    threeParts(tokens) ?? namedMonth(tokens) ?? partOfYear(tokens) ?? month(tokens)
      ?? oneNumber(tokens)
  }

  private init?(
    _ day: CivilDate?, _ rest: ArraySlice<DateToken>,
    _ interpretation: WrittenDate.Interpretation? = nil
  ) {
    guard let day else { return nil }
    (self.day, self.interpretation, self.rest) = (day, interpretation, rest)
  }

  private static let separators: Set<String> = ["/", "-", "."]

  /// A year of four digits, or of two in this century: there were no CPTS in another.
  private static func year(_ token: DateToken?) -> Int? {
    guard let token, let number = token.number else { return nil }
    return switch token.text.utf8.count {
    case 4: number
    case 2: 2000 + number
    default: nil
    }
  }

  /// `31/12/2022`, `31.12.22`, `2022-12-31`.
  private static func threeParts(_ tokens: ArraySlice<DateToken>) -> DateForm? {
    let parts = Array(tokens.prefix(5))
    guard parts.count == 5, separators.contains(parts[1].text), parts[1].text == parts[3].text,
      let first = parts[0].number, let month = parts[2].number, let last = parts[4].number,
      parts[2].text.utf8.count <= 2
    else { return nil }
    let rest = tokens.dropFirst(5)
    if parts[0].text.utf8.count == 4 {
      guard parts[4].text.utf8.count <= 2 else { return nil }
      return DateForm(CivilDate(year: first, month: month, day: last), rest)
    }
    guard parts[0].text.utf8.count <= 2, let year = year(parts[4]) else { return nil }
    return DateForm(CivilDate(year: year, month: month, day: first), rest)
  }

  /// `1er décembre 2022`, `31-déc-22`, `déc. 2022`.
  private static func namedMonth(_ tokens: ArraySlice<DateToken>) -> DateForm? {
    var rest = tokens
    var day: Int?
    if let number = rest.first?.number, rest.first?.text.utf8.count ?? 0 <= 2 {
      day = number
      rest.removeFirst()
      if let word = rest.first, word.text == "er", !word.isApart { rest.removeFirst() }
      skipSeparator(&rest)
    }
    guard let month = rest.first?.month else { return nil }
    rest.removeFirst()
    skipSeparator(&rest)
    skipSeparator(&rest)
    guard let year = year(rest.first) else { return nil }
    rest.removeFirst()
    if let day { return DateForm(CivilDate(year: year, month: month, day: day), rest) }
    return DateForm(lastDay(of: month, year), rest, .lastDay)
  }

  /// `12/2022`, `2022-12`.
  private static func month(_ tokens: ArraySlice<DateToken>) -> DateForm? {
    let parts = Array(tokens.prefix(3))
    guard parts.count == 3, separators.contains(parts[1].text) else { return nil }
    let (year, month) = parts[0].text.utf8.count == 4 ? (parts[0], parts[2]) : (parts[2], parts[0])
    guard year.text.utf8.count == 4, month.text.utf8.count <= 2, let number = month.number,
      let year = year.number
    else { return nil }
    return DateForm(lastDay(of: number, year), tokens.dropFirst(3), .lastDay)
  }

  /// `T4 2022`, `2022-T4`, `4e trimestre 2022`, `1er semestre 2022`.
  private static func partOfYear(_ tokens: ArraySlice<DateToken>) -> DateForm? {
    var rest = tokens
    var (part, length, year): (Int?, Int?, Int?)
    while let token = rest.first, part == nil || length == nil || year == nil {
      if let number = token.number {
        if token.text.utf8.count == 1, part == nil {
          part = number
        } else if token.text.utf8.count == 4, year == nil {
          year = number
        } else {
          return nil
        }
      } else if let months = monthsOfPart[token.text], length == nil {
        length = months
      } else if !["e", "er", "eme", "re", "nd", "de", "du", "-", ".", "/", "°"].contains(token.text)
      {
        return nil
      }
      rest.removeFirst()
    }
    guard let part, let length, let year, (1...12 / length).contains(part) else { return nil }
    return DateForm(lastDay(of: part * length, year), rest, .lastDay)
  }

  private static let monthsOfPart = [
    "t": 3, "q": 3, "trimestre": 3, "trim": 3, "s": 6, "semestre": 6, "sem": 6,
  ]

  /// `20221231`, `31122022`, `44926`, `44926.0`, `2022`.
  private static func oneNumber(_ tokens: ArraySlice<DateToken>) -> DateForm? {
    guard let token = tokens.first, let number = token.number else { return nil }
    var rest = tokens.dropFirst()
    switch token.text.utf8.count {
    case 8:
      let yearFirst = CivilDate(
        year: number / 10_000, month: number / 100 % 100, day: number % 100)
      let dayFirst = CivilDate(
        year: number % 10_000, month: number / 10_000 % 100, day: number / 1_000_000)
      let found = [yearFirst, dayFirst].compactMap { $0 }.filter { centuries.contains($0.year) }
      return found.count == 1 ? DateForm(found[0], rest) : nil
    case 5:
      if rest.count == 2, let point = rest.first, [".", ","].contains(point.text),
        rest.last?.isNumber == true
      {
        rest = []
      }
      guard rest.isEmpty, let day = CivilDate(daysSince1970: number - daysOf1900),
        centuries.contains(day.year)
      else { return nil }
      return DateForm(day, rest, .serial)
    case 4:
      return centuries.contains(number) ? DateForm(lastDay(of: 12, number), rest, .lastDay) : nil
    default: return nil
    }
  }

  /// Years that a number without signs may be of.
  private static let centuries = 2000...2099
  /// Days before 1970 of day 0 of spreadsheets.
  private static let daysOf1900 = 25_569

  private static func skipSeparator(_ rest: inout ArraySlice<DateToken>) {
    if let sign = rest.first, separators.contains(sign.text) { rest.removeFirst() }
  }

  private static func lastDay(of month: Int, _ year: Int) -> CivilDate? {
    [31, 30, 29, 28].lazy.compactMap { CivilDate(year: year, month: month, day: $0) }.first
  }
}
