// The parts of the drawing, one upon the other.

extension TrendChart {
  mutating func draw() {
    for stage in Stage.allCases {
      let above = Stage(rawValue: stage.rawValue + 1)
      let below =
        above.map { line($0) } ?? shown.map { point(trend.dates[$0], 0, of: 1) }
      path(
        (line(stage) + below.reversed()).joined(separator: "L") + "Z",
        [
          "fill": "url(#stade-\(stage.rawValue))", "stroke": "#fff", "stroke-width": "0.6",
        ])
    }
    axes()
    path(line(trend.options.whiteBelow).joined(separator: "L"), Self.thick)
    if let projection { draw(projection) }
    legend()
  }

  private static let thick = [
    "fill": "none", "stroke": "#12393b", "stroke-width": "2.6", "stroke-linejoin": "round",
  ]

  private mutating func draw(_ projection: StageProjection) {
    let last = trend.figures.breakdown(trend.dates.count - 1, area)
    for stage in Set([trend.options.whiteBelow, .signedContract]).sorted() where stage != .none {
      let start = point(trend.options.at, last.cumulative(stage), of: last.total)
      let points = projection.points.filter { $0.stage == stage }
      func places(_ people: (StageProjection.Point) -> Int) -> [String] {
        points.map { point($0.date, people($0), of: projection.total) }
      }
      let band = [start] + places(\.high) + places(\.low).reversed()
      path(band.joined(separator: "L") + "Z", ["fill": "#12393b", "fill-opacity": "0.16"])
      path(
        ([start] + places(\.median)).joined(separator: "L"),
        Self.thick.merging(["stroke-dasharray": "6 4", "stroke-width": "2"]) { $1 })
      label(stage, points.last, of: projection.total)
    }
    let edge = x(trend.options.at)
    path(
      "\(place(edge)) \(place(Self.margins.top))V\(place(y(0)))",
      ["fill": "none", "stroke": "#4f5f60", "stroke-width": "1", "stroke-dasharray": "2 3"])
    write(
      words(
        Wording(fr: "projection, convention de l’outil", en: "projection, a convention of the tool")
      ),
      Self.size.width - Self.margins.right, Self.margins.top - 8, "end")
  }

  /// What a projected line comes to, above its end.
  private mutating func label(
    _ stage: Stage, _ point: StageProjection.Point?, of total: Int
  ) {
    guard let point, total > 0 else { return }
    let share = NumberText.percent(point.median, total, language)
    let said = words(
      Wording(
        fr: "\(stage.label.french) ou plus : \(share)",
        en: "\(stage.label.english) or above: \(share)"))
    let height = y(Double(point.high) / Double(total)) - 8
    write(said, Self.size.width - Self.margins.right - 4, height, "end")
  }

  private mutating func axes() {
    for share in [0, 25, 50, 75, 100] {
      let height = y(Double(share) / 100)
      path(
        "\(place(Self.margins.left)) \(place(height))H\(place(Self.size.width - Self.margins.right))",
        ["fill": "none", "stroke": "#4f5f60", "stroke-width": "0.5", "stroke-opacity": "0.5"])
      write("\(share)\u{A0}%", Self.margins.left - 7, height + 4, "end")
    }
    for (day, name, anchor) in ticks {
      path(
        "\(place(x(day))) \(place(y(0)))v5",
        ["fill": "none", "stroke": "#4f5f60", "stroke-width": "1"])
      write(name, x(day), y(0) + 19, anchor)
    }
  }

  /// The beginnings of years, or the first and the last day.
  private var ticks: [(day: CivilDate, name: String, anchor: String)] {
    let (first, last) = (trend.dates[0], projection?.points.last?.date ?? trend.options.at)
    let years = (first.year + 1)...max(first.year + 1, last.year)
    guard last.year > first.year + 1 else {
      return [(first, first.description, "start")]
        + (first < last ? [(last, last.description, "end")] : [])
    }
    let step = (years.count + 11) / 12
    return stride(from: years.lowerBound, through: years.upperBound, by: step).compactMap { year in
      CivilDate(year: year, month: 1, day: 1).map { ($0, String(year), "middle") }
    }
  }

  /// Each stage with its share on the last date.
  private mutating func legend() {
    let last = trend.figures.breakdown(trend.dates.count - 1, area)
    for (place, stage) in Stage.allCases.reversed().enumerated() {
      let x = Self.margins.left + 168 * Double(place)
      text.append(
        "<rect x=\"\(Int(x))\" y=\"8\" width=\"14\" height=\"14\" fill=\"url(#stade-\(stage.rawValue))\""
          + " stroke=\"#4f5f60\" stroke-width=\"0.6\"/>\n")
      write(words(stage.label), x + 20, 19, "start")
      write(NumberText.percent(last[stage], last.total, language), x + 20, 36, "start")
    }
  }

  private mutating func path(_ line: String, _ attributes: [String: String]) {
    text.append("<path d=\"M\(line)\"")
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      text.append(" \(name)=\"\(value)\"")
    }
    text.append("/>\n")
  }

  mutating func write(_ said: String, _ x: Double, _ y: Double, _ anchor: String) {
    text.append(
      "<text x=\"\(place(x))\" y=\"\(place(y))\" text-anchor=\"\(anchor)\">\(escaped(said))</text>\n"
    )
  }
}
