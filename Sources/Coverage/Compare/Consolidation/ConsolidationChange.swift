/// What changed of one CPTS since the last consolidation: a line of `changements.csv`.
struct ConsolidationChange: Sendable, Equatable {
  /// The kinds, in the order of the file. The raw value is the word in it.
  enum Nature: String, Sendable, CaseIterable {
    case new = "cpts_nouvelle"
    case gone = "cpts_retiree"
    case stage = "stade"
    case dates = "dates"
    case name = "nom"
    case communes = "communes"
  }

  let sender: String
  let nature: Nature
  let id: String
  let name: String
  let before: [String]
  let after: [String]
}

extension LastConsolidation {
  /// - Returns: by sender, CPTS and kind.
  /// - Complexity: O(CPTS + communes).
  func changes(_ now: [ConsolidatedCPTS], _ lists: [SenderList]) -> [ConsolidationChange] {
    let senders = lists.map(\.sender)
    let former = formerNames(lists)
    let today = Dictionary(former.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var result: [ConsolidationChange] = []
    var met: Set<String> = []
    for cpts in now {
      let after = ConsolidatedTexts(cpts, senders)
      let id = ExportedText.plain(cpts.id.text)
      met.insert(id)
      result += Self.changes(id, from: self.cpts[id], to: after)
    }
    for (id, before) in self.cpts where !met.contains(id) {
      result.append(
        ConsolidationChange(
          sender: today[before.sender] ?? before.sender, nature: .gone, id: id, name: before.name,
          before: [before.stage], after: []))
    }
    return result.sorted {
      ($0.sender, $0.id, $0.nature.rank) < ($1.sender, $1.id, $1.nature.rank)
    }
  }

  private static func changes(
    _ id: String, from before: ConsolidatedTexts?, to after: ConsolidatedTexts
  ) -> [ConsolidationChange] {
    func change(
      _ nature: ConsolidationChange.Nature, _ before: [String], _ after: [String], _ name: String
    ) -> ConsolidationChange {
      ConsolidationChange(
        sender: sender, nature: nature, id: id, name: name,
        before: before, after: after)
    }
    let sender = after.sender
    guard let before else { return [change(.new, [], [after.stage], after.name)] }
    var result: [ConsolidationChange] = []
    if before.stage != after.stage {
      result.append(change(.stage, [before.stage], [after.stage], after.name))
    }
    if before.dates != after.dates {
      result.append(change(.dates, [before.allDates], [after.allDates], after.name))
    }
    if before.name != after.name {
      result.append(change(.name, [before.name], [after.name], after.name))
    }
    if before.communes != after.communes {
      result.append(
        change(
          .communes, before.communes.subtracting(after.communes).sorted(),
          after.communes.subtracting(before.communes).sorted(), after.name))
    }
    return result
  }
}

extension ConsolidationChange.Nature {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
