/// A *zone blanche*: a maximal contiguous area that no CPTS covers at `StudyOptions.whiteBelow` or above.
/// A row of `zones_blanches.csv` with its neighbours and its options.
///
/// Source: national plan of 2023; the instruction of 9 October 2019 draws the line at the project.
public struct UncoveredZone: Sendable {
  /// `ZB-` and the code of its most populous unit; with a number where that unit is in several zones.
  public let id: String
  /// Whether anybody is at work in it.
  public let status: WhiteZoneStatus
  /// Its people; nil where the population of none of its communes is known.
  public let people: Int?
  /// Its area, on the ellipsoid.
  public let squareMetres: Double
  /// Name of its most populous unit.
  public let mainUnitName: String
  /// Communes wholly or partly in it, by code.
  public let communes: [UnitCode]
  /// Codes of the departments that it lies in.
  public let departments: [String]
  /// Codes of the regions that it lies in.
  public let regions: [String]
  /// CPTS at `StudyOptions.whiteBelow` or above that border it, by id.
  public let neighbours: [Neighbour]
  /// People where a project is at work; nil where its people are unknown.
  public let peopleAtWork: Int?
  /// Ids of its sectors; see ``UncoveredSector``.
  public let sectors: [String]

  /// A CPTS that borders the zone: a row of `zones_blanches_voisins.csv`.
  public struct Neighbour: Sendable {
    /// Identifier in the files.
    public let id: CPTSID
    /// How far it has come on the day of the study.
    public let stage: Stage
    /// Border in common, in metres; 0 where a list divides a commune by people alone.
    public let borderMetres: Double
    /// Share of the zone's border with units outside it, from 0 to 1; a side that two CPTS share counts
    /// for both.
    public let borderShare: Double
    /// People of the CPTS; nil where the population of none of its communes is known.
    public let people: Int?
    /// Its size class by `StudyOptions.rules`, from 1; nil where its people are unknown.
    public let sizeClass: Int?
    /// People that it would have with the whole zone; nil where they are unknown.
    public let peopleAfter: Int?
    /// The size class that it would have then.
    public let sizeClassAfter: Int?
  }
}

/// A strip of uncovered land between drawn territories: noise of drawing, whose people are not covered.
/// A row of `liseres.csv`.
public struct UncoveredStrip: Sendable {
  /// `LS-` and the code of its most populous unit.
  public let id: String
  /// Its people; nil where the population of none of its communes is known.
  public let people: Int?
  /// Its area, on the ellipsoid.
  public let squareMetres: Double
  /// Diameter of the largest circle inside, in metres.
  public let widthMetres: Double
  /// Communes that it lies in, by code.
  public let communes: [UnitCode]
  /// CPTS at `StudyOptions.whiteBelow` or above that border it, by id.
  public let neighbours: [CPTSID]
}

extension Study {
  /// Every white zone, by id.
  ///
  /// - Complexity: O(units of the zones × options that divide them); each call makes them anew.
  public var whiteZones: [UncoveredZone] {
    let sectorsOfZone = Dictionary(grouping: sectors) { Int($0.zone) }
    return figures.zones.enumerated().map { index, zone in
      let places = units.places(of: zone.units)
      let people = known(zone.population, in: places.communes)
      let own = sectorsOfZone[index] ?? []
      return UncoveredZone(
        id: zone.id, status: zone.status, people: people,
        squareMetres: zone.squareMetres, mainUnitName: units.units[Int(zone.mainUnit)].name,
        communes: codes(ofCommunes: places.communes), departments: places.departments,
        regions: places.regions, neighbours: zone.neighbours.map { neighbour($0, of: zone) },
        peopleAtWork: people.map { _ in
          own.peopleAtWork
        }, sectors: own.map(\.id))
    }
  }

  /// Every strip of uncovered land that is noise of drawing, by id; none where no territory is drawn.
  ///
  /// - Complexity: O(units of the strips); each call makes them anew.
  public var strips: [UncoveredStrip] {
    (figures.drawn?.strips ?? []).map { strip in
      let communes = units.places(of: strip.units).communes
      return UncoveredStrip(
        id: strip.id, people: known(strip.population, in: communes),
        squareMetres: strip.squareMetres, widthMetres: strip.width ?? 0,
        communes: codes(ofCommunes: communes),
        neighbours: strip.neighbours.map { id(ofCPTS: $0.cpts) })
    }
  }

  private func neighbour(
    _ neighbour: WhiteZone.Neighbour, of zone: WhiteZone
  ) -> UncoveredZone.Neighbour {
    let cpts = territories[neighbour.cpts]
    let people = figures.cpts[Int(neighbour.cpts)].people
    let after = people + units.people(of: zone)
    let sizes = options.rules.sizes
    return UncoveredZone.Neighbour(
      id: cpts.id, stage: cpts.stage, borderMetres: neighbour.metres,
      borderShare: neighbour.share, people: people.figure,
      sizeClass: sizes.sizeClass(of: people), peopleAfter: after.figure,
      sizeClassAfter: sizes.sizeClass(of: after))
  }
}
