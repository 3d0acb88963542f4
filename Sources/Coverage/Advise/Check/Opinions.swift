import GeoKernel

/// The opinions on the territories proposed to a study: `coverage-report check`.
///
/// Each proposal is judged on its own against the CPTS that are there. An opinion lists findings with
/// their figures, the text they rest on and what they cannot see. It decides nothing.
public struct Opinions: Sendable {
  /// The study without any proposal.
  public let study: Study
  /// By identifier.
  let opinions: [Opinion]
  /// What proposals have in common, by pairs.
  let mutual: [ProposalOverlap]

  /// How an opinion is shown.
  public enum Format: String, CaseIterable, Sendable {
    /// For a terminal.
    case text
    /// For a page.
    case markdown
    /// For a script: every figure, and every name.
    case json
  }

  /// The last line of every opinion.
  static let lastLine = "Avis indicatif : il ne décide de rien."

  /// Runs the study, then judges each proposal in turn.
  ///
  /// - Complexity: that of a study, and for each proposal that of measuring it.
  /// - Throws: `InputFault` for what is wrong in an input, and where a proposal covers nothing.
  public static func run(
    _ options: StudyOptions, clock: StepClock = StepClock()
  ) async throws -> Opinions {
    guard !options.proposals.isEmpty else { throw noProposal }
    let study = try await Study.run(options, planning: false, clock: clock)
    let start = clock.begin(.judging)
    defer { clock.end(.judging, since: start) }
    let ground = OpinionGround(study)
    let partsOfCPTS = study.territories.partsOfCPTS()
    let proposals = study.proposals.sorted { $0.id < $1.id }
    var opinions: [Opinion] = []
    for proposal in proposals {
      let index = ground.indexOfID[proposal.key].map { Int($0) }
      let subject = try await ProposedTerritory(
        proposal, ground, parts: index.map { Array(partsOfCPTS[$0]) } ?? [], clock: clock)
      opinions.append(OpinionMaker(ground: ground, subject: subject).opinion())
    }
    return Opinions(
      study: study, opinions: opinions,
      mutual: ProposalOverlap.all(study, proposals.compactMap { ground.indexOfID[$0.key] }))
  }

  /// Every opinion as one text.
  public func text(_ format: Format) -> String {
    switch format {
    case .text: documents.map { PlainPage.text(of: $0) }.joined(separator: "\n\n")
    case .markdown: documents.map { MarkdownPage.text(of: $0) }.joined(separator: "\n\n")
    case .json: String(decoding: OpinionJSON.bytes(of: self), as: UTF8.self)
    }
  }

  /// Files written: one page a proposal, then all of them for scripts and for maps.
  public var fileNames: [String] { pageNames + ["avis.json", "avis.geojson"] }

  private var documents: [OpinionDocument] {
    opinions.indices.map { OpinionDocument(self, opinions[$0]) }
  }

  private var pageNames: [String] {
    FileNames.distinct(opinions.map { $0.proposal.id.text }).map { "avis-\($0).md" }
  }

  /// Writes every file into `output`, which is created. All appear, or none.
  ///
  /// - Throws: `InputFault` of kind `output`, with the path that cannot be written.
  public func write(to output: String) throws(InputFault) {
    let folder = try OutputFolder(output)
    let interrupt = Interrupt { folder.discard() }
    defer { withExtendedLifetime(interrupt) {} }
    do {
      for (name, document) in zip(pageNames, documents) {
        try folder.write(name) { (write) throws(InputFault) in
          try write(Array(MarkdownPage.text(of: document).utf8))
        }
      }
      try folder.write("avis.json") { (write) throws(InputFault) in
        try write(OpinionJSON.bytes(of: self))
      }
      let map = OpinionMap(opinions)
      var tracer = OutlineTracer(study.mesh)
      try folder.write("avis.geojson") { (write) throws(InputFault) in
        try GeoJSONWriter.write(
          map.table, PositionText(study.mesh), outline: { tracer.outline(of: map.pieces[$0]) },
          flush: write)
      }
      try folder.publish()
    } catch {
      folder.discard()
      throw error
    }
  }

  /// One line a proposal, and where the files are.
  public func summary(output: String) -> String {
    let language = study.options.language
    var lines = opinions.map { opinion in
      "\(PlainPage.cleaned(ShownName.shortened(opinion.proposal.name))) : "
        + OpinionFinding.allCases.filter { opinion.count($0) > 0 }
        .map { "\(opinion.count($0)) \($0.rawValue)" }.joined(separator: ", ")
    }
    lines.append("")
    lines.append(Wording(fr: "Fichiers écrits :", en: "Files written:")[language])
    lines += fileNames.map { "  \(output)/\($0)" }
    lines.append("")
    lines.append(Self.lastLine)
    return lines.joined(separator: "\n") + "\n"
  }

  private static let noProposal = InputFault(
    .usage, path: "",
    problem: Wording(fr: "il manque --territory", en: "--territory is missing"),
    cure: Wording(
      fr:
        "nommez le territoire proposé : --territory proposition.csv (codes de communes, ou polygones)",
      en: "name the territory proposed: --territory proposal.csv (codes of communes, or polygons)"))
}
