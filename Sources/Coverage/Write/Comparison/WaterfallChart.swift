/// `variation.svg`: why the indicator moved, as steps from its value of before to that of after, for a slide. It needs no
/// font and no file besides itself; gains and losses differ by pattern as well as by colour.
struct WaterfallChart {
  static let size = (width: 1600, height: 900)
  /// Where bars stand, and how far down rows may go.
  private static let plot = (left: 560.0, right: 1300.0, top: 320.0, bottom: 820.0)
  private static let tallestRow = 96.0

  private let comparison: Comparison
  private let language: Language
  private let whole: Waterfall
  private let scale: TrajectoryScale
  private var text = ByteBuffer(capacity: 1 << 14)

  /// - Complexity: O(1): there are nine causes.
  static func svg(_ comparison: Comparison, _ language: Language) -> [UInt8] {
    var chart = WaterfallChart(comparison, language)
    chart.write()
    return chart.text.bytes
  }

  /// One row of the chart: a value, or a step from one to another, in hundredths of a percent.
  private struct Row {
    var label: String
    var from: Int
    var to: Int
    var people: String
    var isValue: Bool
  }

  private init(_ comparison: Comparison, _ language: Language) {
    (self.comparison, self.language, whole) = (comparison, language, comparison.whole)
    var (lowest, highest) = (whole.hundredths.before, whole.hundredths.before)
    var value = lowest
    for step in whole.steps {
      value += step.points ?? 0
      (lowest, highest) = (min(lowest, value), max(highest, value))
    }
    scale = TrajectoryScale(
      lowest: lowest, highest: max(highest, lowest + 1), aim: nil)
  }

  private var rows: [Row] {
    let (old, new) = whole.hundredths
    func value(_ day: CivilDate, _ hundredths: Int, _ people: Int) -> Row {
      Row(
        label: day.inWords(language), from: hundredths, to: hundredths,
        people: NumberText.whole(people), isValue: true)
    }
    var rows = [value(comparison.before.day, old, whole.covered.before)]
    var at = old
    for step in whole.steps {
      rows.append(
        Row(
          label: step.cause.label[language], from: at, to: at + (step.points ?? 0),
          people: NumberText.signed(step.people), isValue: false))
      at += step.points ?? 0
    }
    return rows + [value(comparison.after.day, new, whole.covered.after)]
  }

  private mutating func write() {
    let (width, height) = Self.size
    let sentence = spaced(ComparisonText.sentence(comparison, language))
    text.append(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="title" font-family="Arial, Helvetica, sans-serif" \
      fill="#1e2b2d">
      <title id="title">
      """)
    text.append(Self.escaped(sentence))
    text.append(
      """
      </title>
      <defs><pattern id="loss" width="8" height="8" patternUnits="userSpaceOnUse">\
      <rect width="8" height="8" fill="#b6421a"/><path d="M-2 2L2-2M0 8L8 0M6 10L10 6" stroke="#fff" \
      stroke-width="1.4"/></pattern></defs>
      <rect width="\(width)" height="\(height)" fill="#fff"/>

      """)
    var lines = CaptionLines(x: 40)
    lines.paragraph(sentence, size: 28, isBold: true, width: 1320, most: 6)
    lines.moveTo(Int(Self.plot.bottom) + 50)
    lines.paragraph(spaced(source), size: 15, colour: "#4f5f60", width: 1400, most: 2)
    text.append(lines.svg)
    drawAxis()
    drawRows()
    text.append("</svg>\n")
  }

  /// Where lines may break: nowhere before a sign that French sets apart.
  private func spaced(_ text: String) -> String {
    language == .french ? FrenchSpacing.text(text) : text
  }

  private var source: String {
    let (old, new) = (comparison.before.population, comparison.after.population)
    let people = old.source == new.source ? old.source : "\(old.source) ; \(new.source)"
    let stage = comparison.after.whiteBelow.inSentence
    return Wording(
      fr: "Part de la population au stade « \(stage.french) » ou au-delà. \(people). "
        + "coverage-report \(toolkitVersion)",
      en: "Share of the population at “\(stage.english)” or above. \(people). "
        + "coverage-report \(toolkitVersion)")[language]
  }

  private func x(_ hundredths: Int) -> Double {
    Self.plot.left + (Self.plot.right - Self.plot.left)
      * Double(hundredths - scale.bottom) / Double(scale.top - scale.bottom)
  }

  private var rowHeight: Double {
    min(Self.tallestRow, (Self.plot.bottom - Self.plot.top) / Double(rows.count))
  }

  private mutating func drawAxis() {
    let bottom = Self.plot.top + rowHeight * Double(rows.count)
    for tick in scale.ticks {
      let place = Self.place(x(tick))
      text.append(
        "<path d=\"M\(place) \(Self.place(Self.plot.top - 10))V\(Self.place(bottom))\" "
          + "stroke=\"#c9cdc8\"/>\n")
      say(
        NumberText.decimal(Double(tick) / 100, scale.decimals, language) + " %", x(tick),
        Self.plot.top - 20, 17, anchor: "middle", colour: "#4f5f60")
    }
  }

  private mutating func drawRows() {
    let rows = rows
    let height = rowHeight
    for (index, row) in rows.enumerated() {
      let top = Self.plot.top + height * Double(index)
      let middle = top + height / 2
      let (start, end) = (x(min(row.from, row.to)), x(max(row.from, row.to)))
      if row.isValue {
        text.append(
          "<circle cx=\"\(Self.place(start))\" cy=\"\(Self.place(middle))\" r=\"9\" fill=\"#1e2b2d\"/>\n"
        )
      } else {
        let fill = row.to < row.from ? "url(#loss)" : "#23757a"
        text.append(
          "<rect x=\"\(Self.place(start))\" y=\"\(Self.place(top + height * 0.18))\" "
            + "width=\"\(Self.place(max(end - start, 1.5)))\" height=\"\(Self.place(height * 0.64))\" "
            + "fill=\"\(fill)\"/>\n")
      }
      if index + 1 < rows.count {
        let next = Self.place(x(row.to))
        text.append(
          "<path d=\"M\(next) \(Self.place(middle))V\(Self.place(middle + height))\" stroke=\"#55605f\" "
            + "stroke-dasharray=\"3 3\"/>\n")
      }
      say(row.label, Self.plot.left - 30, middle + 7, 21, anchor: "end", isBold: row.isValue)
      let points =
        row.isValue
        ? NumberText.decimal(Double(row.to) / 100, 2, language) + " %"
        : NumberText.points(row.to - row.from, language)
      say(points, Self.plot.right + 130, middle + 7, 21, anchor: "end", isBold: true)
      say(row.people, Self.plot.right + 270, middle + 7, 19, anchor: "end")
    }
    say(
      Wording(fr: "points", en: "points")[language], Self.plot.right + 130, Self.plot.top - 20, 17,
      anchor: "end", colour: "#4f5f60")
    say(
      Wording(fr: "habitants", en: "people")[language], Self.plot.right + 270, Self.plot.top - 20,
      17,
      anchor: "end", colour: "#4f5f60")
  }

  private mutating func say(
    _ words: String, _ x: Double, _ y: Double, _ size: Int, anchor: String, isBold: Bool = false,
    colour: String = "#1e2b2d"
  ) {
    text.append(
      "<text x=\"\(Self.place(x))\" y=\"\(Self.place(y))\" font-size=\"\(size)\" fill=\"\(colour)\" "
        + "text-anchor=\"\(anchor)\"\(isBold ? " font-weight=\"bold\"" : "")>\(Self.escaped(words))"
        + "</text>\n")
  }

  private static func escaped(_ text: String) -> String {
    String(decoding: PageTemplate.escaped(text), as: UTF8.self)
  }

  /// A tenth of a pixel is enough.
  private static func place(_ number: Double) -> String {
    var text = ByteBuffer()
    text.append(number, decimals: 1)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
