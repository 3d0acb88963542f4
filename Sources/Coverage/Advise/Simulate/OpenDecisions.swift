/// What one meeting can decide: a project brought to the stage required, a sector that one CPTS takes or that
/// creates one, or the remnants of a department together.
struct Decision: Sendable {
  let kind: SectorOptionKind
  /// Sectors by place: those of a project, one, or the remnants of one pilot department.
  let sectors: [Int]
  /// Uncovered parts that it covers.
  let parts: [Index<Part>]
  /// For each sector the options that may be taken, the best first; of a project the one.
  let options: [[SectorOption]]
  let people: Int
}

/// The decisions that a study leaves open, of which none lays one CPTS over the land of another.
struct OpenDecisions {
  private let study: Study
  /// Whether those are meant too that somebody must judge, and else those alone that nothing speaks against.
  private let judging: Bool
  private let isWanted: (Sector) -> Bool

  /// - Parameter isWanted: whether a sector is looked at.
  init(_ study: Study, judging: Bool = false, where isWanted: @escaping (Sector) -> Bool) {
    self.study = study
    self.judging = judging
    self.isWanted = isWanted
  }

  /// Those that gain anybody: most people first, then by sector.
  ///
  /// - Complexity: O(parts + sectors × options).
  func all() -> [Decision] {
    let all = (supports() + ofSectors() + lots()).filter { $0.people > 0 }
    return all.sorted { left, right in
      left.people == right.people
        ? left.sectors.lexicographicallyPrecedes(right.sectors) : left.people > right.people
    }
  }

  private func wanted(_ natures: Set<SectorNature>) -> [Int] {
    study.sectors.indices.filter {
      natures.contains(study.sectors[$0].nature) && isWanted(study.sectors[$0])
    }
  }

  /// Each project once, in all sectors that it is in. Where others compete with it in one, somebody must judge.
  private func supports() -> [Decision] {
    var found: [Index<DatedCPTS>: (sectors: [Int], isPlain: Bool, option: SectorOption)] = [:]
    for sector in wanted([.project, .competingProjects]) {
      for option in study.plans.options[sector] where option.kind == .support && option.isFeasible {
        guard let target = option.figures?.members.first?.target,
          let cpts = study.plans.grounds[sector].member(target)?.cpts
        else { continue }
        found[cpts, default: ([], true, option)].sectors.append(sector)
        if !option.isPlain { found[cpts]?.isPlain = false }
      }
    }
    let partsOfCPTS = study.territories.partsOfCPTS()
    return found.filter { judging || $0.value.isPlain }.sorted { $0.key < $1.key }.map {
      cpts, entry in
      decision(
        .support, entry.sectors, partsOfCPTS[cpts].filter { isUncovered($0) }, [[entry.option]])
    }
  }

  private func isUncovered(_ part: Index<Part>) -> Bool {
    let part = study.territories.parts[part]
    return part.isStudied
      && !study.territories.coverings[part.covering].contains {
        study.territories[$0].stage >= study.options.whiteBelow
      }
  }

  private func ofSectors() -> [Decision] {
    wanted([.none]).compactMap { sector in
      let options = open(sector)
      guard let first = options.first else { return nil }
      return decision(first.kind, [sector], study.sectors[sector].parts, [options])
    }
  }

  /// What one CPTS can do for the whole of a sector. What crosses a sea is nobody's to propose.
  private func open(_ sector: Int) -> [SectorOption] {
    let isBySea = study.plans.grounds[sector].isBySea
    return study.plans.options[sector].filter {
      $0.isFeasible && (judging || $0.isPlain)
        && ($0.kind == .creation || $0.kind == .extending && !isBySea)
    }
  }

  /// Remnants of one pilot department that a neighbour can take.
  private func lots() -> [Decision] {
    var lotOfPilot: [String: [Int]] = [:]
    for sector in wanted([.remnant])
    where study.sectors[sector].population > 0 && !open(sector).isEmpty {
      lotOfPilot[study.sectors[sector].pilot, default: []].append(sector)
    }
    return lotOfPilot.sorted { $0.key < $1.key }.map { _, lot in
      decision(
        .extending, lot, lot.flatMap { study.sectors[$0].parts }, lot.map { open($0) })
    }
  }

  private func decision(
    _ kind: SectorOptionKind, _ sectors: [Int], _ parts: [Index<Part>], _ options: [[SectorOption]]
  ) -> Decision {
    Decision(
      kind: kind, sectors: sectors, parts: parts, options: options,
      people: parts.reduce(0) { $0 + study.territories.parts[$1].population })
  }
}
