/// How far gridded populations and units are of one place: a grid in a wrong reference system lies elsewhere.
enum GridReach {
  /// Part of a grid's people outside of the units from which on they are told. Cells on a coast and beyond
  /// a border are fewer.
  private static let leastShare = 0.01

  /// - Parameter people: as counted in the pieces of the units.
  /// - Complexity: O(units + grids).
  /// - Throws: `InputFault` for grids of which nobody lives in a unit.
  static func anomalies(
    _ grids: [PopulationGrid], _ people: GridPeople, _ units: StudyUnits
  ) throws(InputFault) -> [Anomaly] {
    let known = Double(units.units.reduce(0) { $0 + ($1.population ?? 0) })
    let inside = people.inUnits.reduce(0, +)
    let isElsewhere = zip(grids, people.inUnits).map { grid, own in
      // Sums of many cells end in rounding.
      grid.totalPopulation > 0 && own <= 1e-9 * grid.totalPopulation
    }
    // Grids of several countries are given for one of them.
    if let first = isElsewhere.firstIndex(of: true),
      zip(grids, isElsewhere).allSatisfy({ $1 || $0.totalPopulation == 0 })
    {
      throw elsewhere(grids[first])
    }
    var anomalies: [Anomaly] = []
    for ((grid, own), isElsewhere) in zip(zip(grids, people.inUnits), isElsewhere) {
      let outside = grid.totalPopulation - own
      guard outside >= 1, outside >= leastShare * grid.totalPopulation else { continue }
      // A grid of a country is given for a region, and then its units have their people.
      let isDoubtful = isElsewhere || outside > own && inside < known / 2
      anomalies.append(
        outsideUnits(grid, own: own, outside, known: known, isDoubtful ? .warning : .information))
    }
    return anomalies
  }

  private static func elsewhere(_ grid: PopulationGrid) -> InputFault {
    let systems = grid.layers.map { $0.reference }.joined(separator: ", ")
    let path = grid.ledger.path
    return InputFault(
      path: path,
      problem: Wording(
        fr: "aucun carreau ni point de ce fichier n’est dans une unité (système \(systems))",
        en: "no cell or point of this file is in a unit (system \(systems))"),
      cure: Wording(
        fr:
          "vérifiez son système de référence (\(path)#EPSG:n) et le lieu des unités avec inspect, ou "
          + "ôtez ce fichier",
        en:
          "check its reference system (\(path)#EPSG:n) and the place of the units with inspect, or "
          + "leave this file out"))
  }

  private static func outsideUnits(
    _ grid: PopulationGrid, own: Double, _ outside: Double, known: Double,
    _ severity: Anomaly.Severity
  ) -> Anomaly {
    let counts = [outside, own, known].map { NumberText.whole(Int($0.rounded())) }
    return Anomaly(
      severity, .cellsOutsideUnits, file: grid.ledger.path, object: "",
      finding: Wording(
        fr:
          "\(counts[0]) habitants des carreaux hors des unités, \(counts[1]) dans les unités, qui en ont "
          + "\(counts[2])",
        en:
          "\(counts[0]) people of the cells outside of the units, \(counts[1]) inside, of whom the units "
          + "have \(counts[2])"),
      treatment: severity == .warning
        ? Wording(
          fr: "ceux du dehors ne comptent pas : vérifiez le système de référence (#EPSG:n)",
          en: "those outside do not count: check the reference system (#EPSG:n)")
        : Wording(fr: "ceux du dehors ne comptent pas", en: "those outside do not count"))
  }
}
