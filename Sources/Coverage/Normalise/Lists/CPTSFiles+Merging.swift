extension CPTSFiles {
  /// CPTS whose names are probably two spellings of one, and that lie in one department at least.
  ///
  /// - Parameter listed: rows with their codes as the units have them.
  /// - Complexity: O(rows + CPTS).
  func similar(_ listed: [Membership], in units: StudyUnits) -> [(CPTSID, CPTSID)] {
    // Nobody takes a proposal for a CPTS that is there.
    let ids = cpts.keys.filter { !isProposal($0) }.sorted()
    let names = ids.map { id in cpts[id].map { $0.name.isEmpty ? id.text : $0.name } ?? id.text }
    let pairs = SimilarNames.pairs(names)
    guard !pairs.isEmpty else { return [] }
    var departments: [CPTSID: Set<String>] = [:]
    for row in listed {
      guard let department = units.department(of: row.code) else { continue }
      departments[row.cpts, default: []].insert(department)
    }
    return pairs.map { (ids[$0.0], ids[$0.1]) }.filter { first, second in
      // A CPTS without a list may lie anywhere.
      guard let left = departments[first], let right = departments[second] else { return true }
      return !left.isDisjoint(with: right)
    }
  }

  /// Puts CPTS together under one identifier, but for the rows of lists, which are settled apart.
  ///
  /// - Parameter kept: for each CPTS that gives up its identifier, the one that stays.
  /// - Throws: `InputFault` where they have different stages or dates, with both places.
  mutating func merge(into kept: [CPTSID: CPTSID]) throws(InputFault) {
    for (id, other) in kept.sorted(by: { $0.key < $1.key }) {
      try records.merge(id, into: other)
    }
    layers = layers.map { layer in
      DrawnLayer(
        path: layer.path, reference: layer.reference, polygons: layer.polygons,
        rows: layer.rows.map {
          DrawnLayer.Row(cpts: kept[$0.cpts] ?? $0.cpts, span: $0.span, line: $0.line)
        })
    }
  }

  /// The identifier that each CPTS of similar name gives up, and for which: that with most rows stays.
  ///
  /// - Parameter decisions: what the user decided, which comes first.
  /// - Throws: `InputFault` where a decision names no CPTS.
  func keptIdentifiers(
    _ similar: [(CPTSID, CPTSID)], _ decisions: Decisions
  ) throws(InputFault) -> [CPTSID: CPTSID] {
    var kept = keptBySimilarity(
      similar.filter { decisions.cpts[$0.0] == nil && decisions.cpts[$0.1] == nil })
    for (id, choice) in decisions.cpts.sorted(by: { $0.key < $1.key }) {
      for name in [id, choice.name] where cpts[name] == nil {
        throw decisions.fault(
          choice.line, Wording(fr: "aucune CPTS « \(name) »", en: "no CPTS “\(name)”"))
      }
      kept[id] = kept[choice.name] ?? choice.name
    }
    return kept
  }

  private func keptBySimilarity(_ similar: [(CPTSID, CPTSID)]) -> [CPTSID: CPTSID] {
    let ids = Set(similar.flatMap { [$0.0, $0.1] }).sorted()
    let place = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Index<CPTSID>($0)) })
    var groups = UnionFind<CPTSID>(count: ids.count)
    for (first, second) in similar {
      if let first = place[first], let second = place[second] { groups.unite(first, second) }
    }
    var rows: [CPTSID: Int] = [:]
    for membership in memberships { rows[membership.cpts, default: 0] += 1 }
    var kept: [CPTSID: CPTSID] = [:]
    let roots = groups.roots()
    for members in Dictionary(grouping: ids, by: { place[$0].map { roots[$0] } }).values {
      guard let first = members.min(by: { (rows[$1] ?? 0, $0) < (rows[$0] ?? 0, $1) }) else {
        continue
      }
      for member in members where member != first { kept[member] = first }
    }
    return kept
  }

  /// What a reader must know of CPTS with similar names.
  func anomalies(
    ofSimilar similar: [(CPTSID, CPTSID)], _ listed: [Membership], kept: [CPTSID: CPTSID]
  ) -> [Anomaly] {
    guard !similar.isEmpty else { return [] }
    let named = Set(similar.flatMap { [$0.0, $0.1] })
    var codes: [CPTSID: Set<String>] = [:]
    for row in listed where named.contains(row.cpts) {
      codes[row.cpts, default: []].insert(row.code.text)
    }
    func described(_ id: CPTSID) -> Wording {
      let name = cpts[id].map { $0.name.isEmpty ? id.text : $0.name } ?? id.text
      let own = (codes[id] ?? []).sorted()
      let shown = own.prefix(12).joined(separator: " ") + (own.count > 12 ? " …" : "")
      return Wording(
        fr: "« \(name) » (\(own.count) \(own.count > 1 ? "communes" : "commune") : \(shown))",
        en: "“\(name)” (\(own.count) \(own.count == 1 ? "commune" : "communes"): \(shown))")
    }
    return similar.map { first, second in
      let (left, right) = (described(first), described(second))
      let origin = origins[second] ?? origins[first] ?? ("", 0)
      let into = kept[first] ?? kept[second]
      return Anomaly(
        into == nil ? .warning : .information, .similarNames, file: origin.file, line: origin.line,
        object: second.text,
        finding: Wording(
          fr: "sans doute la même CPTS : \(left.french) et \(right.french)",
          en: "probably one CPTS: \(left.english) and \(right.english)"),
        treatment: into.map {
          Wording(fr: "réunies sous « \($0) »", en: "put together as “\($0)”")
        }
          ?? Wording(
            fr: "comptées comme deux ; --merge-similar les réunit",
            en: "counted as two; --merge-similar puts them together"))
    }
  }
}
