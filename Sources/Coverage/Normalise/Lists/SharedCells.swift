/// Cells that name several CPTS in the place of one: `Val / Mont`, where the lists have « Val » and « Mont »
/// elsewhere. A name may hold commas and “et” of its own: nothing is told of parts that no list has.
struct SharedCells {
  /// For each text that names several CPTS, these.
  private(set) var owners: [CPTSID: [CPTSID]] = [:]
  private(set) var anomalies: [Anomaly] = []
  let origins: [CPTSID: (file: String, line: Int)]
  /// CPTS by what the spellings of their identifiers and names share.
  private var known: [String: Set<CPTSID>] = [:]

  /// Signs between CPTS, the surest first: a line break, `;` and ` / ` are in no name.
  private enum Sign: CaseIterable {
    case sure, comma, slash, word, mixed, dash

    func parts(_ text: String) -> [String] {
      switch self {
      case .sure: PlaceText.parts(text.replacing(" / ", with: "\n"), rank: 0)
      case .comma: PlaceText.parts(text, rank: 1)
      case .slash: PlaceText.parts(text, rank: 2)
      case .word: PlaceText.parts(text, rank: 3)
      // `Val, Mont et Lac`.
      case .mixed:
        (1...3).reduce([text]) { parts, rank in
          parts.flatMap { PlaceText.parts($0, rank: rank) }
        }
      case .dash: PlaceText.parts(text, rank: 4)
      }
    }
  }

  private static let longestText = 400

  /// - Complexity: O(letters of all identifiers and names).
  /// - Throws: `InputFault` where a text is the name of one CPTS, or those of several, as well.
  init(_ lists: CPTSFiles) throws(InputFault) {
    origins = lists.origins
    let ids = lists.cpts.keys.filter { !lists.isProposal($0) }.sorted()
    let suspects = ids.filter { id in
      id.text.utf8.count <= Self.longestText && Self.mayBeDivided(id.text)
        && NearIdentifiers.number(id.text) == nil
    }
    guard !suspects.isEmpty else { return }
    for id in ids {
      for text in [id.text, lists.cpts[id]?.name ?? ""] where !text.isEmpty {
        known[SimilarNames.key(text), default: []].insert(id)
      }
    }
    for id in suspects { try see(id) }
    owners = owners.mapValues { parts in
      Set(parts.flatMap { owners[$0] ?? [$0] }).sorted()
    }
  }

  /// Asked of every identifier: most are one word, or words without a sign.
  private static func mayBeDivided(_ text: String) -> Bool {
    text.utf8.contains { ",;/+&|\n\r\t\\([%".utf8.contains($0) || $0 >= 0x80 }
      || text.split(separator: " ").contains { ["et", "and", "ou", "-"].contains($0) }
  }

  private mutating func see(_ id: CPTSID) throws(InputFault) {
    var doubtful: [CPTSID]?
    for sign in Sign.allCases {
      let parts = sign.parts(id.text)
      guard parts.count > 1 else { continue }
      let found = parts.map { cpts(named: $0, but: id) }
      let all = found.compactMap { $0 }
      if all.count == parts.count, Set(all).count > 1 {
        switch sign {
        case .sure:
          owners[id] = all
          anomalies.append(anomaly(id, .divided(all)))
        case .comma, .slash, .word, .mixed: throw doubt(id, all)
        case .dash: anomalies.append(anomaly(id, .doubtful(all)))
        }
        return
      }
      if !all.isEmpty, sign != .dash || all.count > 1 {
        doubtful = doubtful ?? all
      } else if Self.lookLikeSeveral(parts) {
        doubtful = doubtful ?? []
      }
    }
    if doubtful == nil {
      let all = Set(Self.looseParts(id.text).compactMap { cpts(named: $0, but: id) }).sorted()
      if all.count > 1 { doubtful = all }
    }
    if let doubtful { anomalies.append(anomaly(id, .doubtful(doubtful))) }
  }

  /// Words that say how a commune is shared, or what a CPTS was.
  private static let ofShares: Set<String> = [
    "ex", "puis", "et", "ou", "partiellement", "partie", "principalement", "majoritairement",
    "moitie", "pour",
  ]

  private static let looseSigns: Set<Character> = Set("\\/()[],;+&|<>")

  /// What stands between brackets, “ou”, signs of any kind, and shares: `Val (et Mont)`, `Val 60 % / Mont 40 %`.
  private static func looseParts(_ text: String) -> [String] {
    let words = text.split { $0.isWhitespace || looseSigns.contains($0) }
    var (parts, part): ([String], [Substring]) = ([], [])
    for (place, word) in words.enumerated() {
      let before = place == 0 ? "" : text[words[place - 1].endIndex..<word.startIndex]
      let isEnd = before.contains { $0.isNewline || looseSigns.contains($0) }
      let isOfShares = ofShares.contains(folded(word))
      if isEnd || isOfShares {
        parts.append(part.joined(separator: " "))
        part = []
      }
      let isShare = word.contains("%") || word.allSatisfy { $0.isNumber }
      if !isOfShares, !isShare { part.append(word) }
    }
    return (parts + [part.joined(separator: " ")]).filter { !$0.isEmpty }
  }

  /// The only other CPTS that a text names; nil for none, and where it may be several.
  private func cpts(named text: String, but id: CPTSID) -> CPTSID? {
    let exact = CPTSID(text)
    let found = (known[SimilarNames.key(text)] ?? []).subtracting([id])
    if found.contains(exact) { return exact }
    return found.count == 1 ? found.first : nil
  }

  /// `CPTS Val, CPTS Mont`; numbers of several signs each.
  private static func lookLikeSeveral(_ parts: [String]) -> Bool {
    parts.allSatisfy { folded($0).hasPrefix("cpts_") }
      || parts.allSatisfy { $0.utf8.count > 3 && $0.utf8.allSatisfy(isDigit) }
  }
}

extension CPTSFiles {
  /// Gives rows whose cell names several CPTS to each of them.
  ///
  /// - Returns: what is told of it.
  /// - Complexity: O(rows) where there is such a cell, else O(CPTS).
  /// - Throws: where it is not sure, or what the row says of a CPTS contradicts another.
  mutating func settleSharedCells() throws(InputFault) -> [Anomaly] {
    let cells = try SharedCells(self)
    guard !cells.owners.isEmpty else { return cells.anomalies }
    for layer in layers {
      if let row = layer.rows.first(where: { cells.owners[$0.cpts] != nil }) {
        throw cells.drawn(row.cpts, layer.path, row.line)
      }
    }
    memberships = memberships.flatMap { row in
      (cells.owners[row.cpts] ?? [row.cpts]).map { owner in
        var row = row
        row.cpts = owner
        return row
      }
    }
    groups = groups.map { $0.shared(cells.owners) }
    for (id, owners) in cells.owners.sorted(by: { $0.key < $1.key }) {
      do throws(InputFault) {
        try records.share(id, among: owners)
      } catch {
        throw InputFault(
          path: error.path, line: error.line, problem: error.problem,
          cure: Wording(
            fr: "laissez ce champ vide dans cette ligne, ou donnez une ligne à chaque CPTS",
            en: "leave that field empty in this row, or give each CPTS a row"))
      }
    }
    return cells.anomalies
  }
}
