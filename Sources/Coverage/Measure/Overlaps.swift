/// What an overlap calls for. The raw value is the word in the files.
///
/// Source: one health project a territory (CSP, art. L. 1434-12; instruction of 9 October 2019, § 6.1).
public enum OverlapQualification: String, CaseIterable, Sendable {
  /// Both health projects are validated, against the rule of one project a territory.
  case twoValidatedProjects = "deux_projets_valides"
  /// At least one project is earlier: conciliation (merge, or redraw both).
  case toConciliate = "a_concilier"
  /// Noise of drawing: a narrow strip where hardly anybody lives.
  case sliver = "lisere"
}

/// Two CPTS at `projet` or above that cover the same places.
struct Overlap: Sendable {
  /// Indices of the CPTS, the first with the lower id.
  let first: Index<DatedCPTS>
  let second: Index<DatedCPTS>
  var qualification: OverlapQualification
  var population = 0
  var squareMetres = 0.0
  /// Pieces in common.
  var pieces: [Index<Piece>] = []
  /// Units in common, by code.
  var units: [Index<Unit>] = []
  /// Diameter in metres of the largest circle inside; nil where both territories are lists.
  var width: Double?
}

/// Finds the overlaps of a study.
struct OverlapFinder {
  private let territories: Territories
  private let mesh: Mesh
  private let rule: SliverRule
  /// CPTS that have a drawing.
  private let isDrawn: [Bool]
  private let bounds: StudyBounds
  /// What the study is of: an overlap of two CPTS outside is none of its own.
  private let area: StudyArea

  /// - Parameter bounds: of the memory that overlaps may take.
  init(
    _ territories: Territories, _ mesh: Mesh, isDrawn: [Bool], _ rule: SliverRule,
    _ bounds: StudyBounds, in area: StudyArea = .all
  ) {
    self.area = area
    self.territories = territories
    self.mesh = mesh
    self.isDrawn = isDrawn
    self.rule = rule
    self.bounds = bounds
  }

  /// Every overlapping pair of which one at least is of the study, by ids, those that are noise of drawing
  /// last; and what pairs below a square metre have in common, which is the precision of the drawing.
  ///
  /// - Complexity: O(parts + parts in several CPTS × pairs among them).
  /// - Throws: where they would pass the bound of memory, before any is made.
  func overlaps(jobs: Int = 1) async throws -> (overlaps: [Overlap], crumbs: Crumbs) {
    var overlaps: [Overlap] = []
    var crumbs = Crumbs()
    var drawn: [Int] = []
    let areStudied = territories.areStudied(area)
    for overlap in try pairs(among: { territories[$0].stage >= .project })
    where areStudied[overlap.first] || areStudied[overlap.second] {
      if isCrumb(overlap) {
        crumbs.add(overlap.squareMetres)
        continue
      }
      if isDrawn(overlap) { drawn.append(overlaps.count) }
      overlaps.append(overlap)
    }
    let widths = try await Regions.widths(
      of: drawn.map { overlaps[$0].pieces }, in: mesh, asking: .width(telling: rule.widths),
      jobs: jobs)
    for (index, width) in zip(drawn, widths) {
      overlaps[index].width = width
      if rule.isSliver(width: width, people: overlaps[index].population) {
        overlaps[index].qualification = .sliver
      }
    }
    // Quarrels come before noise of drawing.
    return (
      overlaps.filter { $0.qualification != .sliver }
        + overlaps.filter { $0.qualification == .sliver }, crumbs
    )
  }

  /// What a pair has in common is the precision of a drawing, no place.
  func isCrumb(_ overlap: Overlap) -> Bool {
    isDrawn(overlap) && overlap.population == 0
      && overlap.squareMetres < Arrangement.leastSquareMetres
  }

  private func isDrawn(_ overlap: Overlap) -> Bool {
    isDrawn[Int(overlap.first)] || isDrawn[Int(overlap.second)]
  }

  private struct Pair: Hashable {
    let first: Index<DatedCPTS>
    let second: Index<DatedCPTS>
  }

  /// Every pair of some CPTS that have a place in common, by ids.
  ///
  /// - Complexity: O(parts + parts in several of them × pairs among these).
  /// - Throws: where they would pass the bound of memory, before any is made.
  func pairs(among isWanted: (Index<DatedCPTS>) -> Bool) throws(InputFault) -> [Overlap] {
    let wanted = territories.coverings.mapped { $0.filter(isWanted) }
    let count = OverlapCount(territories, wanted, upTo: bounds.overlaps)
    guard count.bytes <= bounds.overlaps else { throw tooMany(count, wanted) }
    var found: [Pair: Overlap] = [:]
    for part in territories.parts where wanted[part.covering].count > 1 {
      let cpts = wanted[part.covering]
      for (position, first) in cpts.enumerated() {
        for second in cpts[(position + 1)...] {
          found[Pair(first: first, second: second), default: overlap(first, second)]
            .add(part, mesh.areas[part.piece] * part.areaShare)
        }
      }
    }
    return found.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private func overlap(_ first: Index<DatedCPTS>, _ second: Index<DatedCPTS>) -> Overlap {
    let lowest = min(territories[first].stage, territories[second].stage)
    return Overlap(
      first: first, second: second,
      qualification: lowest >= .validatedProject ? .twoValidatedProjects : .toConciliate)
  }

  private func tooMany(
    _ count: OverlapCount, _ wanted: Column<Covering, [Index<DatedCPTS>]>
  ) -> InputFault {
    let most = count.most.map { wanted[territories.parts[$0.part].covering] } ?? []
    let first = most.first.map { territories[$0] }
    let named = most.prefix(3).map { territories[$0].id.text }.joined(separator: ", ")
    let (cpts, pairs) = (most.count, most.count * (most.count - 1) / 2)
    let bound = bounds.memoryInWords
    let number = NumberText.whole
    return InputFault(
      path: first?.file ?? "", line: first?.line,
      problem: Wording(
        fr: "\(number(cpts)) CPTS se recouvrent en un même lieu (\(named)…), ce qui fait "
          + "\(number(pairs)) chevauchements, et tous ont \(number(count.pieces)) morceaux : plus que "
          + "n’en admet la borne de mémoire de \(bound[.french])",
        en:
          "\(number(cpts)) CPTS cover one place (\(named)…), which makes \(number(pairs)) overlaps, "
          + "and all have \(number(count.pieces)) pieces: more than the bound of memory of "
          + "\(bound[.english]) admits"),
      cure: Wording(
        fr: "ôtez les territoires répétés, ou partagez l’étude (un département à la fois)",
        en:
          "remove the territories that are repeated, or divide the study (one department at a time)"
      ))
  }
}

extension Overlap {
  fileprivate mutating func add(_ part: Part, _ squareMetres: Double) {
    population += part.population
    self.squareMetres += squareMetres
    if pieces.last != part.piece { pieces.append(part.piece) }
    if units.last != part.unit { units.append(part.unit) }
  }
}
