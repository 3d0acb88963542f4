/// A CPTS that may end, what would be uncovered then, and who could support it: a row of `fragiles.csv`.
public struct CPTSFragility: Sendable {
  /// Identifier in the files.
  public let id: CPTSID
  /// What tells that it is fragile.
  public let reasons: [FragilityRule.Reason]
  /// People whom no other CPTS would cover at `StudyOptions.whiteBelow` or above; nil where the population of
  /// none of their communes is known.
  public let peopleUncovered: Int?
  /// Communes of which more would be uncovered, by code.
  public let communesUncovered: [UnitCode]
  /// White zones that would open or grow, by the ids that they would have.
  public let whiteZoneIDs: [String]
  /// CPTS able to support it, the one with the longest common border first.
  public let supports: [CPTSID]
}

extension Study {
  /// The fragile CPTS, by id; nil where the inputs speak of none and no threshold is set.
  ///
  /// - Complexity: O(units that would be uncovered); each call makes them anew.
  public var fragileCPTS: [CPTSFragility]? {
    figures.fragile?.fragile.map { fragile in
      CPTSFragility(
        id: id(ofCPTS: fragile.cpts), reasons: fragile.reasons,
        peopleUncovered: units.people(fragile.loss.population, in: fragile.loss.units).figure,
        communesUncovered: communeCodes(ofUnits: fragile.loss.units),
        whiteZoneIDs: fragile.loss.zones.map { $0.id },
        supports: fragile.supports.map { id(ofCPTS: $0) })
    }
  }

  /// Professionals of each CPTS at `projet` or above, by id, then of each area; nil where no CPTS counts
  /// any.
  public var professionals: [ProfessionalArea]? { figures.professionals }

  /// People by stage at the end of each month up to the day of the study; nil where no date tells of an
  /// earlier month, and where the territories are those of a plan.
  public var history: CoverageHistory? { figures.history }

  /// How many places would be noise of drawing, were the thresholds half or double; empty where no
  /// territory is drawn.
  public var sliverSensitivity: [SliverSensitivity] { figures.drawn?.sensitivity ?? [] }

  /// Which file and column the population comes from.
  public var populationSource: PopulationSource { units.populationSource }
}
