/// A CPTS that the files give both as a list and as a drawing, and how the two compare.
public struct ListAndDrawing: Sendable {
  /// Identifier in the files.
  public let id: CPTSID
  /// What the list covers.
  public let list: Extent
  /// What the drawing covers.
  public let drawing: Extent
  /// What both cover.
  public let both: Extent
  /// Communes that only the list has, by code.
  public let communesOfListOnly: [UnitCode]
  /// Communes that only the drawing has, by code.
  public let communesOfDrawingOnly: [UnitCode]

  /// How large a territory is.
  public struct Extent: Sendable {
    /// Its people; those of units of unknown population are not among them.
    public let people: Int
    /// Its area, on the ellipsoid.
    public let squareMetres: Double
  }
}

extension Study {
  /// CPTS given both as a list and as a drawing, by id; none where no territory is drawn, and where the
  /// territories are those of a plan.
  ///
  /// - Complexity: O(communes that differ); each call makes them anew.
  public var listsAndDrawings: [ListAndDrawing] {
    (figures.drawn?.reconciliations ?? []).map { compared in
      ListAndDrawing(
        id: id(ofCPTS: compared.cpts), list: .init(compared.listed),
        drawing: .init(compared.drawn), both: .init(compared.both),
        communesOfListOnly: codes(ofCommunes: compared.communesListedOnly),
        communesOfDrawingOnly: codes(ofCommunes: compared.communesDrawnOnly))
    }
  }
}

extension ListAndDrawing.Extent {
  fileprivate init(_ sum: Reconciliation.Sum) {
    self.init(people: sum.people, squareMetres: sum.squareMetres)
  }
}
