/// People of one area by stage over time, as areas on each other from the latest stage up, and what is projected
/// after the last date: a drawing that says the same on paper.
struct TrendChart {
  /// Of the drawing, and around the plot.
  static let size = (width: 900.0, height: 420.0)
  static let margins = (left: 58.0, right: 18.0, top: 64.0, bottom: 34.0)
  /// Dates that a line has at most.
  private static let mostPoints = 200

  let trend: Trend
  let area: Int
  /// What is drawn dashed; nil for none.
  let projection: StageProjection?
  let shown: [Int]
  private let days: ClosedRange<Int>
  var text = ByteBuffer()

  /// - Parameter area: its place among the areas; the first is that of the whole study.
  init(_ trend: Trend, _ area: Int) {
    self.trend = trend
    self.area = area
    projection = area == 0 ? try? trend.projection.get() : nil
    shown = TrendChart.spread(trend.dates.count, most: Self.mostPoints)
    let (first, last) = (trend.dates[0], projection?.points.last?.date ?? trend.dates.last)
    let (start, end) = (first.daysSince1970, (last ?? first).daysSince1970)
    days = start...max(end, start + 1)
  }

  /// Some places below a count, evenly, the first and the last among them.
  static func spread(_ count: Int, most: Int) -> [Int] {
    guard count > most else { return Array(0..<count) }
    return (0..<most).map { $0 * (count - 1) / (most - 1) }
  }

  var language: Language { trend.options.language }

  // MARK: The two forms

  /// In a page, which has the patterns once for all charts.
  ///
  /// - Complexity: O(dates).
  func inline() -> [UInt8] {
    var chart = self
    let (width, height) = (Int(Self.size.width), Int(Self.size.height))
    chart.text.append(
      "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(escaped(description))\">\n"
    )
    chart.draw()
    chart.text.append("</svg>\n")
    return chart.text.bytes
  }

  /// As a file for a slide, with its title and its source.
  ///
  /// - Complexity: O(dates).
  func picture() -> [UInt8] {
    var chart = self
    let (width, height) = (Int(Self.size.width), Int(Self.size.height))
    chart.text.append(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -44 \(width) \(height + 74)" width="1600" \
      height="878" role="img" aria-labelledby="title" font-family="Arial, Helvetica, sans-serif" \
      font-size="12" fill="#1e2b2d">
      <title id="title">\(escaped(description))</title>
      """)
    chart.text.append(Self.patterns)
    chart.text.append(
      "<rect y=\"-44\" width=\"\(width)\" height=\"\(height + 74)\" fill=\"#fff\"/>\n"
        + "<text x=\"18\" y=\"-18\" font-size=\"19\" font-weight=\"700\">\(escaped(title))</text>\n"
    )
    chart.draw()
    let source = trend.units.populationSource.statement[language]
    chart.write(ShownName.shortened(source, to: 140), 18, Self.size.height + 18, "start")
    chart.text.append("</svg>\n")
    return chart.text.bytes
  }

  /// Colours and marks of the stages, which charts name.
  static var patterns: String {
    "<defs>\n"
      + Stage.allCases.map { stage in
        "<pattern id=\"stade-\(stage.rawValue)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
          + "<rect width=\"8\" height=\"8\" fill=\"\(StageStyle.colour(of: stage))\"/>"
          + StageStyle.marks(of: stage) + "</pattern>\n"
      }.joined() + "</defs>\n"
  }

  // MARK: Words

  private var title: String {
    let name = ShownName.shortened(trend.title)
    return area == 0 ? name : "\(name) – \(trend.name(of: area))"
  }

  private var description: String {
    let lowest = trend.options.whiteBelow
    func share(_ date: Int) -> String {
      let breakdown = trend.figures.breakdown(date, area)
      return NumberText.percent(breakdown.cumulative(lowest), breakdown.total, language)
    }
    let (first, last) = (share(0), share(trend.dates.count - 1))
    return words(
      Wording(
        fr:
          "\(title). Au stade « \(lowest.label.french) » ou plus : \(first) le \(trend.dates[0]), "
          + "\(last) le \(trend.options.at).",
        en: "\(title). At “\(lowest.label.english)” or above: \(first) on \(trend.dates[0]), "
          + "\(last) on \(trend.options.at)."))
  }

  func words(_ wording: Wording) -> String { trend.words(wording) }

  func escaped(_ text: String) -> String {
    String(decoding: PageTemplate.escaped(TerminalText.cleaned(text)), as: UTF8.self)
  }

  // MARK: Places

  func x(_ day: CivilDate) -> Double {
    let width = Self.size.width - Self.margins.left - Self.margins.right
    let part = Double(day.daysSince1970 - days.lowerBound) / Double(days.count - 1)
    return Self.margins.left + width * part
  }

  func y(_ share: Double) -> Double {
    let height = Self.size.height - Self.margins.top - Self.margins.bottom
    return Self.margins.top + height * (1 - share)
  }

  func place(_ number: Double) -> String {
    var text = ByteBuffer()
    text.append(number, decimals: 1)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  func point(_ day: CivilDate, _ people: Int, of total: Int) -> String {
    "\(place(x(day))) \(place(y(total == 0 ? 0 : Double(people) / Double(total))))"
  }

  /// People at a stage or above over time.
  func line(_ stage: Stage) -> [String] {
    shown.map { date in
      let breakdown = trend.figures.breakdown(date, area)
      return point(trend.dates[date], breakdown.cumulative(stage), of: breakdown.total)
    }
  }
}
