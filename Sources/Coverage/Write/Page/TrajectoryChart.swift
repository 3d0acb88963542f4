/// The share of people covered after each decision of a search, as a line: a drawing that says the same on
/// paper, and the figures that the page's script reads it by.
struct TrajectoryChart {
  /// Of the plot, and of what is around it.
  static let size = (width: 760.0, height: 330.0)
  static let margins = (left: 58.0, right: 16.0, top: 34.0, bottom: 44.0)
  /// Above these many decisions the line has no points of their own.
  private static let mostDots = 60

  let greedy: GreedyPlan
  let names: DecisionNames
  let language: Language
  let scale: TrajectoryScale

  /// - Returns: nil where nothing was searched for, or found.
  init?(_ simulation: Simulation) {
    guard let greedy = simulation.greedy, !greedy.steps.isEmpty, greedy.total > 0 else {
      return nil
    }
    self.greedy = greedy
    names = DecisionNames(simulation)
    language = simulation.after.options.language
    scale = TrajectoryScale(
      lowest: Int(Self.hundredths(greedy.start, greedy.total).rounded(.down)),
      highest: Int(
        Self.hundredths(greedy.steps.last?.covered ?? greedy.start, greedy.total).rounded(.up)),
      aim: greedy.goal.percent.map { Int(($0 * 100).rounded()) })
  }

  /// - Complexity: O(decisions).
  func html() -> [UInt8] {
    let (title, note) = (escaped(words(title)), escaped(words(note)))
    var text = ByteBuffer()
    text.append("<section class=\"chart\">\n<h2>\(title)</h2>\n")
    text.append(
      "<figure id=\"trajectory\">\n<figcaption>\(note)</figcaption>\n")
    text.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(title)\">\n")
    draw(into: &text)
    text.append("</div>\n<p class=\"reading\" aria-live=\"polite\">")
    text.append(escaped(reading(greedy.steps.count)))
    text.append("</p>\n</figure>\n<script type=\"application/json\" id=\"trajectory-data\">")
    text.append(data().bytes[...])
    text.append("</script>\n</section>\n")
    return text.bytes
  }

  // MARK: Places

  func x(_ rank: Int) -> Double {
    let width = Self.size.width - Self.margins.left - Self.margins.right
    return Self.margins.left + width * Double(rank) / Double(greedy.steps.count)
  }

  /// - Parameter hundredths: of a percent.
  private func y(_ hundredths: Double) -> Double {
    let height = Self.size.height - Self.margins.top - Self.margins.bottom
    let share = (Double(scale.top) - hundredths) / Double(scale.top - scale.bottom)
    return Self.margins.top + height * share
  }

  func y(ofRank rank: Int) -> Double { y(Self.hundredths(covered(rank), greedy.total)) }

  /// `part` of `whole`, in hundredths of a percent.
  private static func hundredths(_ part: Int, _ whole: Int) -> Double {
    Double(part) / Double(whole) * 10_000
  }

  func covered(_ rank: Int) -> Int {
    rank == 0 ? greedy.start : greedy.steps[rank - 1].covered
  }

  private func point(_ rank: Int) -> String {
    "\(place(x(rank))) \(place(y(ofRank: rank)))"
  }

  /// The rank after which somebody must judge: decisions that nothing speaks against come first.
  private var plainCount: Int { greedy.steps.count { $0.isPlain } }

  // MARK: The drawing

  private func draw(into text: inout ByteBuffer) {
    let (width, height) = (Int(Self.size.width), Int(Self.size.height))
    text.append(
      "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(escaped(description))\">\n"
    )
    axes(into: &text)
    line(0...plainCount, "covered", into: &text)
    if plainCount < greedy.steps.count {
      line(plainCount...greedy.steps.count, "judged", into: &text)
    }
    if greedy.steps.count <= Self.mostDots {
      for rank in 1...greedy.steps.count {
        let kind = greedy.steps[rank - 1].isPlain ? "dot" : "dot open"
        let (x, y) = (place(x(rank)), place(y(ofRank: rank)))
        text.append("<circle class=\"\(kind)\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\"/>\n")
      }
    }
    legend(into: &text)
    text.append(
      "<path class=\"cursor\" d=\"\"/><circle class=\"spot\" r=\"5\" cx=\"-9\" cy=\"-9\"/>\n")
    text.append("</svg>\n")
  }

  private func line(_ ranks: ClosedRange<Int>, _ kind: String, into text: inout ByteBuffer) {
    text.append("<path class=\"\(kind)\" d=\"M")
    text.append(ranks.map(point).joined(separator: "L"))
    text.append("\"/>\n")
  }

  private func axes(into text: inout ByteBuffer) {
    let (left, right) = (Self.margins.left, Self.size.width - Self.margins.right)
    let bottom = Self.size.height - Self.margins.bottom
    for tick in scale.ticks {
      let height = y(Double(tick))
      text.append("<path class=\"rule\" d=\"M\(place(left)) \(place(height))H\(place(right))\"/>")
      write(axisText(tick, language), left - 6, height + 4, "end", into: &text)
    }
    let step = TrajectoryScale.step(greedy.steps.count, most: 10)
    for rank in stride(from: 0, through: greedy.steps.count, by: step) {
      text.append("<path class=\"rule\" d=\"M\(place(x(rank))) \(place(bottom))v5\"/>")
      write(NumberText.whole(rank), x(rank), bottom + 19, "middle", into: &text)
    }
    write(
      words(Wording(fr: "décisions", en: "decisions")), (left + right) / 2, bottom + 37, "middle",
      into: &text)
    guard let aim = greedy.goal.percent else { return }
    let height = y(aim * 100)
    text.append("<path class=\"aim\" d=\"M\(place(left)) \(place(height))H\(place(right))\"/>")
    write(words(aimLabel(aim)), left + 6, height - 6, "start", into: &text)
  }

  /// What the two kinds of line are, where there are two.
  private func legend(into text: inout ByteBuffer) {
    let kinds = [
      (plainCount > 0, "covered", Wording(fr: "rien ne s’y oppose", en: "nothing speaks against")),
      (
        plainCount < greedy.steps.count, "judged",
        Wording(fr: "à examiner", en: "to be examined")
      ),
    ].filter { $0.0 }
    for (place, kind) in kinds.enumerated() {
      let x = Int(Self.margins.left) + 190 * place
      text.append("<path class=\"\(kind.1)\" d=\"M\(x) 14h26\"/>")
      write(words(kind.2), Double(x + 33), 18, "start", into: &text)
    }
  }

  private func write(
    _ said: String, _ x: Double, _ y: Double, _ anchor: String, into text: inout ByteBuffer
  ) {
    text.append(
      "<text x=\"\(place(x))\" y=\"\(place(y))\" text-anchor=\"\(anchor)\">\(escaped(said))</text>\n"
    )
  }
}
