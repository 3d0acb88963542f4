/// A consolidation for the terminal: who sent what, what must be decided, where the files are.
public enum ConsolidationText {
  private static let mostSenders = 110
  private static let mostAlarms = 10

  public static func summary(of consolidation: Consolidation, output: String) -> String {
    let language = consolidation.options.language
    var lines = senders(consolidation, language)
    lines.append("")
    lines += decisions(consolidation, language)
    lines += changes(consolidation, language)
    lines.append("")
    lines += TerminalText.written(
      ConsolidationReport.fileNames(of: consolidation), to: output, language)
    return TerminalText.joined(lines)
  }

  private static func senders(_ consolidation: Consolidation, _ language: Language) -> [String] {
    let lists = consolidation.lists
    let name = Wording(fr: "expéditeur", en: "sender")[language]
    let people = Wording(fr: "habitants", en: "people")[language]
    let width = min(40, max(name.count, lists.map(\.sender.name.count).max() ?? 0)) + 2
    func line(_ name: String, _ cells: [String]) -> String {
      padded(ShownName.shortened(name, to: 40), width) + cells.map { leftPadded($0, 12) }.joined()
    }
    var lines = [line(name, ["CPTS", "communes", people])]
    for list in lists.prefix(mostSenders) {
      lines.append(
        line(
          list.sender.name,
          [list.declarations.count, list.communeCount, list.people].map(NumberText.whole)))
    }
    if lists.count > mostSenders { lines.append("…") }
    let communes = consolidation.cpts.reduce(0) { $0 + $1.communes.count }
    lines.append(
      line(
        Wording(fr: "ensemble", en: "together")[language],
        [consolidation.cpts.count, communes, consolidation.people].map(NumberText.whole)))
    return lines
  }

  private static func decisions(_ consolidation: Consolidation, _ language: Language) -> [String] {
    let all = consolidation.arbitrations
    var lines: [String] = []
    if consolidation.sameCount > 0 {
      lines.append(
        Wording(
          fr: NumberText.count(
            consolidation.sameCount, "déclaration dit la même chose",
            "déclarations disent la même chose")
            + " qu’une autre : une seule est gardée",
          en: NumberText.count(
            consolidation.sameCount, "declaration says", "declarations say", .english)
            + " what another one says: one is kept")[language])
    }
    guard !all.isEmpty else {
      return lines + [Wording(fr: "Rien à trancher", en: "Nothing to decide")[language]]
    }
    lines.append(
      Wording(
        fr:
          "\(NumberText.count(all.count, "arbitrage", "arbitrages")) (arbitrages.csv ; remplissez "
          + "sa colonne « decision », puis --decisions)",
        en: "\(NumberText.count(all.count, "arbitration", "arbitrations", .english)) "
          + "(arbitrages.csv; fill in its column “decision”, then --decisions)")[language])
    for nature in Arbitration.Nature.allCases {
      let count = all.count { $0.nature == nature }
      guard count > 0 else { continue }
      lines.append("  " + padded(nature.rawValue, 22) + leftPadded(NumberText.whole(count), 6))
    }
    let open = all.count { $0.rule == .none && $0.nature == .declaredTwice }
    if open > 0 {
      lines.append(
        Wording(
          fr:
            "  dont \(NumberText.count(open, "différence", "différences")) qu’aucune règle ne tranche : "
            + "le premier expéditeur par ordre alphabétique est retenu",
          en: "  \(NumberText.count(open, "difference", "differences", .english)) that no rule "
            + "decides: the first sender by name is kept")[language])
    }
    return lines
  }

  private static func changes(_ consolidation: Consolidation, _ language: Language) -> [String] {
    guard let changes = consolidation.changes else { return [] }
    let alarms = consolidation.anomalies.filter {
      [.senderShrunk, .senderMissing].contains($0.rule)
    }
    return [
      Wording(
        fr: NumberText.count(changes.count, "changement", "changements")
          + " depuis la dernière fois (changements.csv)",
        en: NumberText.count(changes.count, "change", "changes", .english)
          + " since the last time (changements.csv)")[language]
    ] + alarms.prefix(mostAlarms).map { "  ! \($0.object) : \($0.finding[language])" }
      + (alarms.count > mostAlarms ? ["  …"] : [])
  }
}
