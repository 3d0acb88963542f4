extension UncoveredSector {
  /// One thing that can be done about the sector: a row of `options.csv`.
  public struct Option: Sendable {
    /// What is done.
    public let kind: SectorOptionKind
    /// Why it cannot be, in one sentence; nil for an option that can.
    public let obstacle: Wording?
    /// Why nobody can say whether it can be, as where people are unknown; nil where that is known.
    public let doubt: Wording?
    /// Conventions of the tool that speak against it, one sentence each; it can be, and ranks after those
    /// without.
    public let reservations: [Wording]
    /// How good it is by the weights of `StudyOptions.optionRules`; nil for one that cannot be.
    public let score: OptionScore?
    /// What it comes to; nil where there is nothing to show.
    public let figures: OptionFigures?
    /// CPTS that people join, one that the option creates last.
    public let members: [Member]
    /// Which CPTS each commune joins, by code: a row of `options_communes.csv`. Empty for an option that
    /// does not divide the sector, and for one that cannot be.
    public let communes: [Share]
    /// Percent that the best division could be worth more; 0 is proven to be the best, nil where there
    /// is no division.
    public let gapPercent: Double?

    /// Whether it can be.
    public var isFeasible: Bool { obstacle == nil && doubt == nil }
    /// Euros a year of the ACI of the CPTS concerned by `StudyOptions.rules`, had each signed, before;
    /// without supplementary items; nil where an amount is unknown.
    ///
    /// Source: ACI of 20 June 2019, article 8, or the rules of the study.
    public let eurosBefore: Int?
    /// The same, after.
    public let eurosAfter: Int?
  }
}

extension UncoveredSector.Option {
  /// A CPTS that people of the sector join.
  public struct Member: Sendable {
    /// Identifier in the files; nil for a CPTS that the option creates.
    public let id: CPTSID?
    /// How far it has come; `none` for a CPTS that the option creates.
    public let stage: Stage
    /// People of the sector that join it; nil where the population of none of their units is known.
    public let peopleGained: Int?
    /// Its people before; nil where they are unknown.
    public let peopleBefore: Int?
    /// Its people after; nil where they are unknown.
    public let peopleAfter: Int?
    /// Its size class before, by `StudyOptions.rules`, from 1; nil for a CPTS that the option creates, and
    /// where its people are unknown.
    public let sizeClassBefore: Int?
    /// Its size class after; nil where its people are unknown.
    public let sizeClassAfter: Int?
    /// The bound of size classes, in inhabitants, that it is within the percent of the rule pack (`nearPercent`, 2 in that of 2019) of after; nil where none is.
    public let closeBound: Int?
    /// Euros a year of its ACI, had it signed, before; 0 for a CPTS that the option creates, nil where they
    /// are unknown.
    public let eurosBefore: Int?
    /// The same, after; nil where they are unknown.
    public let eurosAfter: Int?
  }

  /// What one commune gives to one CPTS; a commune in pieces may join several.
  public struct Share: Sendable {
    /// INSEE code.
    public let code: UnitCode
    /// The CPTS that it joins; nil for one that the option creates.
    public let cpts: CPTSID?
    /// Its people who join it; nil where its population is unknown.
    public let people: Int?
  }
}

extension Study {
  /// An option in codes and ids.
  func option(_ option: SectorOption, sector: Int) -> UncoveredSector.Option {
    let ground = plans.grounds[sector]
    let isDivision = option.isFeasible && option.search != nil
    let euros = option.figures?.possibleEuros(options.rules)
    return UncoveredSector.Option(
      kind: option.kind, obstacle: option.obstacle, doubt: option.doubt,
      reservations: option.reservations, score: option.score,
      figures: option.figures,
      members: option.figures?.members.map { member($0, ground) } ?? [],
      communes: !isDivision
        ? []
        : ground.shares(of: option).map { share in
          UncoveredSector.Option.Share(
            code: units.communes[Int(share.commune)].code, cpts: joined(share.target, ground)?.id,
            people: units.people(share.people, in: units.communes[Int(share.commune)].units).figure)
        },
      gapPercent: option.search.map { Double($0.gap) / 100 }, eurosBefore: euros?.before ?? nil,
      eurosAfter: euros?.after ?? nil)
  }

  private func member(
    _ member: OptionFigures.Member, _ ground: SectorGround
  ) -> UncoveredSector.Option.Member {
    let (cpts, sizes) = (joined(member.target, ground), options.rules.sizes)
    let euros = member.possibleEuros(options.rules)
    return UncoveredSector.Option.Member(
      id: cpts?.id, stage: cpts?.stage ?? .none, peopleGained: member.gain.figure,
      peopleBefore: member.before.figure, peopleAfter: member.after.figure,
      sizeClassBefore: cpts.flatMap { _ in sizes.sizeClass(of: member.before) },
      sizeClassAfter: sizes.sizeClass(of: member.after),
      closeBound: sizes.closeBound(member.after), eurosBefore: euros.before,
      eurosAfter: euros.after)
  }

  /// The CPTS that a target of an option stands for; nil for a new one.
  private func joined(_ target: Int32, _ ground: SectorGround) -> DatedCPTS? {
    ground.member(target).map { territories[$0.cpts] }
  }
}
