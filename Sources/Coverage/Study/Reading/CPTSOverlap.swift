/// Two CPTS at `projet` or above that cover the same places: a row of `chevauchements.csv`.
public struct CPTSOverlap: Sendable {
  /// The CPTS whose id comes first.
  public let first: Side
  /// The other.
  public let second: Side
  /// What the overlap calls for.
  public let qualification: OverlapQualification
  /// People in common; nil where the population of none of the communes is known.
  public let people: Int?
  /// Area in common, on the ellipsoid.
  public let squareMetres: Double
  /// Diameter of the largest circle inside, in metres; nil where both territories are lists.
  public let widthMetres: Double?
  /// Communes in common, by code.
  public let communes: [UnitCode]

  /// One of the two.
  public struct Side: Sendable {
    /// Identifier in the files.
    public let id: CPTSID
    /// How far it has come on the day of the study.
    public let stage: Stage
    /// People of its whole territory; nil where the population of none of its communes is known.
    public let people: Int?
  }
}

extension Study {
  /// Every pair that overlaps, by ids; those that are noise of drawing come last.
  ///
  /// - Complexity: O(units of all overlaps); each call makes them anew.
  public var overlaps: [CPTSOverlap] {
    figures.overlaps.map { overlap in
      let communes = units.places(of: overlap.units).communes
      return CPTSOverlap(
        first: side(overlap.first), second: side(overlap.second),
        qualification: overlap.qualification, people: known(overlap.population, in: communes),
        squareMetres: overlap.squareMetres, widthMetres: overlap.width,
        communes: codes(ofCommunes: communes))
    }
  }

  private func side(_ index: Index<DatedCPTS>) -> CPTSOverlap.Side {
    let cpts = territories[index]
    return CPTSOverlap.Side(
      id: cpts.id, stage: cpts.stage, people: figures.cpts[Int(index)].people.figure)
  }
}
