// Drawings that follow the borders of communes.

extension Definition {
  static func drawing(_ options: StudyOptions) -> Wording {
    let (metres, people) = (NumberText.whole(Int(options.sliverWidth)), options.sliverPeople)
    return Wording(
      fr:
        "Un dessin suit la limite des communes à un défaut de tracé près : un morceau de commune qu’il "
        + "détache, de moins de \(metres) m de large et de moins de \(people) habitants, compte avec le "
        + "reste de sa commune. Sans autre coupe, le dessin équivaut à une liste de communes.",
      en:
        "A drawing follows the borders of communes but for noise: a piece that it cuts off a commune, "
        + "less than \(metres) m wide and with fewer than \(people) people, counts with the rest of its "
        + "commune. Where it cuts nothing else, the drawing is equivalent to a list of communes.")
  }
}
