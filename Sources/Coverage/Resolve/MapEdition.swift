import GeoKernel

/// Drawings that follow the borders of communes, as another map has them: what is left of them beyond the
/// thresholds of slivers, and the thresholds with which they would be unions of communes.
///
/// A diagnosis, which changes no figure. (Convention of the tool.)
struct MapEdition: Sendable {
  /// Territories that would be lists of communes, of those that cut some.
  let territoryCount: Int
  /// How far from a border of communes they are at most, in metres.
  let farthest: Double
  /// The thresholds.
  let rule: SliverRule
  /// Units cut, and those that would be left.
  let cutUnits: Int
  let unitsLeft: Int

  /// Thresholds that a person would choose.
  private static let widths = [25.0, 50, 75, 100, 150, 200, 300, 400, 500]
  private static let people = [25, 50, 100, 200, 400, 800]
  /// Fewer cut units tell nothing; so few tell something only where they are a quarter of those along the borders
  /// of drawings: another edition differs nearly everywhere, real claims in some places.
  private static let (fewest, few) = (5, 50)
  private static let leastOfBorders = 0.25
  /// Units looked at: evenly spread, so that they stand for all.
  private static let mostUnits = 2_000
  /// Share of the cut units that the thresholds must make whole: the rest may be cut on purpose.
  private static let leastShare = 0.9
  /// Another edition stays well below the size of communes.
  private static let mostOfUnit = 0.25

  /// - Parameters:
  ///   - mesh: with the pieces as drawn.
  ///   - people: of each piece.
  ///   - left: the pieces that are left with the rule of the study.
  /// - Returns: nil where no thresholds make whole nearly all units that are still cut.
  /// - Complexity: O(pieces), and some thousand widths at most.
  init?(
    _ mesh: Mesh, people: Column<Piece, Int>, left: Pieces, _ rule: SliverRule, jobs: Int
  ) async throws {
    let cut = mesh.units.filter { left.isDivided($0) }
    guard rule.width > 0, cut.count >= Self.fewest,
      cut.count >= Self.few
        || Double(cut.count) >= Self.leastOfBorders * Double(Self.unitsAlongBorders(mesh, left))
    else { return nil }
    let step = max(1, cut.count / Self.mostUnits)
    let sample = stride(from: 0, to: cut.count, by: step).map { cut[$0] }
    let bounds = [rule.width] + Self.widths.filter { $0 > rule.width }
    let needs = try await mapInTurns(
      jobs: jobs, sample.count, with: NarrowPieces(mesh, than: bounds[bounds.count - 1])
    ) {
      Need(sample[$1], mesh, people, bounds, &$0)
    }
    let sizes = sample.map { mesh.unitAreas[$0].squareRoot() }.sorted()
    let widest = sizes[sizes.count / 2] * Self.mostOfUnit
    guard let found = Self.thresholds(needs, bounds.filter { $0 <= widest }, rule) else {
      return nil
    }
    self.rule = found
    let met = zip(sample, needs).filter { $0.1.isMet(by: found) }
    farthest = met.reduce(0) { max($0, $1.1.width) }
    cutUnits = cut.count
    unitsLeft = cut.count - cut.count * met.count / sample.count
    territoryCount =
      Set(
        met.flatMap { unit, _ in
          mesh.pieces.of(unit).flatMap { mesh.pieces.labels[mesh.pieces.label[$0]] }
        }
      ).count
  }

  /// Units that a border of a drawing crosses, or runs along.
  ///
  /// - Complexity: O(edges).
  private static func unitsAlongBorders(_ mesh: Mesh, _ left: Pieces) -> Int {
    var isAlong = Column<Unit, Bool>(count: mesh.unitCount) { left.isDivided($0) }
    let pieces = mesh.pieces
    for edge in mesh.edges.indices {
      let (one, other) = (mesh.edges.left[edge], mesh.edges.right[edge])
      guard one.exists, other.exists, pieces.label[one] != pieces.label[other] else { continue }
      isAlong[pieces.unit[one]] = true
      isAlong[pieces.unit[other]] = true
    }
    return isAlong.count { $0 }
  }

  /// What a unit needs to be whole: thresholds above these.
  private struct Need {
    var width = 0.0
    var people = 0

    /// - Parameter widths: which of them the width reaches is known exactly.
    init(
      _ unit: Index<Unit>, _ mesh: Mesh, _ people: Column<Piece, Int>, _ widths: [Double],
      _ narrow: inout NarrowPieces
    ) {
      let span = mesh.pieces.of(unit)
      var areas: [Index<Pieces.Label>: Double] = [:]
      for piece in span { areas[mesh.pieces.label[piece], default: 0] += mesh.areas[piece] }
      let main = areas.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      for piece in span where mesh.pieces.label[piece] != main {
        self.people = max(self.people, people[piece])
        guard self.people < MapEdition.people.max() ?? 0 else { return }
        width = max(width, narrow.width(of: piece, asking: .width(telling: widths)))
        guard width < widths[widths.count - 1] else { return }
      }
    }

    func isMet(by rule: SliverRule) -> Bool { rule.isSliver(width: width, people: people) }
  }

  /// The least width with which nearly as many are whole as with any, then the least people.
  private static func thresholds(
    _ needs: [Need], _ widths: [Double], _ rule: SliverRule
  ) -> SliverRule? {
    let people = people.filter { $0 > rule.people }
    guard let most = people.last else { return nil }
    func whole(_ rule: SliverRule) -> Int { needs.count { $0.isMet(by: rule) } }
    let best = widths.map { whole(SliverRule(width: $0, people: most)) }.max() ?? 0
    guard Double(best) >= leastShare * Double(needs.count) else { return nil }
    // One in fifty is worth no wider threshold.
    let enough = best - needs.count / 50
    guard let width = widths.first(where: { whole(SliverRule(width: $0, people: most)) >= enough })
    else { return nil }
    let least = ([rule.people] + people).first {
      whole(SliverRule(width: width, people: $0)) >= enough
    }
    return SliverRule(width: width, people: least ?? most)
  }
}

extension MapEdition {
  /// What a reader of the figures must know.
  func anomaly(file: String) -> Anomaly {
    let width = NumberText.whole(Int(farthest.rounded(.up)))
    let (metres, people) = (Int(rule.width), rule.people)
    return Anomaly(
      .warning, .otherMapEdition, file: file, object: "",
      finding: Wording(
        fr: "\(territoryCount.inFrench("dessin suit", "dessins suivent")) les limites des communes "
          + "à moins de \(width) m près, et en \(territoryCount == 1 ? "coupe" : "coupent") "
          + "\(NumberText.whole(cutUnits)) : une autre édition de la carte ?",
        en: "\(territoryCount.inEnglish("drawing follows", "drawings follow")) the borders of "
          + "communes to within \(width) m, and cut\(territoryCount == 1 ? "s" : "") "
          + "\(NumberText.whole(cutUnits)) of them: another edition of the map?"),
      treatment: Wording(
        fr: "les dessins sont gardés tels quels ; --sliver-width \(metres) --sliver-people "
          + "\(people) les alignerait\(unitsLeft == 0 ? "" : ", sauf " + unitsLeft.inFrench("commune", "communes"))",
        en: "drawings are kept as they are; --sliver-width \(metres) --sliver-people \(people) "
          + "would align them\(unitsLeft == 0 ? "" : ", but for " + unitsLeft.inEnglish("commune", "communes"))"
      ))
  }
}
