extension WhiteZone {
  /// How large a zone is, to tell those of one main unit apart.
  struct Extent: Sendable {
    private(set) var population = 0
    private(set) var squareMetres = 0.0
    /// The lowest number of a piece in it.
    private(set) var firstPiece = Index<Piece>(Int32.max)

    /// Whether, of two zones of one main unit, this one keeps the plain name.
    func isLarger(than other: Extent) -> Bool {
      (other.population, other.squareMetres, firstPiece)
        < (population, squareMetres, other.firstPiece)
    }

    mutating func add(_ part: Part, _ mesh: Mesh) {
      add(
        Extent(
          population: part.population,
          squareMetres: mesh.areas[part.piece] * part.areaShare, firstPiece: part.piece))
    }

    mutating func add(_ other: Extent) {
      population += other.population
      squareMetres += other.squareMetres
      firstPiece = min(firstPiece, other.firstPiece)
    }
  }
}

extension StudyUnits {
  /// People of a zone, and how far they are known.
  func people(of zone: WhiteZone) -> CountedPeople { people(zone.population, in: zone.units) }
}
