// What is told of cells that name several CPTS.

extension SharedCells {
  enum Reading {
    case divided([CPTSID])
    case doubtful([CPTSID])
  }

  private static func list(_ ids: [CPTSID]) -> String {
    ShownName.list(ids.map { "« \($0) »" }, most: 4)
  }

  private func shown(_ id: CPTSID) -> String {
    ShownName.shortened(id.text.split { $0.isNewline }.joined(separator: " ⏎ "))
  }

  func anomaly(_ id: CPTSID, _ reading: Reading) -> Anomaly {
    let origin = origins[id] ?? ("", 0)
    let (finding, treatment) =
      switch reading {
      case .divided(let ids):
        (
          Wording(
            fr: "« \(shown(id)) » : une cellule pour plusieurs CPTS, \(Self.list(ids))",
            en: "“\(shown(id))”: one cell for several CPTS, \(Self.list(ids))"),
          Wording(
            fr: "lu comme une ligne de chacune : ce qu’elle couvre est à toutes",
            en: "read as a row of each: what it covers is of them all")
        )
      case .doubtful(let ids):
        (
          ids.isEmpty
            ? Wording(
              fr: "« \(shown(id)) » a l’air de nommer plusieurs CPTS",
              en: "“\(shown(id))” seems to name several CPTS")
            : Wording(
              fr:
                "« \(shown(id)) » peut nommer plusieurs CPTS : \(Self.list(ids)) est par ailleurs",
              en: "“\(shown(id))” may name several CPTS: \(Self.list(ids)) is elsewhere"),
          Wording(
            fr: "comptée comme une CPTS ; si ce sont plusieurs, donnez une ligne à chacune",
            en: "counted as one CPTS; if they are several, give each a row")
        )
      }
    return Anomaly(
      .warning, .severalCPTS, file: origin.file, line: origin.line, object: id.text,
      finding: finding, treatment: treatment)
  }

  func doubt(_ id: CPTSID, _ ids: [CPTSID]) -> InputFault {
    let origin = origins[id] ?? ("", 0)
    return InputFault(
      path: origin.file, line: origin.line,
      problem: Wording(
        fr: "« \(shown(id)) » : une CPTS de ce nom, ou \(Self.list(ids)), qui sont par ailleurs ?",
        en: "“\(shown(id))”: one CPTS of that name, or \(Self.list(ids)), which are elsewhere?"),
      cure: Wording(
        fr:
          "pour plusieurs, donnez une ligne à chacune, ou séparez-les par « / » entre deux espaces ; "
          + "pour une seule, écrivez son nom sans ce signe",
        en:
          "for several, give each a row, or separate them by “/” between two spaces; for one, write "
          + "its name without that sign"))
  }

  /// One drawing for several CPTS is no territory of any.
  func drawn(_ id: CPTSID, _ path: String, _ line: Int) -> InputFault {
    InputFault(
      path: path, line: line,
      problem: Wording(
        fr: "« \(shown(id)) » : un dessin pour plusieurs CPTS, \(Self.list(owners[id] ?? []))",
        en: "“\(shown(id))”: one drawing for several CPTS, \(Self.list(owners[id] ?? []))"),
      cure: Wording(
        fr: "donnez à chacune son dessin", en: "give each its drawing"))
  }
}
