/// Why options cannot be, and why nobody can say whether some can.
extension SectorDossier {
  /// Of one kind of option.
  private static let mostObstacles = 2

  var obstacles: Section? {
    reasons("Pourquoi pas", options.filter { $0.obstacle != nil }) { $0.obstacle }
  }

  /// Options of which nobody can say whether they can be.
  var doubts: Section? {
    reasons("Ce qui ne peut être dit", options.filter { $0.obstacle == nil && $0.doubt != nil }) {
      $0.doubt
    }
  }

  /// Options that a convention of the tool speaks against.
  var reservations: Section? {
    reasons("À examiner : ce qui parle contre", feasible.filter { !$0.isPlain }) { option in
      Wording(fr: option.reason(in: .french), en: option.reason(in: .english))
    }
  }

  private func reasons(
    _ heading: String, _ options: [SectorOption], _ reason: (SectorOption) -> Wording?
  ) -> Section? {
    guard !options.isEmpty else { return nil }
    let shown = SectorOptionKind.allCases.flatMap { kind in
      options.filter { $0.kind == kind }.prefix(Self.mostObstacles)
    }
    var lines = shown.map { option -> Prose in
      let whole = option.kind == .extending || option.kind == .temporaryExtending
      let member = whole ? option.figures?.members.first : nil
      let by = member.map { ", \(name(ofTarget: $0.target))" } ?? ""
      return "\(option.kind.words)\(by) : \(reason(option)?.french ?? "")"
    }
    let rest = options.count - lines.count
    if rest > 0 {
      lines.append(
        """
        et \(NumberText.count(rest, "autre", "autres")) (\(reference: "options.csv"), colonne \
        \(code: "motif"))
        """)
    }
    return Section(heading: heading, blocks: [.list(lines)])
  }
}
