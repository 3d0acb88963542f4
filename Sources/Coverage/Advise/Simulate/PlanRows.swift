/// Writes options of sectors as rows of a plan, which refer to the study before any action.
struct PlanRows {
  private let before: Study
  /// Whether options are those of the study before: its sectors can be named.
  private let isCurrent: Bool
  /// The white zone of each piece before, if any.
  private let zoneOfPiece: Column<Piece, Index<WhiteZone>>

  /// - Complexity: O(pieces).
  init(_ before: Study, isCurrent: Bool) {
    self.before = before
    self.isCurrent = isCurrent
    zoneOfPiece = before.zoneOfPiece()
  }

  /// One row where a project reaches its stage, or the whole of a sector of the study before goes to one
  /// CPTS; else one a commune. None where projects become one: which communes each gives is theirs to say.
  ///
  /// - Parameters:
  ///   - sector: its place in the study that the option is of.
  ///   - current: that study.
  ///   - created: CPTS that the plan created so far.
  /// - Complexity: O(units of the sector + CPTS).
  func rows(
    of option: SectorOption, _ ground: SectorGround, _ sector: Int, in current: Study,
    _ created: Set<CPTSID>
  ) -> [PlanRow] {
    guard option.kind != .uniting, let targets = option.targets else { return [] }
    if option.kind == .support { return [support(option, ground, current)].compactMap { $0 } }
    let rowOfTarget = targets.reduce(into: [Int32: PlanRow]()) { rows, target in
      if target >= 0, rows[target] == nil {
        rows[target] = row(target, option.kind, ground, current, created)
      }
    }
    if isCurrent, let first = targets.first, var row = rowOfTarget[first],
      targets.allSatisfy({ $0 == first })
    {
      let sector = before.sectors[sector]
      row.zone = before.figures.zones[Int(sector.zone)].id
      row.sector = sector.id
      return [row]
    }
    var seen: Set<String> = []
    var rows: [PlanRow] = []
    for (unit, target) in targets.enumerated() {
      guard var row = rowOfTarget[target] else { continue }
      let piece = ground.pieces[unit]
      row.zone = zoneOfPiece[piece].exists ? before.figures.zones[Int(zoneOfPiece[piece])].id : ""
      row.commune = current.units[current.mesh.pieces.unit[piece]].code.text
      if seen.insert("\(row.zone)|\(row.commune)|\(target)").inserted { rows.append(row) }
    }
    return rows
  }

  private func support(
    _ option: SectorOption, _ ground: SectorGround, _ current: Study
  ) -> PlanRow? {
    guard let target = option.figures?.members.first?.target, let project = ground.member(target)
    else { return nil }
    var row = PlanRow()
    row.cpts = current.territories[project.cpts].id.text
    row.action = PlanAction.stage.rawValue
    row.stage = stageRequired
    return row
  }

  private var stageRequired: String { max(before.options.whiteBelow, .letterOfIntent).key }

  private func row(
    _ target: Int32, _ kind: SectorOptionKind, _ ground: SectorGround, _ current: Study,
    _ created: Set<CPTSID>
  ) -> PlanRow {
    var row = PlanRow()
    if Int(target) < ground.neighbours.count {
      row.cpts = current.territories[ground.neighbours[Int(target)].cpts].id.text
      guard kind == .temporaryExtending else {
        row.action = PlanAction.extending.rawValue
        return row
      }
      row.action = PlanAction.temporaryExtending.rawValue
      row.mentored = current.mentored(of: ground)
      return row
    }
    let main = current.mainUnit(of: ground)
    row.cpts = freeID("NOUVELLE-\(main.code.text)", created)
    row.name = "CPTS à créer : \(main.name)"
    row.action = PlanAction.creation.rawValue
    row.stage = stageRequired
    return row
  }

  /// An identifier that no CPTS has.
  private func freeID(_ wanted: String, _ created: Set<CPTSID>) -> String {
    let taken = created.union(before.territories.cpts.map(\.id))
    var id = wanted
    var number = 2
    while taken.contains(CPTSID(id)) {
      id = "\(wanted)-\(number)"
      number += 1
    }
    return id
  }
}
