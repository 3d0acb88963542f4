extension PlanRow {
  /// What the row asks for.
  ///
  /// - Throws: why it cannot be, whatever the study.
  func asked() throws(PlanObstacle) -> (action: PlanAction, stage: Stage?, end: CivilDate?) {
    guard let action = PlanAction(rawValue: folded(self.action)) else {
      throw PlanObstacle(.unknownAction(self.action))
    }
    guard !cpts.isEmpty else { throw PlanObstacle(.noPlannedCPTS) }
    let stage = try plannedStage()
    if !action.needsPlace, !zone.isEmpty || !commune.isEmpty {
      throw PlanObstacle(.placeNotExpected)
    }
    if action != .temporaryExtending, !mentored.isEmpty || !mentoringEnd.isEmpty {
      throw PlanObstacle(.mentoringNotExpected)
    }
    guard folded(mentored) != folded(cpts) || mentored.isEmpty else {
      throw PlanObstacle(.ownMentor)
    }
    return (action, stage, try plannedEnd())
  }

  private func plannedEnd() throws(PlanObstacle) -> CivilDate? {
    switch WrittenDate(mentoringEnd).reading {
    case .day(let day), .interpreted(let day, .lastDay), .interpreted(let day, .serial): return day
    case .absent: return nil
    default: throw PlanObstacle(.unreadableEnd(mentoringEnd))
    }
  }

  private func plannedStage() throws(PlanObstacle) -> Stage? {
    guard !stage.isEmpty else { return nil }
    if let stage = Stage(spelling: stage) { return stage }
    throw PlanObstacle(.unknownPlannedStage(stage))
  }
}

extension Anomaly {
  /// A row of a plan that cannot be.
  static func setAside(_ row: PlanRow, _ reason: Wording, path: String) -> Anomaly {
    Anomaly(
      .error, .actionSetAside, file: path, line: row.line, object: row.cpts, finding: reason,
      treatment: .rowSetAside)
  }
}
