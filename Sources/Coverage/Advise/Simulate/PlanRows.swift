/// Writes options of white zones as rows of a plan, which refer to the study before any action.
struct PlanRows {
  private let before: Study
  /// The white zone of each piece before, if any.
  private let zoneOfPiece: Column<Piece, Index<WhiteZone>>

  /// - Complexity: O(pieces).
  init(_ before: Study) {
    self.before = before
    zoneOfPiece = before.zoneOfPiece()
  }

  /// One row where the whole of a zone of the study before goes to one CPTS; else one a commune.
  ///
  /// - Parameters:
  ///   - current: the study that the option is of.
  ///   - created: CPTS that the plan created so far.
  /// - Complexity: O(units of the zone + CPTS).
  func rows(
    of option: ZoneOption, _ ground: ZoneGround, in current: Study, _ created: Set<CPTSID>
  ) -> [PlanRow] {
    guard let targets = option.targets, let first = targets.first else { return [] }
    let rowOfTarget = targets.reduce(into: [Int32: PlanRow]()) { rows, target in
      if target >= 0, rows[target] == nil {
        rows[target] = row(target, option.kind, ground, current, created)
      }
    }
    let zone = zoneOfPiece[ground.pieces[0]]
    if zone.exists, var row = rowOfTarget[first], targets.allSatisfy({ $0 == first }),
      before.figures.zones[Int(zone)].pieces.sorted() == ground.pieces
    {
      row.zone = before.figures.zones[Int(zone)].id
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

  private func row(
    _ target: Int32, _ kind: ZoneOptionKind, _ ground: ZoneGround, _ current: Study,
    _ created: Set<CPTSID>
  ) -> PlanRow {
    var row = PlanRow()
    if Int(target) < ground.neighbours.count {
      row.cpts = current.territories[ground.neighbours[Int(target)].cpts].id.text
      row.action =
        (kind == .temporaryExtending ? PlanAction.temporaryExtending : .extending).rawValue
      return row
    }
    let main = current.units[
      current.mesh.pieces.unit[ground.pieces[Int(ground.mainUnit)]]]
    row.cpts = freeID("NOUVELLE-\(main.code.text)", created)
    row.name = "CPTS à créer : \(main.name)"
    row.action = PlanAction.creation.rawValue
    row.stage = max(before.options.whiteBelow, .letterOfIntent).key
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
