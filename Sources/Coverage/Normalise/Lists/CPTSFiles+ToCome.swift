extension CPTSFiles {
  /// Stages with dates after the day of a study, which does not count them: a line for each file, as a study
  /// of a day of the past has many.
  ///
  /// - Complexity: O(CPTS).
  func stagesToCome(after day: CivilDate) -> [Anomaly] {
    let ids = cpts.keys.filter { id in
      cpts[id].map { ($0.stageDates.values.max() ?? day) > day } ?? false
    }
    return Dictionary(grouping: ids) { origins[$0]?.file ?? "" }.sorted { $0.key < $1.key }
      .map { file, ids in
        stagesToCome(file, ids.sorted { (line($0), $0) < (line($1), $1) }, after: day)
      }
  }

  private func line(_ id: CPTSID) -> Int { origins[id]?.line ?? 0 }

  private func stagesToCome(_ file: String, _ ids: [CPTSID], after day: CivilDate) -> Anomaly {
    // Those that nothing else gives a stage: they count as none.
    let lost = ids.filter { id in
      cpts[id].map { $0.endDate == nil && $0.stageDates.values.allSatisfy { $0 > day } } ?? false
    }
    let shown = lost.isEmpty ? ids : lost
    let first = shown.compactMap { next($0, after: day) }.min() ?? day
    let examples = shown.prefix(3).compactMap { id -> String? in
      guard let date = next(id, after: day),
        let stage = cpts[id]?.stageDates.first(where: { $0.value == date })?.key
      else { return nil }
      return "« \(ShownName.shortened(id.text)) » \(stage.key) \(date)"
    }.joined(separator: ", ")
    let more = shown.count > 3 ? "…" : ""
    return Anomaly(
      lost.isEmpty ? .information : .warning, .stageToCome, file: file, line: line(shown[0]),
      object: shown.count == 1 ? shown[0].text : "",
      finding: Wording(
        fr: "\(shown.count) CPTS "
          + (lost.isEmpty ? "d’un stade daté" : "dont tous les stades sont datés")
          + " d’après le jour de l’étude, \(day) : \(examples)\(more)",
        en: "\(shown.count) CPTS with "
          + (lost.isEmpty ? "a stage dated" : "all stages dated")
          + " after the day of the study, \(day): \(examples)\(more)"),
      treatment: Wording(
        fr: (lost.isEmpty ? "ce stade n’est pas encore compté" : "comptées au stade aucun")
          + " ; --at \(first) (ou plus tard) le compte",
        en: (lost.isEmpty ? "that stage does not count yet" : "counted at the stage aucun")
          + "; --at \(first) (or later) counts it"))
  }

  /// The first day after one on which a CPTS comes to a stage.
  private func next(_ id: CPTSID, after day: CivilDate) -> CivilDate? {
    cpts[id]?.stageDates.values.filter { $0 > day }.min()
  }
}
