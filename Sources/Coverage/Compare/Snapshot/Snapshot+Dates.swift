extension Snapshot.PairDate {
  /// Dates of pairs as a summary has them; what is no date is not used.
  static func all(_ rows: [[String: String]]) -> [Self] {
    let dates = rows.flatMap { row in
      let codes = (row["communes"] ?? "").split(separator: "|")
      return codes.map { code in
        Self(
          cpts: CPTSID(row["cpts"] ?? ""), commune: UnitCode(String(code)),
          start: row["debut"].flatMap { CivilDate($0) }, end: row["fin"].flatMap { CivilDate($0) })
      }
    }
    return dates.sorted { ($0.cpts, $0.commune) < ($1.cpts, $1.commune) }
  }
}
