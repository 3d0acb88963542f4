/// A column that nothing uses though its values look as if it were meant.
struct MeantColumn {
  let column: UnusedColumn
  /// What its values look like, and how to have it used.
  let finding, cure: Wording
  /// Whether it may say the communes of CPTS.
  let givesTerritory: Bool
  /// The value that shows it.
  let example: String

  /// Of a column of remarks, of which one may change what counts.
  init?(remarks column: UnusedColumn) {
    guard let remark = column.values.first(where: RemarkWords.maySayWhatCounts) else { return nil }
    self.column = column
    example = remark
    givesTerritory = false
    finding = Wording(
      fr: "une remarque qui peut changer ce qui compte", en: "a remark that may change what counts")
    cure = Wording(
      fr:
        "toutes les lignes comptent, quoi que disent les remarques : lisez-les, et ôtez du fichier les "
        + "lignes qui ne doivent pas compter",
      en:
        "all rows count, whatever the remarks say: read them, and take away from the file the rows that "
        + "are not meant to count")
  }

  init(_ column: UnusedColumn, _ finding: Wording, _ cure: Wording, example: String) {
    self.column = column
    self.example = example
    self.finding = finding
    self.cure = cure
    givesTerritory = false
  }

  init(_ column: UnusedColumn, _ content: ColumnContent) {
    self.column = column
    example = column.values.first ?? ""
    givesTerritory = content.givesTerritory && !ExclusionName.isSaid(by: column.name)
    (finding, cure) = content.words(column)
  }

  var anomaly: Anomaly {
    let shown = ShownName.shortened(example, to: 40)
    return Anomaly(
      .warning, .columnNotUsed, file: column.file, line: column.line, object: column.name,
      finding: Wording(
        fr: "\(finding.french) (« \(shown) »…) dans une colonne dont rien ne sert",
        en: "\(finding.english) (“\(shown)”…) in a column of which nothing is used"),
      treatment: Wording(
        fr: "colonne non utilisée ; \(cure.french)", en: "the column is not used; \(cure.english)"))
  }
}

extension CPTSFiles {
  /// Columns that nothing uses: those that look as if they were meant, and the others.
  ///
  /// - Complexity: O(columns × values), and the names of the units where there is a column.
  func settledColumns(in units: StudyUnits) -> (meant: [MeantColumn], others: [UnusedColumn]) {
    guard !unusedColumns.isEmpty else { return ([], []) }
    lazy var names = PlaceNames(units)
    let epci = Set(units.units.map(\.intercommunality)).subtracting([""])
    var (meant, others): ([MeantColumn], [UnusedColumn]) = ([], [])
    for column in unusedColumns {
      guard !column.isRival, !column.isPostal,
        let content = ColumnContent(
          column, units, epci, isName: { !names.codes(of: $0).isEmpty })
      else {
        let remarks = MeantColumn(kinds: column) ?? MeantColumn(remarks: column)
        if let remarks { meant.append(remarks) } else { others.append(column) }
        continue
      }
      if case .postalCodes = content, column.isBesideCodes {
        var listed = column
        listed.isPostal = true
        others.append(listed)
        continue
      }
      if column.isOfCommune(content, in: units) {
        others.append(column)
        continue
      }
      meant.append(MeantColumn(column, content))
    }
    return (meant, others)
  }

  /// A line for each column that nothing uses.
  ///
  /// - Parameters:
  ///   - told: what is told already.
  ///   - used: rows that groups of communes gave.
  func unusedColumns(
    in units: StudyUnits, butTold told: [Anomaly], used: [Membership]
  ) -> [Anomaly] {
    var known: Set<[String]> = []
    for row in used { known.insert([row.file, row.column]) }
    for anomaly in told where anomaly.rule == .columnNotUsed {
      known.insert([anomaly.file, anomaly.object])
    }
    let columns = settledColumns(in: units)
    return (columns.meant.map(\.anomaly) + columns.others.map(\.listed)).filter {
      !known.contains([$0.file, $0.object])
    }
  }
}
