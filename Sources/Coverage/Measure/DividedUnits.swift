/// Units whose people depend on more than who covers them: those that drawings cut, and those of which lists
/// give parts. On each day their people are shared out anew, as a study of that day shares them.
struct DividedUnits: Sendable {
  /// The units of the study, ascending.
  let units: [Index<Unit>]
  private let listed: ListedUnits
  private let spans: SpannedCPTS.Spans
  private let all: StudyUnits
  private let drawn: Drawn?

  private struct Drawn {
    let pieces: Pieces
    let weights: Column<Piece, Double>
    let cptsOfLabel: Column<Pieces.Label, [Index<DatedCPTS>]>
  }

  /// None.
  init() {
    units = []
    listed = ListedUnits(wholes: Column())
    spans = SpannedCPTS.Spans()
    all = StudyUnits()
    drawn = nil
  }

  /// - Complexity: O(units + drawings).
  init(
    _ ground: StudyGround, _ listed: ListedUnits, _ spans: SpannedCPTS.Spans, _ units: StudyUnits
  ) {
    self.listed = listed
    self.spans = spans
    all = units
    let pieces = ground.mesh.pieces
    drawn = ground.division.map { division in
      Drawn(
        pieces: pieces, weights: division.weights.weights,
        cptsOfLabel: pieces.labels.mapped { $0.map { division.cptsOfDrawing[$0] } })
    }
    var divided = listed.divided
    if drawn != nil { divided.formUnion(ground.mesh.units.filter { pieces.isCut($0) }) }
    self.units = divided.filter { units.area.contains($0) }.sorted()
  }

  /// The people of a unit on a day, by the CPTS that cover them.
  ///
  /// - Parameters:
  ///   - stages: of that day.
  ///   - visit: is given people and their CPTS, of which some may have a territory on other days alone.
  /// - Complexity: O(n log n) in the parts of the unit.
  func people(
    of unit: Index<Unit>, on day: CivilDate, _ stages: Column<DatedCPTS, Stage>,
    _ visit: (Int, [Index<DatedCPTS>]) -> Void
  ) {
    let layers = listed.layers(of: unit, all) { spans.inForce($0, on: day) }
    for layer in layers {
      guard let drawn else {
        visit(layer.people, layer.owners)
        continue
      }
      let span = drawn.pieces.of(unit)
      let covers = span.map { piece in
        Set(layer.owners + drawn.cptsOfLabel[drawn.pieces.label[piece]]).sorted()
      }
      guard covers.count > 1 else {
        visit(layer.people, covers[0])
        continue
      }
      let people = StagedShares(Array(drawn.weights[span]), covers) { stages[$0] }
        .share(layer.people)
      for (share, owners) in zip(people, covers) { visit(share, owners) }
    }
  }

  /// CPTS that cover any of a unit on some day.
  func owners(of unit: Index<Unit>) -> Set<Index<DatedCPTS>> {
    var owners = Set(listed.wholes[unit])
    for members in (listed.delegated[unit] ?? [:]).values { owners.formUnion(members) }
    owners.formUnion((listed.shares[unit] ?? []).map(\.owner))
    if let drawn {
      for piece in drawn.pieces.of(unit) {
        owners.formUnion(drawn.cptsOfLabel[drawn.pieces.label[piece]])
      }
    }
    return owners
  }
}
