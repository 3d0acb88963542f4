/// Which anomalies concern a study of some areas: not those of units elsewhere, nor of CPTS that are
/// elsewhere as a whole. What is an error, or a row set aside, is told wherever it is.
struct AreaAnomalies {
  /// Codes of units that neither the study nor a CPTS of it has.
  private var unitsElsewhere: Set<String> = []
  private var cptsElsewhere: Set<String> = []

  /// - Complexity: O(units + parts of all CPTS).
  init(_ territories: Territories, _ units: StudyUnits) {
    guard !units.area.isWhole else { return }
    let areStudied = territories.areStudied(units.area)
    let isOfStudy = territories.coverings.mapped { $0.contains { areStudied[$0] } }
    var isNear = Column<Unit, Bool>(count: units.units.count) { units.area.contains($0) }
    for part in territories.parts where isOfStudy[part.covering] { isNear[part.unit] = true }
    for (unit, isNear) in isNear.pairs where !isNear {
      unitsElsewhere.insert(units[unit].code.text)
    }
    for part in units.delegated.values where !isNear[part.unit] {
      unitsElsewhere.insert(part.code.text)
    }
    for (cpts, isStudied) in zip(territories.cpts, areStudied) where !isStudied {
      cptsElsewhere.insert(cpts.id.text)
    }
  }

  func concerns(_ anomaly: Anomaly) -> Bool {
    if anomaly.severity == .error { return true }
    switch anomaly.rule {
    case .unitWithoutGeometry, .unitWithoutPopulation, .fractionalPopulation, .damagedGeometry,
      .unmatchedBorder, .gapBetweenUnits, .doubtfulCut, .verificationDifference, .fewCells,
      .probableHomonym, .populationConverted, .delegatedCommune:
      return !unitsElsewhere.contains(anomaly.object)
    case .stageByDefault, .stageAgainstDates, .datesOutOfOrder, .similarNames, .nearIdentifiers,
      .duplicatePair, .unreadableHeadcount, .inconsistentHeadcounts, .drawingRepaired,
      .drawingBeyondUnits, .nameForCode, .pairNotInForce:
      return !cptsElsewhere.contains(anomaly.object)
    default: return true
    }
  }
}
