/// A CPTS that is not after a plan what it was before.
public struct CPTSChange: Sendable {
  /// Identifier in the files.
  public let id: CPTSID
  /// Name in the files.
  public let name: String
  /// nil for a CPTS that the plan creates.
  public let before: State?
  /// As the plan would have it.
  public let after: State

  /// A CPTS before or after a plan. Its size class is that of its people by `StudyOptions.rules`.
  public struct State: Sendable, Equatable {
    /// How far it has come.
    public let stage: Stage
    /// People of its territory.
    public let people: Int
    /// Area of its territory, on the ellipsoid.
    public let squareMetres: Double
    /// Communes wholly or partly in it.
    public let communeCount: Int
    /// Contiguous parts.
    public let groupCount: Int
    /// Codes.
    public let departments: [String]
    /// Codes.
    public let regions: [String]
    /// Euros a year at most, by its size; none before the letter of intent, which funds nothing.
    public let euros: Int
  }

  /// CPTS whose territory or stage changed, by id.
  ///
  /// - Complexity: O(CPTS).
  static func all(_ before: Study, _ after: Study) -> [CPTSChange] {
    let indexBefore = before.territories.indexOfID()
    return after.territories.cpts.enumerated().compactMap { index, cpts in
      let old = indexBefore[cpts.id].map { Int($0) }
      if let old, before.figures.cpts[old].pieces == after.figures.cpts[index].pieces,
        State(before, old) == State(after, index)
      {
        return nil
      }
      return CPTSChange(
        id: cpts.id, name: cpts.name, before: old.map { State(before, $0) },
        after: State(after, index))
    }
  }
}

extension CPTSChange.State {
  fileprivate init(_ study: Study, _ index: Int) {
    let figures = study.figures.cpts[index]
    stage = study.territories.cpts[index].stage
    people = figures.population
    squareMetres = figures.squareMetres
    communeCount = figures.communes.count
    groupCount = figures.groupCount
    departments = figures.departments
    regions = figures.regions
    euros = study.euros(of: index)
  }
}

extension Study {
  /// Euros a year that a CPTS can get at most by its size once it has signed; none for one below the
  /// letter of intent.
  func euros(of cpts: Int) -> Int {
    territories.cpts[cpts].stage >= .letterOfIntent
      ? options.rules.yearlyTotal(people: figures.cpts[cpts].population) : 0
  }

  /// Euros a year at most of all CPTS of the study at a stage or above.
  func euros(from stage: Stage) -> Int {
    figures.studiedCPTS.reduce(0) {
      $0 + (territories.cpts[$1].stage >= stage ? euros(of: $1) : 0)
    }
  }
}
