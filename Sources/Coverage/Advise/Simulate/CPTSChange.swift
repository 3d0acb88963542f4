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
    /// People of its territory; nil where the population of none of its communes is known. Where that of some
    /// is unknown they are the least that there are, and size and euros are unknown.
    public let people: Int?
    /// How far they are known.
    let known: CountedPeople.Known
    var counted: CountedPeople { CountedPeople(count: people ?? 0, known: known) }
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
    /// Euros a year of its ACI by its size and `StudyOptions.rules`, without supplementary items; none before
    /// it has signed, nil where they are unknown.
    ///
    /// Source: ACI of 20 June 2019, articles 7.1 and 9.1.
    public let euros: Int?
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
    people = figures.people.figure
    known = figures.known
    squareMetres = figures.squareMetres
    communeCount = figures.communes.count
    groupCount = figures.groupCount
    departments = figures.departments
    regions = figures.regions
    let rules = study.options.rules
    euros = rules.euros(before: 0, after: study.paidClass(of: index, rules)).after
  }
}

extension Study {
  /// The size class by which a CPTS is paid: 0 before it has signed its ACI, nil where its people are unknown.
  func paidClass(of cpts: Int, _ pack: RulePack) -> Int? {
    territories.cpts[cpts].stage < .signedContract
      ? 0 : pack.sizes.sizeClass(of: figures.cpts[cpts].people)
  }

  /// Euros a year of all CPTS that have signed; nil where those of one are unknown.
  func signedEuros(_ pack: RulePack) -> Int? {
    figures.studiedCPTS.reduce(YearlyEuros()) {
      $0 + pack.euros(before: 0, after: paidClass(of: $1, pack))
    }.after
  }
}

extension CPTSChange {
  /// What the plan changes for the CPTS, by a pack.
  func euros(_ pack: RulePack, withSupplements: Bool = false) -> YearlyEuros {
    func paidClass(_ state: State?) -> Int? {
      guard let state, state.stage >= .signedContract else { return 0 }
      return pack.sizes.sizeClass(of: state.counted)
    }
    return pack.euros(
      before: paidClass(before), after: paidClass(after), withSupplements: withSupplements)
  }
}
