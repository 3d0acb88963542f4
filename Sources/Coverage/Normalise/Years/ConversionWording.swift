extension ConvertedCode {
  /// What happened to the code, for an anomaly; nil where nothing needs telling.
  ///
  /// - Parameter history: for the names of communes.
  func finding(_ history: CodeHistory) -> Wording? {
    let code = Self.named(listed.code, history)
    let story = Self.story(events)
    switch outcome {
    case .kept, .notJudged: return nil
    case .decided(let choice):
      return Wording(
        fr: "\(code) : votre décision retient \(Self.named(choice, history))",
        en: "\(code): your decision chooses \(Self.named(choice, history))")
    case .replaced(let targets):
      let list = Self.list(targets, history)
      return Wording(
        fr: "\(code) → \(list)\(story.french)", en: "\(code) → \(list)\(story.english)")
    case .partial(let part):
      let whole = Self.named(part.commune, history)
      let rest = Self.list(part.missing + part.perhaps, history)
      return Wording(
        fr: "\(code) est une partie de \(whole)\(story.french) ; ne sont pas listées : \(rest)",
        en: "\(code) is a part of \(whole)\(story.english); not listed: \(rest)")
    case .undecided(let choices, _):
      let list = Self.list(choices, history)
      return Wording(
        fr: "\(code) a pu devenir : \(list)\(story.french)",
        en: "\(code) may have become: \(list)\(story.english)")
    case .absent(let targets):
      let list = Self.list(targets, history)
      return Wording(
        fr: "\(code) → \(list)\(story.french), absent des unités",
        en: "\(code) → \(list)\(story.english), absent from the units")
    }
  }

  /// What to do, or what was done: for an anomaly; nil where nothing needs telling.
  var treatment: Wording? {
    switch outcome {
    case .kept, .notJudged: nil
    case .decided, .replaced:
      Wording(fr: "remplacé", en: "replaced")
    case .partial(let part):
      part.people.map {
        Wording(
          fr: "la commune est couverte pour \($0) habitants",
          en: "the commune is covered for \($0) people")
      }
        ?? Wording(
          fr: "la commune entière est comptée : la population de la partie est inconnue",
          en: "the whole commune is counted: the population of the part is unknown")
    case .undecided(_, let covered):
      covered.isEmpty
        ? Wording(
          fr: "ligne écartée : choisissez par --decisions (code,code_retenu)",
          en: "row set aside: choose with --decisions (code,code_retenu)")
        : Wording(
          fr: "seules sont couvertes : \(covered.map { $0.text }.joined(separator: ", ")) ; "
            + "choisissez par --decisions (code,code_retenu)",
          en: "covered are only: \(covered.map { $0.text }.joined(separator: ", ")); "
            + "choose with --decisions (code,code_retenu)")
    case .absent: Wording(fr: "ligne écartée", en: "row set aside")
    }
  }

  /// `15031 Celles`
  private static func named(_ code: UnitCode, _ history: CodeHistory) -> String {
    let name = history.name(of: code)
    return name.isEmpty ? code.text : "\(code) \(name)"
  }

  private static func list(_ codes: [UnitCode], _ history: CodeHistory) -> String {
    codes.map { named($0, history) }.joined(separator: ", ")
  }

  /// The movements in brackets: ` (commune nouvelle, 2016-12-01 ; …)`. Renames are left out, and so
  /// are repeats: a merger has a row for each commune.
  private static func story(_ events: [CommuneMovement]) -> Wording {
    var french: [String] = []
    var english: [String] = []
    for event in events where event.kind != .rename {
      let wording = event.kind.wording
      guard french.last != "\(wording.french), \(event.date)" else { continue }
      french.append("\(wording.french), \(event.date)")
      english.append("\(wording.english), \(event.date)")
    }
    guard !french.isEmpty else { return Wording(fr: "", en: "") }
    return Wording(
      fr: " (\(french.joined(separator: " ; ")))", en: " (\(english.joined(separator: "; ")))")
  }
}
