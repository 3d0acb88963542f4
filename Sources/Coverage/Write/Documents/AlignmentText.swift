/// How the drawings follow the borders of communes, in a sentence.
enum AlignmentText {
  /// nil where none has a place among the units.
  static func sentence(_ figures: AlignmentFigures, _ language: Language) -> String? {
    let all = figures.territories.count
    let lists = figures.territories.filter { $0.isList }
    guard all > 0 else { return nil }
    return Wording(
      fr: all.inFrench("territoire dessiné", "territoires dessinés")
        + share(lists.count, all)[.french]
        + within(lists)[.french],
      en: all.inEnglish("drawn territory", "drawn territories")
        + share(lists.count, all)[.english]
        + within(lists)[.english])[language]
  }

  private static func share(_ lists: Int, _ all: Int) -> Wording {
    switch (lists, all) {
    case (0, _):
      Wording(
        fr: ", dont aucun n’est équivalent à une liste de communes",
        en: ", of which none is equivalent to a list of communes")
    case (1, 1):
      Wording(fr: ", équivalent à une liste de communes", en: ", equivalent to a list of communes")
    case (all, _):
      Wording(
        fr: ", tous équivalents à des listes de communes",
        en: ", all equivalent to lists of communes")
    case (1, _):
      Wording(
        fr: ", dont 1 équivalent à une liste de communes",
        en: ", of which 1 is equivalent to a list of communes")
    default:
      Wording(
        fr: ", dont \(NumberText.whole(lists)) équivalents à des listes de communes",
        en: ", of which \(NumberText.whole(lists)) are equivalent to lists of communes")
    }
  }

  /// Borders that are exact leave nothing to say.
  private static func within(_ lists: [AlignmentFigures.OfTerritory]) -> Wording {
    guard let widest = lists.compactMap(\.widest).max() else { return Wording(fr: "", en: "") }
    let metres = NumberText.whole(Int(widest.rounded(.up)))
    return Wording(fr: " à moins de \(metres) m près", en: " to within \(metres) m")
  }
}
