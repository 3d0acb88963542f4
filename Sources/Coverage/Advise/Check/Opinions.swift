/// The opinions on the territories proposed to a study: `coverage-report check`.
///
/// Each proposal is judged on its own against the CPTS that are there. An opinion lists findings with
/// their figures, the text they rest on and what they cannot see. It decides nothing.
public struct Opinions: Sendable {
  /// The study without any proposal.
  public let study: Study
  /// One a proposal, by identifier.
  public let opinions: [Opinion]
  /// What proposals have in common, by pairs.
  public let mutual: [ProposalOverlap]

  /// How an opinion is shown.
  public enum Format: String, CaseIterable, Sendable {
    /// For a terminal.
    case text
    /// For a page.
    case markdown
    /// For a script: every figure, and every name.
    case json
  }

  /// Runs the study, then judges each proposal in turn.
  ///
  /// - Complexity: that of a study, and for each proposal that of measuring it.
  /// - Throws: `InputFault` for what is wrong in an input, and where a proposal covers nothing.
  public static func run(
    _ options: StudyOptions, clock: StepClock = StepClock()
  ) async throws -> Opinions {
    guard !options.proposals.isEmpty else { throw noProposal }
    let study = try await Study.run(options, planning: .sectors, clock: clock)
    return try await clock.measure(.judging) { try await judged(study, clock) }
  }

  private static func judged(_ study: Study, _ clock: StepClock) async throws -> Opinions {
    let ground = OpinionGround(study)
    let partsOfCPTS = study.territories.partsOfCPTS()
    let proposals = study.proposals.sorted { $0.id < $1.id }
    var opinions: [Opinion] = []
    for proposal in proposals {
      let index = ground.indexOfID[proposal.key]
      let subject = try await ProposedTerritory(
        proposal, ground, parts: index.map { Array(partsOfCPTS[$0]) } ?? [], clock: clock)
      opinions.append(OpinionMaker(ground: ground, subject: subject).opinion())
    }
    return Opinions(
      study: study, opinions: opinions, mutual: try ProposalOverlap.all(study, proposals))
  }

  private static let noProposal = InputFault(
    .usage, path: "",
    problem: Wording(fr: "il manque --territory", en: "--territory is missing"),
    cure: Wording(
      fr:
        "nommez le territoire proposé : --territory proposition.csv (codes de communes, ou polygones)",
      en: "name the territory proposed: --territory proposal.csv (codes of communes, or polygons)"))
}
