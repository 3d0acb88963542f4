extension Snapshot.PairDate {
  /// Dates of pairs, by CPTS and commune; a drawing names no commune.
  static func all(
    _ perimeters: [(cpts: CPTSID, communes: [UnitCode]?, start: CivilDate?, end: CivilDate?)]
  ) -> [Self] {
    let dates = perimeters.flatMap { cpts, communes, start, end in
      (communes.map { $0.map(Optional.some) } ?? [nil]).map {
        Self(cpts: cpts, commune: $0, start: start, end: end)
      }
    }
    func text(_ date: Self) -> String { date.commune?.text ?? "" }
    return dates.sorted { ($0.cpts, text($0)) < ($1.cpts, text($1)) }
  }

  /// The same as a summary has them; what is no date is not used.
  static func all(_ rows: [[String: String]]) -> [Self] {
    all(
      rows.map { row in
        (
          CPTSID(row["cpts"] ?? ""),
          row["communes"]?.split(separator: "|").map { UnitCode(String($0)) },
          row["debut"].flatMap { CivilDate($0) }, row["fin"].flatMap { CivilDate($0) }
        )
      })
  }
}
