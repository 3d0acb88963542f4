import ArgumentParser
import Coverage

/// The options that matter where territories are drawn.
struct DrawingArguments: ParsableArguments {
  @Option(
    help: .init(
      words(
        fr: "Population carroyée, pour répartir celle des unités coupées ; répétable.",
        en: "Gridded population, to share out that of the units cut; repeatable."),
      valueName: "FILE[#EPSG:n]"))
  var grid: [String] = []

  @Option(
    help: .init(
      words(
        fr: "Recalculer par superposition (GEOS) les unités coupées, ou N d’entre elles, et dire "
          + "les écarts ; --verify seul vaut all.",
        en: "Compute the units cut, or N of them, again by overlays (GEOS), and report the "
          + "differences; --verify alone means all."),
      valueName: "all|N"))
  var verify: Verification?

  @Option(
    help: .init(
      words(
        fr: "Largeur sous laquelle un chevauchement ou un vide peu peuplé est un liseré (50 m).",
        en: "Width below which an overlap or a gap with few people is a sliver (50 m)."),
      valueName: "METRES"))
  var sliverWidth: Double?

  @Option(
    help: .init(
      words(
        fr: "Habitants sous lesquels un chevauchement ou un vide étroit est un liseré (50).",
        en: "People below which a narrow overlap or gap is a sliver (50)."), valueName: "N"))
  var sliverPeople: Int?

  /// What these options say.
  func add(to settings: inout StudySettings) {
    settings.grid = grid
    settings.verify = verify
    settings.sliverWidth = sliverWidth
    settings.sliverPeople = sliverPeople
  }
}
