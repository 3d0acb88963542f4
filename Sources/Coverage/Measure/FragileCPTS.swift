/// A CPTS that may end, what would be uncovered then, and who could support it.
struct FragileCPTS: Sendable {
  let cpts: Index<DatedCPTS>
  let reasons: [FragilityRule.Reason]
  let loss: CPTSLoss
  /// CPTS able to support it, the one with the longest common border first.
  let supports: [Index<DatedCPTS>]
}

/// The fragile CPTS of a study.
struct FragileFigures: Sendable {
  /// CPTS of the study of which something tells whether they are fragile.
  let judgedCount: Int
  /// By id.
  let fragile: [FragileCPTS]
}

/// Finds the fragile CPTS among those at `projet` or above.
struct FragileMeasure {
  private let territories: Territories
  private let mesh: Mesh
  private let figures: [CPTSFigures]
  private let finder: WhiteZoneFinder
  /// Inhabitants above which a CPTS is not coherent.
  private let largestPeople: Int
  /// Why each CPTS is fragile; nil where nothing tells.
  private let reasons: Column<DatedCPTS, [FragilityRule.Reason]?>

  /// - Returns: nil where the inputs speak of no fragile CPTS and no threshold is set.
  /// - Complexity: O(parts + edges), and around each fragile CPTS as `CPTSLossFinder.loss`.
  static func figures(
    _ finder: WhiteZoneFinder, _ zones: [WhiteZone], _ figures: [CPTSFigures],
    _ units: StudyUnits, _ rule: SliverRule, _ options: StudyOptions
  ) -> FragileFigures? {
    let measure = FragileMeasure(
      finder, figures, largestPeople: options.optionRules.range(options.rules.sizes).upperBound,
      options.fragility)
    let studied = measure.reasons.indices.filter { figures[Int($0)].isStudied }
    let judgedCount = studied.count { measure.reasons[$0] != nil }
    guard judgedCount > 0 || options.fragility != .none else { return nil }
    let fragile = studied.filter { measure.isFragile($0) }
    guard !fragile.isEmpty else { return FragileFigures(judgedCount: judgedCount, fragile: []) }
    var losses = CPTSLossFinder(finder, zones, units, rule)
    return FragileFigures(
      judgedCount: judgedCount,
      fragile: fragile.map { index in
        let loss = losses.loss(of: index)
        return FragileCPTS(
          cpts: index, reasons: measure.reasons[index] ?? [], loss: loss,
          supports: measure.supports(of: index, loss))
      })
  }

  init(
    _ finder: WhiteZoneFinder, _ figures: [CPTSFigures], largestPeople: Int,
    _ rule: FragilityRule
  ) {
    self.finder = finder
    self.figures = figures
    self.largestPeople = largestPeople
    territories = finder.ground.territories
    mesh = finder.ground.mesh
    reasons = Column(
      territories.cpts.map { $0.stage >= .project ? rule.reasons($0.record) : nil })
  }

  private func isFragile(_ cpts: Index<DatedCPTS>) -> Bool { reasons[cpts]?.isEmpty == false }

  /// CPTS with a signed contract, not fragile, that border a part of the territory which they do not
  /// cover, and that would be no larger than is coherent with the people uncovered.
  ///
  /// - Complexity: O(edges of the territory).
  func supports(of cpts: Index<DatedCPTS>, _ loss: CPTSLoss) -> [Index<DatedCPTS>] {
    var metresOfCPTS: [Index<DatedCPTS>: Double] = [:]
    for piece in figures[Int(cpts)].pieces {
      let here = finder.bordering.covering(piece)
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        guard other.exists else { continue }
        for neighbour in finder.bordering.covering(other) where !here.contains(neighbour) {
          metresOfCPTS[neighbour, default: 0] += mesh.length(of: edge)
        }
      }
    }
    for piece in loss.pieces {
      // What covers the rest of a unit that a list divides by people is beside it.
      for neighbour in finder.bordering.covering(piece) {
        metresOfCPTS[neighbour, default: 0] += 0
      }
    }
    return metresOfCPTS.filter { isAble($0.key, to: cpts, loss) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { $0.key }
  }

  private func isAble(
    _ neighbour: Index<DatedCPTS>, to cpts: Index<DatedCPTS>, _ loss: CPTSLoss
  ) -> Bool {
    neighbour != cpts && !isFragile(neighbour)
      && territories[neighbour].stage == .signedContract
      && figures[Int(neighbour)].population + loss.population + loss.peopleOutside
        <= largestPeople
  }
}
