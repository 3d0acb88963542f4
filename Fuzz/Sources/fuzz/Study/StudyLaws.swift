import Coverage

/// What holds of every study that is not refused: the guarantees of the contract.
struct StudyLaws {
  let study: Study

  private var lowest: Stage { study.options.whiteBelow }
  private var whole: StageBreakdown { study.coverage[0].breakdown }

  /// Stops the fuzzer at the first law that does not hold.
  func check() {
    areas()
    people()
    communes()
    cpts()
    shapes()
  }

  private func hold(_ isTrue: Bool, _ law: @autoclosure () -> String) {
    guard !isTrue else { return }
    let law = law()
    if Harness.shared.known.contains(where: { law.contains($0) }) { return }
    fail("law: \(law)")
  }

  private func areas() {
    var sums: [String: StageBreakdown] = [:]
    for area in study.coverage {
      for stage in Stage.allCases {
        hold(area.breakdown[stage] >= 0, "people of \(area.level) \(area.code) at \(stage) < 0")
      }
    }
    for level in Set(study.coverage.map(\.level)) {
      let members = study.coverage.filter { $0.level == level }
      for stage in Stage.allCases {
        let sum = members.reduce(0) { $0 + $1.breakdown[stage] }
        hold(sum == whole[stage], "\(level) has \(sum) at \(stage), all \(whole[stage])")
      }
      sums[level] = members[0].breakdown
    }
    hold(whole.total == whole.cumulative(.none), "stages do not add up to the people")
  }

  private func people() {
    let covered = whole.cumulative(lowest)
    let white = study.whiteZones.reduce(0) { $0 + ($1.people ?? 0) }
    let strips = study.strips.reduce(0) { $0 + ($1.people ?? 0) }
    hold(
      covered + white + strips == whole.total,
      "covered \(covered) + white \(white) + strips \(strips) ≠ \(whole.total)")
    let sums = study.grossAndNet
    hold(sums.net == covered, "net \(sums.net) ≠ covered \(covered)")
    hold(sums.net + sums.countedAgain == sums.gross, "net + counted again ≠ gross")
    hold(sums.inSeveral <= sums.countedAgain, "in several > counted again")
    let gross = study.cpts.filter { $0.stage >= lowest }.reduce(0) { $0 + ($1.people ?? 0) }
    hold(gross == sums.gross, "CPTS have \(gross), gross \(sums.gross)")
  }

  private func communes() {
    var sums = (people: 0, covered: 0)
    for commune in study.communes {
      sums.people += commune.people ?? 0
      sums.covered += commune.peopleCovered ?? 0
      hold(
        commune.breakdown.total == commune.people ?? 0,
        "stages of \(commune.code.text) do not add up to it")
      hold(
        commune.breakdown.cumulative(lowest) == commune.peopleCovered ?? 0,
        "covered people of \(commune.code.text) are not those of its stages")
      if let range = commune.peopleCoveredRange, let covered = commune.peopleCovered {
        hold(range.contains(covered), "\(commune.code.text): \(covered) is not in \(range)")
      }
    }
    hold(sums.people == whole.total, "communes have \(sums.people), all \(whole.total)")
    hold(
      sums.covered == whole.cumulative(lowest),
      "communes have \(sums.covered) covered, all \(whole.cumulative(lowest))")
  }

  private func cpts() {
    hold(
      zip(study.cpts, study.cpts.dropFirst()).allSatisfy { $0.id < $1.id },
      "CPTS are not in the order of their ids")
    for cpts in study.cpts {
      hold(cpts.peopleShared <= cpts.people ?? 0, "\(cpts.id.text) shares more than it has")
    }
    for overlap in study.overlaps {
      hold(overlap.first.id < overlap.second.id, "an overlap is not in the order of ids")
      let smaller = min(overlap.first.people ?? .max, overlap.second.people ?? .max)
      hold(overlap.people ?? 0 <= smaller, "an overlap has more people than a CPTS of it")
    }
  }

  /// Shapes have areas, and zones are each one place.
  private func shapes() {
    let areas =
      study.cpts.map(\.squareMetres) + study.overlaps.map(\.squareMetres)
      + study.whiteZones.map(\.squareMetres) + study.strips.map(\.squareMetres)
    hold(areas.allSatisfy { $0.isFinite && $0 >= 0 }, "an area is no number: \(areas)")
    let widths = study.overlaps.compactMap(\.widthMetres) + study.strips.map(\.widthMetres)
    hold(widths.allSatisfy { $0.isFinite && $0 >= 0 }, "a width is no number: \(widths)")
    let ids = study.whiteZones.map(\.id)
    hold(Set(ids).count == ids.count, "two zones of one id")
    for zone in study.whiteZones {
      for neighbour in zone.neighbours {
        hold(
          neighbour.borderMetres.isFinite && neighbour.borderMetres >= 0
            && (0...1.000_001).contains(neighbour.borderShare),
          "\(zone.id) has \(neighbour.borderShare) of its border with \(neighbour.id.text)")
      }
    }
  }

  /// All figures as text, to compare two runs.
  var words: String {
    let cpts = study.cpts.map { cpts in
      "\(cpts.id) \(cpts.stage) \(cpts.people ?? -1) \(cpts.peopleShared) \(cpts.squareMetres) "
        + "\(cpts.groupCount) \(cpts.communes)"
    }
    return "\(study.coverage) \(study.grossAndNet) \(study.communes) \(cpts) \(study.overlaps) "
      + "\(study.whiteZones) \(study.strips) \(study.anomalies)"
  }
}
