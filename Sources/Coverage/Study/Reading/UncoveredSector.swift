/// What of a white zone one ARS delegation can act on: the land of a project, of projects that compete for
/// it, or land without any. A row of `secteurs.csv`; the sectors of a zone add up to it.
public struct UncoveredSector: Sendable {
  /// `SB-` and the code of its most populous unit; with a number where that unit is in several sectors.
  public let id: String
  /// The white zone that it is a part of.
  public let zone: String
  /// What is at work in it.
  public let nature: SectorNature
  /// CPTS below `StudyOptions.whiteBelow` whose land it is, by id.
  public let projects: [CPTSID]
  /// Its people; nil where the population of none of its communes is known.
  public let people: Int?
  /// Its area, on the ellipsoid.
  public let squareMetres: Double
  /// Name of its most populous unit.
  public let mainUnitName: String
  /// Communes wholly or partly in it, by code.
  public let communes: [UnitCode]
  /// The department of most of its people, which investigates.
  public let pilot: String
  /// CPTS at `StudyOptions.whiteBelow` or above that border it, by id.
  public let neighbours: [CPTSID]
  /// The nearest such CPTS across a sea, where none borders it and no land lies beside it.
  public let acrossSea: CPTSID?
  /// Of a remnant: the CPTS or project with whom the work is done; nil where none is near.
  public let attachedTo: CPTSID?
  /// What can be done about it, the best first, those that cannot be last; empty in the study of
  /// `Opinions`, which asks for no options.
  public let options: [Option]
}

extension Study {
  /// Every sector, by id.
  ///
  /// - Complexity: O(units of the sectors); each call makes them anew.
  public var uncoveredSectors: [UncoveredSector] {
    let arePlanned = !plans.options.isEmpty
    return sectors.enumerated().map { index, sector in
      let places = units.places(of: sector.units)
      var attached: CPTSID?
      if case .cpts(let cpts) = sector.attachment { attached = id(ofCPTS: cpts) }
      return UncoveredSector(
        id: sector.id, zone: figures.zones[Int(sector.zone)].id, nature: sector.nature,
        projects: sector.projects.map { id(ofCPTS: $0) },
        people: known(sector.population, in: places.communes),
        squareMetres: sector.squareMetres, mainUnitName: units[sector.mainUnit].name,
        communes: codes(ofCommunes: places.communes), pilot: sector.pilot,
        neighbours: sector.neighbours.map { id(ofCPTS: $0.cpts) },
        acrossSea: sector.acrossSea.map { id(ofCPTS: $0) }, attachedTo: attached,
        options: arePlanned ? plans.options[index].map { option($0, sector: index) } : [])
    }
  }
}
