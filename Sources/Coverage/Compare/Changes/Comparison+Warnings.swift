extension Comparison {
  /// What makes a difference doubtful, for who reads the figures.
  public var warnings: [Wording] {
    var found: [Wording] = []
    if FictitiousTitle.isSaid(in: before.title) || FictitiousTitle.isSaid(in: after.title) {
      found.append(
        Wording(
          fr: "données fictives : aucun chiffre ne concerne une CPTS réelle",
          en: "fictitious data: no figure is about a real CPTS"))
    }
    let (left, right) = (before.population, after.population)
    if !Self.areOfOneKind(left.column, right.column) {
      found.append(
        Wording(
          fr: "populations de deux sortes : \(left.column) avant, \(right.column) après",
          en: "populations of two kinds: \(left.column) before, \(right.column) after"))
    }
    let unknown = (
      before.communes.count { $0.people == nil }, after.communes.count { $0.people == nil }
    )
    if unknown != (0, 0) {
      found.append(
        Wording(
          fr: "communes de population inconnue, comptées nulle part : \(unknown.0) avant, "
            + "\(unknown.1) après",
          en: "communes of unknown population, counted nowhere: \(unknown.0) before, "
            + "\(unknown.1) after"))
    }
    if before.day > after.day {
      found.append(
        Wording(
          fr: "l’étude d’avant (\(before.day)) est postérieure à celle d’après (\(after.day))",
          en: "the study of before (\(before.day)) is later than that of after (\(after.day))"))
    }
    found += [vanished, reused].compactMap { $0 }
    if overlaps == nil {
      found.append(
        Wording(
          fr: "chevauchements inconnus : chevauchements.csv manque d’un côté",
          en: "overlaps unknown: chevauchements.csv is missing on one side"))
    }
    return found
  }

  private static func areOfOneKind(_ column: String, _ other: String) -> Bool {
    let kinds = (
      PopulationKind.said(byColumn: column).kind, PopulationKind.said(byColumn: other).kind
    )
    return column == other || kinds.0 != nil && kinds.0 == kinds.1
  }

  /// CPTS that the list of after does not name, and whose end no date tells: a sender may have been forgotten.
  private var vanished: Wording? {
    let named = Set(after.cpts.map(\.id))
    let ids = cpts.filter { $0.variation == .gone }.compactMap { $0.before?.id }
      .filter { !named.contains($0) }.map(\.text)
    guard !ids.isEmpty else { return nil }
    let shown = ShownName.quoted(ids, most: 5)
    return Wording(
      fr: ids.count.inFrench("CPTS absente", "CPTS absentes")
        + " de la liste d’après, sans date de fin (\(shown)) : terminées, ou oubliées ?",
      en: "\(ids.count) CPTS missing from the list of after, without a date of end (\(shown)): "
        + "ended, or forgotten?")
  }

  /// Lists numbered by row give one id to another CPTS.
  private var reused: Wording? {
    guard !reusedIDs.isEmpty else { return nil }
    let shown = ShownName.quoted(reusedIDs.map(\.text), most: 5)
    return Wording(
      fr: reusedIDs.count.inFrench("identifiant désigne", "identifiants désignent")
        + " une autre CPTS qu’avant (\(shown)) : appariées par nom et territoire",
      en: reusedIDs.count.inEnglish("identifier is", "identifiers are")
        + " of another CPTS than before (\(shown)): matched by name and territory")
  }
}
