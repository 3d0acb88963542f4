/// Files of CPTS of which none has a territory: what they say would cover nobody, whatever was meant.
struct ListsWithoutTerritory {
  private let lists: CPTSFiles
  private let withTerritory: Set<CPTSID>
  private let memberships: [Membership]
  private let units: StudyUnits

  /// - Parameter memberships: rows of lists with their codes as the units have them.
  /// - Complexity: O(rows + parts of all CPTS).
  init(
    _ lists: CPTSFiles, _ territories: Territories, _ memberships: [Membership], _ units: StudyUnits
  ) {
    self.lists = lists
    self.memberships = memberships
    self.units = units
    var has = Column<DatedCPTS, Bool>(repeating: false, count: territories.cpts.count)
    for covering in territories.coverings {
      for cpts in covering { has[cpts] = true }
    }
    withTerritory = Set(has.indices.filter { has[$0] }.map { territories[$0].id })
  }

  /// - Throws: `InputFault` for the first such file, with why and how to go on.
  func refuse() throws(InputFault) {
    for (file, named) in lists.records.named.sorted(by: { $0.key < $1.key })
    where !named.isEmpty && named.isDisjoint(with: withTerritory) {
      throw fault(file, named)
    }
  }

  private func fault(_ file: String, _ named: Set<CPTSID>) -> InputFault {
    let ids = ShownName.list(named.sorted().map { "« \($0) »" }, most: 3)
    let (reason, cure) = why(file, named)
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

  private func why(_ file: String, _ named: Set<CPTSID>) -> (reason: Wording, cure: Wording) {
    let own = memberships.filter { $0.file == file }
    if let first = own.first {
      return (
        Wording(
          fr:
            "aucun de leurs codes n’est parmi les unités (« \(ShownName.shortened(first.code.text)) »…)",
          en: "none of their codes is among the units (“\(ShownName.shortened(first.code.text))”…)"),
        Wording(
          fr:
            "vérifiez que --units est de la même région, et donnez --cog pour des codes d’une autre "
            + "année",
          en: "check that --units is of the same region, and give --cog for codes of another year")
      )
    }
    if lists.layers.contains(where: { $0.path == file && !$0.rows.isEmpty }) {
      return (
        Wording(fr: "leurs dessins ne touchent aucune unité", en: "their drawings touch no unit"),
        Wording(
          fr: "vérifiez leur système de référence, et que --units est de la même région",
          en: "check their reference system, and that --units is of the same region")
      )
    }
    return withoutPlaces(file)
  }

  /// A file that names no commune: one of its columns may do so under a name that nobody knows.
  private func withoutPlaces(_ file: String) -> (reason: Wording, cure: Wording) {
    let meant = lists.settledColumns(in: units).meant.first {
      $0.column.file == file && $0.givesTerritory
    }
    let columns = lists.unusedColumns.filter { $0.file == file }.map { "« \($0.name) »" }
    let list = ShownName.list(columns, most: 8)
    let reason = Wording(
      fr: "il ne dit pas leurs communes"
        + (columns.isEmpty ? "" : " (colonnes non utilisées : \(list))"),
      en: "it does not say their communes"
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
