/// A trend in a panel for the terminal.
public enum TrendText {
  /// Years of which the gain is told.
  private static let mostYears = 12

  /// The first and the last date, the points gained by year, what is projected, and where the files are.
  public static func summary(of trend: Trend, output: String) -> String {
    let language = trend.language
    let paragraphs = [
      [trend.options.title].filter { !$0.isEmpty } + indicator(of: trend, language),
      gains(of: trend, language), [trend.projectionSentence[language]],
      trend.notes.dropFirst().map { $0[language] } + anomalies(of: trend, language),
      TerminalText.written(TrendReport.fileNames(of: trend), to: output, language),
    ]
    return paragraphs.filter { !$0.isEmpty }.map { TerminalText.joined($0) }
      .joined(separator: "\n")
  }

  private static func indicator(of trend: Trend, _ language: Language) -> [String] {
    let last = trend.dates.count - 1
    let total = NumberText.whole(trend.covered(last, .none).total)
    return [
      Wording(
        fr:
          "À ce stade ou plus, de \(total) habitants : le \(trend.dates[0]), le \(trend.options.at)",
        en:
          "At this stage or above, of \(total) people: on \(trend.dates[0]), on \(trend.options.at)"
      )[
        language]
    ]
      + Stage.allCases.reversed().filter { $0 != .none }.map { stage in
        padded("  " + stage.key, 24) + leftPadded(trend.percent(0, stage), 9)
          + leftPadded(trend.percent(last, stage), 10)
      }
  }

  private static func gains(of trend: Trend, _ language: Language) -> [String] {
    let gains = trend.gains(trend.options.whiteBelow)
    guard !gains.isEmpty else { return [] }
    let lowest = trend.options.whiteBelow.label
    return [
      Wording(
        fr: "Points gagnés par an, au stade « \(lowest.french) » ou plus",
        en: "Points gained by year, at “\(lowest.english)” or above")[language]
    ]
      + gains.suffix(mostYears).map { from, to, hundredths in
        "  " + span(from, to)[language] + leftPadded(NumberText.points(hundredths, language), 10)
      }
  }

  /// A whole year by its number; else the days, so that nobody takes some months for a year.
  private static func span(_ from: CivilDate, _ to: CivilDate) -> Wording {
    let isYear =
      [from, to].allSatisfy { ($0.month, $0.day) == (12, 31) } && from.year + 1 == to.year
    return isYear
      ? Wording("\(to.year)") : Wording(fr: "du \(from) au \(to)", en: "from \(from) to \(to)")
  }

  private static func anomalies(of trend: Trend, _ language: Language) -> [String] {
    let counts = Anomaly.Severity.allCases.map { severity in
      "\(trend.anomalies.count { $0.severity == severity }) \(severity.rawValue)"
    }.joined(separator: ", ")
    return [
      Wording(
        fr: "Anomalies : \(counts) (détail : coverage-report report)",
        en: "Anomalies: \(counts) (details: coverage-report report)")[language]
    ]
  }
}
