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
    case .data:
      Wording(fr: "périmètres changés sans date", en: "perimeters changed without a date")
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
    case .data:
      Wording(fr: "des périmètres changés sans date", en: "perimeters changed without a date")
    }
  }
}

extension Stage {
  /// Its label within a sentence.
  var inSentence: Wording {
    func lowered(_ text: String) -> String {
      text.hasPrefix("ACI") ? text : text.prefix(1).lowercased() + text.dropFirst()
    }
    return Wording(fr: lowered(label.french), en: lowered(label.english))
  }
}

extension CPTSVariation {
  /// What became of one, for a page.
  var label: Wording {
    switch self {
    case .divided: Wording(fr: "scindée", en: "divided")
    case .merged: Wording(fr: "fusionnée", en: "merged")
    case .new: Wording(fr: "nouvelle", en: "new")
    case .gone: Wording(fr: "disparue", en: "gone")
    case .stage: Wording(fr: "change de stade", en: "with another stage")
    case .territory: Wording(fr: "change de périmètre", en: "with another perimeter")
    case .renamed: Wording(fr: "renommée", en: "renamed")
    case .unchanged: Wording(fr: "inchangée", en: "unchanged")
    }
  }

  /// How many there are of it.
  func count(_ number: Int) -> Wording {
    let one = label.french
    let many =
      one.hasPrefix("change ") ? one.replacing("change ", with: "changent ") : one + "s"
    return Wording(
      fr: "\(NumberText.whole(number)) \(number < 2 ? one : many)",
      en: "\(NumberText.whole(number)) \(label.english)")
  }
}

extension ZoneVariation {
  /// What became of one, for a page.
  var label: Wording {
    switch self {
    case .unchanged: Wording(fr: "inchangée", en: "unchanged")
    case .reduced: Wording(fr: "réduite", en: "reduced")
    case .extended: Wording(fr: "étendue", en: "extended")
    case .divided: Wording(fr: "scindée", en: "divided")
    case .merged: Wording(fr: "fusionnée", en: "merged")
    case .covered: Wording(fr: "couverte", en: "covered")
    case .new: Wording(fr: "nouvelle", en: "new")
    case .population: Wording(fr: "autre recensement", en: "other census")
    }
  }

  /// How many zones there are of it.
  func count(_ number: Int) -> Wording {
    Wording(
      fr: "\(NumberText.whole(number)) \(label.french)\(number < 2 ? "" : "s")",
      en: "\(NumberText.whole(number)) \(label.english)")
  }
}

extension OverlapVariation {
  /// What became of one, for a page.
  var label: Wording {
    switch self {
    case .new: Wording(fr: "nouveau", en: "new")
    case .solved: Wording(fr: "résolu", en: "solved")
    case .changed: Wording(fr: "changé", en: "changed")
    case .unchanged: Wording(fr: "inchangé", en: "unchanged")
    }
  }
}

extension OverlapQualification {
  /// What an overlap calls for, for a page.
  var label: Wording {
    switch self {
    case .twoValidatedProjects: Wording(fr: "deux projets validés", en: "two validated projects")
    case .toConciliate: Wording(fr: "à concilier", en: "to be conciliated")
    case .sliver: Wording(fr: "liseré de dessin", en: "noise of drawing")
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
