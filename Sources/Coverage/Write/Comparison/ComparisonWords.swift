extension ChangeCause {
  /// What makes the change, for a page.
  var label: Wording {
    switch self {
    case .newCPTS: Wording(fr: "nouvelles CPTS", en: "new CPTS")
    case .end: Wording(fr: "fins de CPTS", en: "ends of CPTS")
    case .stageReached: Wording(fr: "stade atteint", en: "stage reached")
    case .stageLost: Wording(fr: "stade perdu", en: "stage lost")
    case .territoryTaken: Wording(fr: "périmètres étendus", en: "perimeters extended")
    case .territoryGiven: Wording(fr: "périmètres réduits", en: "perimeters reduced")
    case .population: Wording(fr: "autre recensement", en: "other census")
    case .communes: Wording(fr: "communes fusionnées ou divisées", en: "communes merged or divided")
    case .data: Wording(fr: "corrections des données", en: "corrections of data")
    }
  }

  /// The same after « par », in a sentence.
  func clause(_ stage: Stage) -> Wording {
    switch self {
    case .newCPTS: Wording(fr: "de nouvelles CPTS", en: "new CPTS")
    case .end: Wording(fr: "la fin de CPTS", en: "the end of CPTS")
    case .stageReached:
      Wording(
        fr: "des CPTS arrivées au stade « \(stage.inSentence.french) »",
        en: "CPTS that reached “\(stage.inSentence.english)”")
    case .stageLost:
      Wording(
        fr: "des CPTS repassées sous le stade « \(stage.inSentence.french) »",
        en: "CPTS that fell below “\(stage.inSentence.english)”")
    case .territoryTaken: Wording(fr: "l’extension de périmètres", en: "perimeters extended")
    case .territoryGiven: Wording(fr: "la réduction de périmètres", en: "perimeters reduced")
    case .population: Wording(fr: "le seul recensement", en: "the census alone")
    case .communes:
      Wording(fr: "la fusion ou la division de communes", en: "communes merged or divided")
    case .data: Wording(fr: "des corrections de données", en: "corrections of data")
    }
  }
}

extension Stage {
  /// Its label within a sentence.
  fileprivate var inSentence: Wording {
    func lowered(_ text: String) -> String {
      text.hasPrefix("ACI") ? text : text.prefix(1).lowercased() + text.dropFirst()
    }
    return Wording(fr: lowered(label.french), en: lowered(label.english))
  }
}

extension CPTSVariation {
  /// How many there are of it.
  func count(_ number: Int) -> Wording {
    let (one, many) = words
    return Wording(
      fr: "\(NumberText.whole(number)) \(number < 2 ? one.french : many.french)",
      en: "\(NumberText.whole(number)) \(one.english)")
  }

  private var words: (one: Wording, many: Wording) {
    func same(_ one: String, _ many: String, _ en: String) -> (Wording, Wording) {
      (Wording(fr: one, en: en), Wording(fr: many, en: en))
    }
    switch self {
    case .divided: return same("scindée", "scindées", "divided")
    case .merged: return same("fusionnée", "fusionnées", "merged")
    case .new: return same("nouvelle", "nouvelles", "new")
    case .gone: return same("disparue", "disparues", "gone")
    case .stage: return same("change de stade", "changent de stade", "with another stage")
    case .territory:
      return same("change de périmètre", "changent de périmètre", "with another perimeter")
    case .renamed: return same("renommée", "renommées", "renamed")
    case .unchanged: return same("inchangée", "inchangées", "unchanged")
    }
  }
}

extension ZoneVariation {
  /// How many zones there are of it.
  func count(_ number: Int) -> Wording {
    let (one, en) = words
    return Wording(
      fr: "\(NumberText.whole(number)) \(number < 2 ? one : one + "s")",
      en: "\(NumberText.whole(number)) \(en)")
  }

  private var words: (String, String) {
    switch self {
    case .unchanged: ("inchangée", "unchanged")
    case .reduced: ("réduite", "reduced")
    case .extended: ("étendue", "extended")
    case .divided: ("scindée", "divided")
    case .merged: ("fusionnée", "merged")
    case .covered: ("couverte", "covered")
    case .new: ("nouvelle", "new")
    case .population: ("recomptée", "recounted")
    }
  }
}

extension CivilDate {
  /// The day in words: `31 décembre 2022`.
  func inWords(_ language: Language) -> String {
    let months =
      language == .french
      ? [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ]
      : [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    let number = language == .french && day == 1 ? "1er" : String(day)
    return "\(number) \(months[month - 1]) \(year)"
  }
}

extension NumberText {
  /// Hundredths of a point with their sign: `+10,38`.
  static func points(_ hundredths: Int, _ language: Language) -> String {
    let sign = hundredths > 0 ? "+" : hundredths < 0 ? "−" : ""
    return sign + decimal(Double(abs(hundredths)) / 100, 2, language)
  }
}
