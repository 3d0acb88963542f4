extension CPTSFiles {
  /// The CPTS on one day, sorted by id, with what is odd in their dates.
  ///
  /// - Throws: when a CPTS has neither stage nor date and no default is given.
  func dated(
    at day: CivilDate, defaultStage: Stage?
  ) throws(InputFault) -> (cpts: [DatedCPTS], anomalies: [Anomaly]) {
    var result: [DatedCPTS] = []
    var anomalies: [Anomaly] = []
    var undated: [CPTSID] = []
    for (id, record) in cpts.sorted(by: { $0.key < $1.key }) {
      let origin = origins[id] ?? ("", 0)
      let stage = record.stage(at: day)
      if stage == nil { undated.append(id) }
      anomalies += Self.oddities(of: record, stage, at: day, origin)
      anomalies += record.inconsistentHeadcounts(origin)
      result.append(
        DatedCPTS(
          id: id, name: record.name.isEmpty ? id.text : record.name,
          stage: stage ?? defaultStage ?? .none, file: origin.file, line: origin.line,
          record: record.completed(by: defaultStage)))
    }
    guard undated.isEmpty || defaultStage != nil else { throw withoutStage(undated) }
    for id in undated {
      anomalies.append(
        Anomaly(
          .information, .stageByDefault, file: origins[id]?.file ?? "", line: origins[id]?.line,
          object: id.text,
          finding: Wording(fr: "ni stade ni date", en: "neither stage nor date"),
          treatment: Wording(
            fr: "stade \(defaultStage?.key ?? "")", en: "stage \(defaultStage?.key ?? "")")))
    }
    anomalies += stagesToCome(after: day) + datedStages.compactMap { $0.anomaly(at: day) }
    return (result, anomalies)
  }

  private static func oddities(
    of record: CPTS, _ stage: Stage?, at day: CivilDate,
    _ origin: (file: String, line: Int)
  ) -> [Anomaly] {
    var anomalies: [Anomaly] = []
    let inOrder = record.stageDates.sorted { $0.key < $1.key }
    for (earlier, later) in zip(inOrder, inOrder.dropFirst()) where later.value < earlier.value {
      anomalies.append(
        Anomaly(
          .warning, .datesOutOfOrder, file: origin.file, line: origin.line, object: record.id.text,
          finding: Wording(
            fr: "\(later.key.key) le \(later.value), avant \(earlier.key.key) le \(earlier.value)",
            en: "\(later.key.key) on \(later.value), before \(earlier.key.key) on \(earlier.value)"),
          treatment: Wording(
            fr: "le stade le plus élevé atteint est retenu", en: "the highest stage reached counts")
        ))
    }
    if let end = record.endDate, let last = inOrder.max(by: { $0.value < $1.value }),
      end < last.value
    {
      anomalies.append(
        Anomaly(
          .warning, .datesOutOfOrder, file: origin.file, line: origin.line, object: record.id.text,
          finding: Wording(
            fr: "fin le \(end), avant \(last.key.key) le \(last.value)",
            en: "end on \(end), before \(last.key.key) on \(last.value)"),
          treatment: Wording(
            fr: "la CPTS n’existe plus à partir du \(end)",
            en: "the CPTS no longer exists from \(end) on")))
    }
    if let given = record.givenStage, let stage, !record.stageDates.isEmpty, given != stage {
      anomalies.append(
        Anomaly(
          .warning, .stageAgainstDates, file: origin.file, line: origin.line,
          object: record.id.text,
          finding: Wording(
            fr: "stade donné \(given.key), mais \(stage.key) au \(day) selon les dates",
            en: "stage given \(given.key), but \(stage.key) on \(day) by the dates"),
          treatment: Wording(fr: "les dates sont retenues", en: "the dates are used")))
    }
    return anomalies
  }
}
