/// Years in which a CPTS may have come to a stage: the law of 26 January 2016 made them, from what there was
/// before. No date is planned beyond the century.
enum CPTSYears {
  static let possible = 2000...2099
}

extension Anomaly {
  static func unusedDates(
    _ column: String, _ count: Int, file: String, line: Int, example: String
  ) -> Anomaly {
    let shown = ShownName.shortened(example, to: 40)
    return Anomaly(
      .warning, .columnNotUsed, file: file, line: line, object: column,
      finding: Wording(
        fr:
          "\(count.inFrench("date", "dates")) (« \(shown) ») dans une colonne dont le nom n’est pas reconnu",
        en:
          "\(count.inEnglish("date", "dates")) (“\(shown)”) in a column whose name is not recognised"
      ),
      treatment: Wording(
        fr:
          "colonne non utilisée ; si elle doit servir : --map-column date_aci=\(column) (ou date_fin, "
          + "date_lettre_intention…)",
        en: "the column is not used; if it is meant: --map-column date_aci=\(column) (or date_fin, "
          + "date_lettre_intention…)"))
  }
}
