// A CPTS that two senders declare, and do not say the same of.

extension Arbitration {
  /// A CPTS of which senders say a field differently.
  ///
  /// - Parameters:
  ///   - telling: the declarations that say it.
  ///   - others: choices beside them.
  ///   - instead: what is kept in the place of a declaration.
  init(
    _ field: DeclaredField, _ telling: [Declaration], _ kept: Declaration, _ rule: Rule,
    key: String, people: Int, _ senders: [Sender], _ units: StudyUnits, others: [Choice] = [],
    instead: Choice? = nil
  ) {
    func place(_ declaration: Declaration) -> SourcePlace {
      field == .territory
        ? declaration.communes.first?.place ?? declaration.place : declaration.place
    }
    func said(_ language: Language) -> String {
      telling.map { "\(field.text($0, language)) (\(place($0).text))" }.joined(separator: ", ")
    }
    let differing = field == .territory ? DifferingUnits(telling, units) : nil
    let ids = Set(telling.map(\.id.text)).subtracting([key]).sorted()
    let title = kept.title
    self.init(
      .declaredTwice, [key] + ids, kind: field.rawValue,
      choices: telling.map { Choice($0, at: place($0), senders) } + others,
      kept: instead ?? Choice(kept, at: place(kept), senders), rule,
      people: differing?.people ?? people,
      communes: differing?.codes ?? [],
      finding: Wording(
        fr: "« \(title) », \(field.title.french) : \(said(.french))",
        en: "“\(title)”, \(field.title.english): \(said(.english))"))
  }
}

/// Units of which declarations of one CPTS do not have the same.
private struct DifferingUnits {
  let people: Int
  let codes: [String]

  init(_ members: [Declaration], _ units: StudyUnits) {
    let all = Set(members.flatMap { $0.extent.keys })
    let differing = all.filter { unit in
      let parts = members.map { $0.extent[unit] }
      return parts.contains { part in
        part?.people != parts[0]?.people || abs((part?.area ?? 0) - (parts[0]?.area ?? 0)) >= 1e-9
      }
    }.sorted()
    codes = differing.map { units[$0].code.text }
    people = differing.reduce(0) { sum, unit in
      sum + (members.compactMap { $0.extent[unit]?.people }.max() ?? 0)
    }
  }
}
