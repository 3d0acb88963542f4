/// How one commune is covered: a row of `communes.csv`. The arrondissements of a city are one commune.
public struct CommuneCoverage: Sendable {
  /// INSEE code.
  public let code: UnitCode
  /// Name in the units' file.
  public let name: String
  /// Code of its department; empty where the file does not say.
  public let department: String
  /// Code of its region; empty where the file does not say.
  public let region: String
  /// Inhabitants; nil where no file says.
  public let people: Int?
  /// Its people by the highest stage that covers the place where they live; nobody where its
  /// population is unknown.
  public let breakdown: StageBreakdown
  /// The highest stage reached anywhere in it, crumbs of drawing apart.
  public let stage: Stage
  /// People covered at `StudyOptions.whiteBelow` or above; nil where its population is unknown.
  public let peopleCovered: Int?
  /// Fewest and most people covered, whatever the distribution inside the units that drawings cut; nil
  /// where no territory is drawn, and where its population is unknown.
  public let peopleCoveredRange: ClosedRange<Int>?
  /// How its people were shared out, the least sure way; nil where no territory is drawn.
  public let sharing: SharingMethod?
  /// CPTS at `projet` or above in any part of it, by id.
  public let cpts: [CPTSID]
  /// White zones that any part of it belongs to, by id.
  public let whiteZoneIDs: [String]
}

extension Study {
  /// Every commune that the study is of, by code.
  ///
  /// - Complexity: O(parts); each call makes them anew.
  public var communes: [CommuneCoverage] {
    let stages = territories.stageOfCovering
    var breakdowns = [StageBreakdown](repeating: StageBreakdown(), count: units.communes.count)
    for part in territories.parts where part.isStudied {
      breakdowns[Int(units.units[Int(part.unit)].commune)]
        .add(part.population, at: stages[part.covering])
    }
    return figures.studiedCommunes.map { index in
      let (commune, figure) = (units.communes[index], figures.communes[index])
      let covered = figure.population.map { _ in figure.covered }
      let sharing = figures.drawn?.sharing(of: commune.units)
      return CommuneCoverage(
        code: commune.code, name: commune.name, department: commune.department,
        region: commune.region, people: figure.population, breakdown: breakdowns[index],
        stage: figure.stage, peopleCovered: covered,
        peopleCoveredRange: covered.flatMap { covered in
          sharing.map { covered - $0.below...covered + $0.above }
        },
        sharing: sharing?.method, cpts: figure.cpts.map { id(ofCPTS: $0) },
        whiteZoneIDs: figure.zones.map { figures.zones[Int($0)].id })
    }
  }
}
