/// What the chart says: under it, to who reads it, and to who does not see it.
extension TrajectoryChart {
  /// The label of the slider, and each point with its words.
  func data() -> ByteBuffer {
    var json = JSONWriter.script()
    json.object { json in
      json.key("label")
      json.string(Wording(fr: "Lire une décision", en: "Read a decision")[language])
      json.key("top")
      json.whole(Int(Self.margins.top))
      json.key("bottom")
      json.whole(Int(Self.size.height - Self.margins.bottom))
      json.column("points", 0...greedy.steps.count) { json, rank in
        json.array { json in
          json.value { $0.append(x(rank), decimals: 1) }
          json.value { $0.append(y(ofRank: rank), decimals: 1) }
          json.string(reading(rank))
        }
      }
    }
    return json.text
  }

  /// One decision in a sentence; before the first one, where things stand.
  func reading(_ rank: Int) -> String {
    let share = NumberText.percent(covered(rank), greedy.total, language)
    guard rank > 0 else {
      return words(Wording(fr: "Avant : \(share) couverts", en: "Before: \(share) covered"))
    }
    let step = greedy.steps[rank - 1]
    let count = "\(rank)/\(greedy.steps.count)"
    let judged = step.isPlain ? Wording("") : Wording(fr: " (à examiner)", en: " (to examine)")
    let what =
      "\(step.kind.label[language])\(judged[language]), \(names.cpts(step.cpts)), "
      + names.sectors(step.sectors)
    let people = NumberText.signed(step.people)
    return words(
      Wording(
        fr: "Décision \(count) : \(what) ; \(people) habitants, \(share) couverts",
        en: "Decision \(count): \(what); \(people) people, \(share) covered"))
  }

  var title: Wording { Wording(fr: "La trajectoire", en: "The trajectory") }

  var note: Wording {
    let (bottom, of) = (axisText(scale.bottom, language), area)
    return Wording(
      fr: "Part de la population couverte\(of.french) après chaque décision, dans l’ordre de "
        + "trajectoire.csv. L’axe commence à \(bottom).",
      en: "Share of the people covered\(of.english) after each decision, in the order of "
        + "trajectoire.csv. The axis begins at \(bottom).")
  }

  private var area: Wording {
    guard let areas = greedy.goal.areas else { return Wording("") }
    let name = ShownName.shortened(areas.description)
    return Wording(fr: " (\(name))", en: " (\(name))")
  }

  func aimLabel(_ aim: Double) -> Wording {
    let (french, english) = (aimText(aim, .french), aimText(aim, .english))
    return Wording(fr: "Objectif : \(french) %", en: "Aim: \(english) %")
  }

  private func aimText(_ aim: Double, _ language: Language) -> String {
    NumberText.decimal(aim, aim == aim.rounded() ? 0 : 2, language)
  }

  func axisText(_ hundredths: Int, _ language: Language) -> String {
    NumberText.decimal(Double(hundredths) / 100, scale.decimals, language) + " %"
  }

  var description: String {
    let (first, last) = (reading(0), reading(greedy.steps.count))
    return "\(title[language]). \(first). \(last)."
  }

  /// A text of ours with the spaces that must not break, as French spells them.
  func words(_ wording: Wording) -> String {
    language == .french
      ? [" %", " :", " ;"].reduce(wording.french) {
        $0.replacing($1, with: "\u{A0}" + $1.dropFirst())
      } : wording.english
  }

  func escaped(_ text: String) -> String {
    String(decoding: PageTemplate.escaped(TerminalText.cleaned(text)), as: UTF8.self)
  }

  func place(_ number: Double) -> String {
    var text = ByteBuffer()
    text.append(number, decimals: 1)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
