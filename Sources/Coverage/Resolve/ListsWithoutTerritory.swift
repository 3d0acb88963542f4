/// Files of CPTS of which none has a territory: what they say would cover nobody, whatever was meant.
struct ListsWithoutTerritory {
  private let lists: CPTSFiles
  /// On the day of the study, or on another.
  private let withTerritory: Set<CPTSID>
  /// Those that are at no stage on the day of the study cover nobody, wherever they are.
  private let atNoStage: Set<CPTSID>
  /// Places of lists that the units do not know.
  private let unknown: [Anomaly]
  /// What else may be why, by rule: drawings outside of the units, rows without CPTS, sheets not read.
  private let others: [Anomaly.Rule: [Anomaly]]
  private let units: StudyUnits

  /// - Parameters:
  ///   - anomalies: what was found in the lists.
  ///   - later: CPTS with a territory on another day alone.
  /// - Complexity: O(parts of all CPTS + anomalies).
  init(
    _ lists: CPTSFiles, _ territories: Territories, _ units: StudyUnits, _ anomalies: [Anomaly],
    butLater later: Set<CPTSID> = []
  ) {
    self.lists = lists
    unknown = anomalies.filter {
      [.unknownCode, .unknownPlace, .doubtfulPlace].contains($0.rule)
    }
    others = Dictionary(
      grouping: anomalies.filter {
        [.drawingOutsideUnits, .incompleteRow, .partNotRead].contains($0.rule)
      }, by: \.rule)
    self.units = units
    var has = Column<DatedCPTS, Bool>(repeating: false, count: territories.cpts.count)
    for covering in territories.coverings {
      for cpts in covering { has[cpts] = true }
    }
    atNoStage = Set(territories.cpts.filter { $0.stage == .none }.map(\.id))
    withTerritory = Set(has.indices.filter { has[$0] }.map { territories[$0].id }).union(later)
  }

  /// - Throws: `InputFault` for the first such file, with why and how to go on.
  func refuse() throws(InputFault) {
    let proposed = Set(lists.proposals.map(\.file))
    for file in lists.ledgers.map(\.path) where !proposed.contains(file) {
      let ids = lists.records.named[file] ?? []
      if ids.isEmpty, let fault = withoutCPTS(file) { throw fault }
      let named = ids.subtracting(atNoStage)
      guard named.isEmpty || !named.isDisjoint(with: withTerritory) else {
        throw fault(file, named)
      }
    }
  }

  /// A file of which no row is used; nil where its rows say that no CPTS is there.
  private func withoutCPTS(_ file: String) -> InputFault? {
    let told = lists.anomalies.filter { $0.file == file }
    guard !told.contains(where: { $0.rule == .withoutCPTS }) else { return nil }
    let first = told.first { $0.severity == .error }
    return InputFault(
      path: file, line: first?.line,
      problem: Wording(
        fr: "aucune ligne de ce fichier n’est utilisable"
          + (first.map { " : \($0.finding.french)" } ?? ""),
        en: "no row of this file can be used" + (first.map { ": \($0.finding.english)" } ?? "")),
      cure: Wording(
        fr: "corrigez cette ligne et ses semblables, ou ôtez ce fichier de l’étude",
        en: "correct this line and those like it, or leave this file out of the study"))
  }

  private func fault(_ file: String, _ named: Set<CPTSID>) -> InputFault {
    let ids = ShownName.list(named.sorted().map { "« \($0) »" }, most: 3)
    let (reason, cure) = why(file)
    let count = named.count
    return InputFault(
      path: file,
      problem: Wording(
        fr: "\(count == 1 ? "la CPTS" : "aucune des \(count) CPTS") de ce fichier (\(ids)) "
          + "\(count == 1 ? "n’a pas" : "n’a") de territoire : \(reason.french)",
        en: "\(count == 1 ? "the CPTS" : "none of the \(count) CPTS") of this file (\(ids)) has "
          + "\(count == 1 ? "no" : "a") territory: \(reason.english)"),
      cure: cure)
  }

  private func why(_ file: String) -> (reason: Wording, cure: Wording) {
    if let first = unknown.first(where: { $0.file == file }) {
      return (
        Wording(
          fr: "aucun de leurs lieux n’est parmi les unités (\(first.finding.french))",
          en: "none of their places is among the units (\(first.finding.english))"),
        Wording(
          fr:
            "corrigez-les ; si ce sont des groupes de communes, donnez leur colonne par --attributes ; "
            + "si les codes sont d’une autre année, --cog ; si les unités sont d’ailleurs, --units",
          en:
            "correct them; if they are groups of communes, give their column by --attributes; if the "
            + "codes are of another year, --cog; if the units are of elsewhere, --units")
      )
    }
    if let swapped = others[.drawingOutsideUnits]?.first(where: {
      $0.file == file && DrawnLayer.saysWhy($0)
    }) {
      return (swapped.finding, swapped.treatment)
    }
    if lists.layers.contains(where: { $0.path == file && !$0.rows.isEmpty }) {
      return (
        Wording(fr: "leurs dessins ne touchent aucune unité", en: "their drawings touch no unit"),
        Wording(
          fr: "vérifiez leur système de référence, et que --units est de la même région",
          en: "check their reference system, and that --units is of the same region")
      )
    }
    let nameless = others[.incompleteRow]?.first { $0.file == file && $0.object.isEmpty }
    if let nameless, lists.memberships.allSatisfy({ $0.file != file }) {
      return (
        Wording(
          fr:
            "les lignes de communes ne nomment pas la leur (ligne \(nameless.line ?? 0)), comme en "
            + "cellules fusionnées",
          en:
            "the rows of communes do not name theirs (line \(nameless.line ?? 0)), as in merged cells"
        ),
        Wording(
          fr: "répétez le nom de la CPTS sur chaque ligne",
          en: "repeat the name of the CPTS on each row")
      )
    }
    return withoutPlaces(file)
  }

  /// A file that names no commune: one of its columns may do so under a name that nobody knows.
  private func withoutPlaces(_ file: String) -> (reason: Wording, cure: Wording) {
    let sheets = others[.partNotRead]?.first {
      $0.file == file && $0.severity == .warning
    }
    let meant = lists.settledColumns(in: units).meant.first {
      $0.column.file == file && $0.givesTerritory
    }
    let columns = lists.unusedColumns.filter { $0.file == file }.map { "« \($0.name) »" }
    let list = ShownName.list(columns, most: 8)
    let reason = Wording(
      fr: "il ne dit pas leurs communes\(sheets.map { " ; \($0.finding.french)" } ?? "")"
        + (columns.isEmpty ? "" : " (colonnes non utilisées : \(list))"),
      en: "it does not say their communes\(sheets.map { "; \($0.finding.english)" } ?? "")"
        + (columns.isEmpty ? "" : " (columns not used: \(list))"))
    if let meant {
      let name = ShownName.shortened(meant.column.name)
      return (
        reason,
        Wording(
          fr: "« \(name) » a l’air de tenir \(meant.finding.french) : \(meant.cure.french)",
          en: "“\(name)” seems to hold \(meant.finding.english): \(meant.cure.english)")
      )
    }
    if sheets != nil {
      let book = ShellWord.quoted(InputPath(file).file)
      let sheet = (
        french: ShellWord.part("FEUILLE", of: InputPath(file).file),
        english: ShellWord.part("SHEET", of: InputPath(file).file)
      )
      return (
        reason,
        Wording(
          fr:
            "si une autre feuille les dit, donnez-la aussi : --cpts \(book) --cpts \(sheet.french)",
          en: "if another sheet says them, give it too: --cpts \(book) --cpts \(sheet.english)")
      )
    }
    return (
      reason,
      Wording(
        fr:
          "nommez la colonne des communes (--map-column code=NOM), ou donnez aussi, par --cpts, la "
          + "liste de leurs communes ou leur carte, sous les mêmes identifiants",
        en: "name the column of communes (--map-column code=NAME), or give, by --cpts, the list of "
          + "their communes or their map too, under the same identifiers")
    )
  }
}
