/// The files of the last consolidation, to say what changed since.
struct LastConsolidation: Sendable {
  static let files = ["cpts.csv", "perimetres.csv", "expediteurs.csv"]

  /// What a sender had.
  struct Counts: Sendable {
    let cpts: Int
    let communes: Int
    let line: Int
  }

  let cpts: [String: ConsolidatedTexts]
  /// By sender.
  let counts: [String: Counts]
  let path: String
  let ledgers: [InputLedger]

  /// - Parameter files: the three, in their order, pinned.
  /// - Throws: where one is none of a consolidation.
  init(_ files: ArraySlice<InputPath>) throws(InputFault) {
    var tables: [DelimitedText] = []
    for file in files { tables.append(try DelimitedText.read(file)) }
    let ids = try Self.columns(["cpts_id", SourceColumns.sender], of: tables[0])
    let pairs = try Self.columns(["cpts_id", "code_commune"], of: tables[1])
    let own = try Self.columns([SourceColumns.sender, "cpts", "communes"], of: tables[2])
    let share = tables[1].header.firstIndex(of: FieldRole.share.rawValue)
    let days = [FieldRole.pairStart, .endDate].map { role in
      tables[1].header.firstIndex(of: role.rawValue)
    }
    func text(_ table: Int, _ row: Int, _ column: Int) -> String {
      ExportedText.plain(tables[table].text(row: row, column: column))
    }
    var communes: [String: Set<String>] = [:]
    for row in 0..<tables[1].rowCount {
      let part = share.flatMap { ShareColumn.part(text(1, row, $0)) }
      let dates = days.map { $0.flatMap { CivilDate(text(1, row, $0)) } }
      communes[text(1, row, pairs[0]), default: []].insert(
        ConsolidatedTexts.commune(
          text(1, row, pairs[1]), part == 1 ? nil : part, DateSpan(start: dates[0], end: dates[1])))
    }
    var cpts: [String: ConsolidatedTexts] = [:]
    for row in 0..<tables[0].rowCount {
      let id = text(0, row, ids[0])
      var texts: [String: String] = [:]
      for (column, name) in tables[0].header.enumerated() where texts[name] == nil {
        texts[name] = text(0, row, column)
      }
      cpts[id] = ConsolidatedTexts(row: texts, communes: communes[id] ?? [])
    }
    var counts: [String: Counts] = [:]
    for row in 0..<tables[2].rowCount {
      counts[text(2, row, own[0])] = Counts(
        cpts: Int(text(2, row, own[1])) ?? 0, communes: Int(text(2, row, own[2])) ?? 0,
        line: tables[2].line(of: row))
    }
    (self.cpts, self.counts, path) = (cpts, counts, tables[2].path)
    ledgers = tables.map { InputLedger(of: $0, rowsRead: $0.rowCount) }
  }

  private static func columns(
    _ names: [String], of table: DelimitedText
  ) throws(InputFault) -> [Int] {
    var result: [Int] = []
    for name in names {
      guard let column = table.header.firstIndex(of: name) else {
        throw InputFault(
          path: table.path, line: 1,
          problem: Wording(
            fr: "--since : pas de colonne « \(name) »", en: "--since: no column “\(name)”"),
          cure: Wording(
            fr: "nommez le dossier de la dernière consolidation, tel que consolidate l’a écrit",
            en: "name the folder of the last consolidation, as consolidate wrote it"))
      }
      result.append(column)
    }
    return result
  }

  /// The name that each sender had the last time: its own, or that of a sender gone with most of whose CPTS it
  /// comes, as where files are named by their month.
  ///
  /// - Complexity: O(senders² + CPTS).
  func formerNames(_ lists: [SenderList]) -> [String: String] {
    let names = Set(lists.map(\.sender.plainName))
    var former: [String: String] = [:]
    for name in names where counts[name] != nil { former[name] = name }
    var ids: [String: Set<String>] = [:]
    for (id, texts) in cpts { ids[texts.sender, default: []].insert(id) }
    for gone in counts.keys.filter({ !names.contains($0) }).sorted() {
      let had = ids[gone] ?? []
      let best = lists.filter { former[$0.sender.plainName] == nil }
        .map { list in
          (
            list.sender.plainName,
            list.declarations.count { had.contains(ExportedText.plain($0.id.text)) }
          )
        }
        .max { ($0.1, $1.0) < ($1.1, $0.0) }
      if let best, best.1 * 2 > had.count { former[best.0] = gone }
    }
    return former
  }
}

extension Sender {
  /// The name as it is read again.
  var plainName: String { ExportedText.plain(name) }
}
