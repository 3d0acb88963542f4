// What is told of the places of lists.

extension Anomaly {
  /// - Parameter groups: groups of communes that the text names, as a list may name them.
  static func unknownPlace(_ name: String, _ row: Membership, groups: [String]) -> Anomaly {
    let shown = ShownName.shortened(name)
    if let spoiled = SpoiledText(name) {
      return Anomaly(
        .error, .unknownPlace, file: row.file, line: row.line, object: row.cpts.text,
        finding: SpoiledText.finding(shown, spoiled),
        treatment: Wording(
          fr: "non couvert : \(spoiled.cure.french)", en: "not covered: \(spoiled.cure.english)"))
    }
    if !groups.isEmpty {
      let list = groups.map { "« \($0) »" }
      return Anomaly(
        .error, .unknownPlace, file: row.file, line: row.line, object: row.cpts.text,
        finding: Wording(
          fr: "« \(shown) » n’est pas une commune, mais \(list.joined(separator: " ou "))",
          en: "“\(shown)” is no commune, but \(list.joined(separator: " or "))"),
        treatment: Wording(
          fr: "non couvert : écrivez \(list.joined(separator: " ou ")) si la CPTS le couvre tout "
            + "entier, sinon ses communes",
          en:
            "not covered: write \(list.joined(separator: " or ")) where the CPTS covers all of it, "
            + "else its communes"))
    }
    let isIntercommunality = GroupName.level(of: name) == "epci"
    return Anomaly(
      .error, .unknownPlace, file: row.file, line: row.line, object: row.cpts.text,
      finding: Wording(
        fr: "« \(shown) » n’est ni le code ni le nom d’un lieu que les unités connaissent",
        en: "“\(shown)” is neither the code nor the name of a place that the units know"),
      treatment: isIntercommunality
        ? Wording(
          fr: "non couvert : donnez le SIREN de l’EPCI, ou par --attributes les colonnes code et "
            + "epci_nom",
          en: "not covered: give the SIREN of the EPCI, or by --attributes the columns code and "
            + "epci_nom")
        : Wording(
          fr: "non couvert : donnez le code INSEE de la commune, ou la colonne de ce découpage par "
            + "--attributes",
          en: "not covered: give the INSEE code of the commune, or the column of that division by "
            + "--attributes"))
  }

  static func doubtfulPlace(
    _ name: String, _ choices: [String], _ row: Membership
  ) -> Anomaly {
    let shown = ShownName.shortened(name)
    let list = choiceList(choices)
    return Anomaly(
      .error, .doubtfulPlace, file: row.file, line: row.line, object: row.cpts.text,
      finding: Wording(
        fr: "« \(shown) » peut être : \(list)", en: "“\(shown)” may be: \(list)"),
      treatment: Self.choice(choices))
  }

  /// How to say which of several is meant: a commune by its code, a group by its kind and its name.
  private static func choice(_ choices: [String]) -> Wording {
    let groups = choices.compactMap { GroupWords.writing(ofChoice: $0) }
    guard !groups.isEmpty else {
      return Wording(
        fr: "non couvert : écrivez le code de celui qui est voulu",
        en: "not covered: write the code of the one that is meant")
    }
    let list = groups.prefix(3).map { "« \($0) »" }
    let hasCommunes = groups.count < choices.count
    return Wording(
      fr: "non couvert : écrivez \(hasCommunes ? "le code de la commune, ou " : "")"
        + list.joined(separator: " ou ") + ", selon ce qui est voulu",
      en: "not covered: write \(hasCommunes ? "the code of the commune, or " : "")"
        + list.joined(separator: " or ") + ", whichever is meant")
  }

  /// A cell whose codes are not read for what surrounds them.
  static func doubtfulCode(_ text: String, _ doubt: CodeDoubt, _ row: Membership) -> Anomaly {
    Anomaly(
      .error, .doubtfulPlace, file: row.file, line: row.line, object: row.cpts.text,
      finding: doubt.finding(ShownName.shortened(text)), treatment: doubt.cure)
  }

  private static func choiceList(_ choices: [String]) -> String {
    choices.prefix(8).map { ShownName.shortened($0) }.joined(separator: " ; ")
      + (choices.count > 8 ? " …" : "")
  }

  /// A row without code whose name is that of one commune.
  static func nameForCode(
    _ code: UnitCode, _ row: Membership, inDepartment: Bool
  ) -> Anomaly {
    Anomaly(
      .information, .nameForCode, file: row.file, line: row.line, object: row.cpts.text,
      finding: Wording(
        fr: "« \(row.hint.name) » sans code", en: "“\(row.hint.name)” has no code"),
      treatment: Wording(
        fr: "lu \(code), seule commune de ce nom\(inDepartment ? " dans son département" : "")",
        en:
          "read as \(code), the only commune of that name\(inDepartment ? " in its department" : "")"
      ))
  }

  /// The names of a cell that stand for codes.
  static func namesForCodes(
    _ places: [FoundPlace], _ row: Membership, isGiven: Bool
  ) -> Anomaly {
    let list = places.map { "\($0.text) \($0.codes.map(\.text).joined(separator: " "))" }
      .joined(separator: ", ")
    return Anomaly(
      .information, .nameForCode, file: row.file, line: row.line, object: row.cpts.text,
      finding: Wording(
        fr: places.count.inFrench("nom sans code", "noms sans code"),
        en: places.count.inEnglish("name without a code", "names without a code")),
      treatment: Wording(
        fr: "chaque nom n’est que d’une commune\(isGiven ? " de son département" : "") : \(list)",
        en: "each name is of one commune alone\(isGiven ? " of its department" : ""): \(list)"))
  }

  /// A row without code whose name is that of no commune, or of several.
  static func nameWithoutCode(_ row: Membership, _ choices: [String]) -> Anomaly {
    let list = choiceList(choices)
    return Anomaly(
      .error, .incompleteRow, file: row.file, line: row.line, object: row.cpts.text,
      finding: choices.isEmpty
        ? Wording(
          fr: "pas de code, et « \(row.hint.name) » n’est pas parmi les unités",
          en: "no code, and “\(row.hint.name)” is not among the units")
        : Wording(
          fr: "pas de code, et « \(row.hint.name) » peut être : \(list)",
          en: "no code, and “\(row.hint.name)” may be: \(list)"),
      treatment: .rowSetAside)
  }
}

extension PlaceReader {
  /// A group whose code has one name in the list and another in the study.
  func contradiction(of place: FoundPlace, _ row: Membership) -> Anomaly? {
    guard !place.name.isEmpty, case .group(_, let shown) = place.way else { return nil }
    let own = units.intercommunalityNames.values.contains { shown.hasPrefix($0) }
    guard own, GroupName.key(shown) != GroupName.key(place.name) else { return nil }
    return Anomaly(
      .warning, .nameAgainstCode, file: row.file, line: row.line, object: row.cpts.text,
      finding: Wording(
        fr: "« \(ShownName.shortened(place.name)) » n’est pas le nom de \(shown)",
        en: "“\(ShownName.shortened(place.name))” is not the name of \(shown)"),
      treatment: Wording(fr: "le code est retenu", en: "the code is used"))
  }
}
