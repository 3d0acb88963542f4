/// A CPTS given both as a list and as a drawing, and how the two compare.
struct Reconciliation: Sendable {
  struct Sum: Sendable {
    fileprivate(set) var people = 0
    fileprivate(set) var squareMetres = 0.0
    /// Units of which at least a hundredth counts.
    fileprivate var units: [Index<Unit>] = []
  }

  let cpts: Index<DatedCPTS>
  private(set) var listed = Sum()
  private(set) var drawn = Sum()
  private(set) var both = Sum()
  /// Communes, by code, that only the list has, or only the drawing.
  private(set) var communesListedOnly: [Int32] = []
  private(set) var communesDrawnOnly: [Int32] = []

  /// - Parameters:
  ///   - division: what lists say, before drawings divide it.
  ///   - territories: the same, divided.
  /// - Complexity: O(parts).
  static func all(
    _ division: StudyGround.Division, _ territories: Territories, _ mesh: Mesh, _ units: StudyUnits
  ) -> [Reconciliation] {
    guard let listed = division.listed else { return [] }
    let cptsOfDrawing = division.cptsOfDrawing
    let hasList = Set(listed.parts.lazy.flatMap { listed.coverings[$0.covering] })
    let areStudied = territories.areStudied(units.area)
    let compared = Set(cptsOfDrawing).intersection(hasList).filter { areStudied[$0] }.sorted()
    guard !compared.isEmpty else { return [] }
    var found = Dictionary(
      uniqueKeysWithValues: compared.map { ($0, Reconciliation(cpts: $0)) })
    let cptsOfLabel = mesh.pieces.labels.mapped { Set($0.map { cptsOfDrawing[$0] }) }
    let listedOfUnit = listed.partsOfUnit(count: units.units.count)
    // Divided parts come by piece, and in each piece in the order of the lists.
    var next = territories.parts.startIndex
    for unit in mesh.units {
      let lists = listedOfUnit[unit].map { listed.coverings[listed.parts[$0].covering] }
      for piece in mesh.pieces.of(unit) {
        let drawn = cptsOfLabel[mesh.pieces.label[piece]]
        for list in lists {
          let part = territories.parts[next]
          next = next + 1
          for cpts in drawn.union(list) {
            found[cpts]?.add(
              part, mesh.areas[piece] * part.areaShare, isListed: list.contains(cpts),
              isDrawn: drawn.contains(cpts))
          }
        }
      }
    }
    return compared.compactMap { found[$0]?.compared(units) }
  }

  private mutating func add(
    _ part: Part, _ squareMetres: Double, isListed: Bool, isDrawn: Bool
  ) {
    if isListed { listed.add(part, squareMetres) }
    if isDrawn { drawn.add(part, squareMetres) }
    if isListed && isDrawn { both.add(part, squareMetres) }
  }

  private func compared(_ units: StudyUnits) -> Reconciliation {
    var result = self
    let inList = Set(units.places(of: listed.units).communes)
    let inDrawing = Set(units.places(of: drawn.units).communes)
    result.communesListedOnly = inList.subtracting(inDrawing).sorted()
    result.communesDrawnOnly = inDrawing.subtracting(inList).sorted()
    return result
  }
}

extension Reconciliation.Sum {
  fileprivate mutating func add(_ part: Part, _ area: Double) {
    people += part.population
    squareMetres += area
    if !part.isSlight, units.last != part.unit { units.append(part.unit) }
  }
}
