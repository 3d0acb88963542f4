extension Definition {
  static let sinceText = Wording(
    fr: "Chaque habitant qui change de côté a une seule cause, la première qui vaut : nouvelle "
      + "CPTS, fin, stade, périmètre daté, recensement, communes, enfin ce qu’aucune date "
      + "n’explique. La somme est exacte, et celle des points aussi, au centième. Une zone, un "
      + "secteur est connu depuis le premier rapport où était le terrain d’où viennent la plupart "
      + "de ses habitants ; son nom change avec sa commune principale.",
    en: "Everybody who changes sides has one cause, the first that holds: a new CPTS, an end, a "
      + "stage, a dated perimeter, the census, communes, last what no date explains. The sum is "
      + "exact, and so is that of the points, to the hundredth. A zone or a sector is known since "
      + "the first report with the land that most of its people come from; its name changes with "
      + "its main commune.")
}
