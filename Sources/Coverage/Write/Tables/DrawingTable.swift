/// The table of drawn territories: how each follows the borders of communes.
enum DrawingTable {
  /// One row a CPTS of the study, by id; the rows of maps that draw it are separated by `|`.
  ///
  /// - Complexity: O(drawings × log).
  static func table(of study: Study) -> Table {
    var table = Table(
      "dessins",
      [
        "cpts_id", "fichier", "ligne", "communes_entieres", "communes_coupees",
        "communes_alignees", "ecart_max_m", "ecart_median_m", "population_deplacee",
        "equivalent_liste",
      ])
    guard let division = study.ground.division, let drawn = study.mesh.drawn else { return table }
    let areStudied = study.territories.areStudied(study.units.area)
    let first = drawn.territories.firstOfCPTS
    let rows = Dictionary(grouping: first.indices, by: { first[$0] })
    let found = Dictionary(
      uniqueKeysWithValues: division.alignment.territories.map { ($0.drawing, $0) })
    let drawings = rows.keys.filter { areStudied[division.cptsOfDrawing[$0]] }
      .sorted { division.cptsOfDrawing[$0] < division.cptsOfDrawing[$1] }
    for drawing in drawings {
      let places = (rows[drawing] ?? []).map { drawing in
        let (layer, feature) = drawn.territories.place(of: drawing)
        return (file: layer.path, line: layer.rows[feature].line)
      }
      let figures =
        found[drawing]
        ?? AlignmentFigures.OfTerritory(
          drawing: drawing, cpts: division.cptsOfDrawing[drawing])
      table.append(
        .code(study.territories[division.cptsOfDrawing[drawing]].id.text),
        .codes(places.map(\.file).withoutRepeats), .wholes(places.map(\.line)),
        .whole(figures.wholeUnits), .whole(figures.cutUnits), .whole(figures.alignedUnits),
        .decimal(figures.widest, decimals: 1),
        .decimal(figures.medianWidth, decimals: 1), .whole(figures.people),
        .text(figures.isList ? "oui" : "non"))
    }
    return table
  }
}

extension [String] {
  /// Each once, in the order of the first.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
