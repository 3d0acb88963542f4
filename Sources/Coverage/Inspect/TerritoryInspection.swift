import GeoKernel

/// What a map is worth as territories of CPTS: whose drawings it holds, and in what health.
struct TerritoryInspection {
  private let columns: CPTSColumns
  /// Whether it is the drawing of one CPTS that is at no stage.
  let isOfOneToCome: Bool
  private let cptsCount: Int
  private let drawingCount: Int
  private let invalidCount: Int?

  /// Above so many drawings their validity is left to the study.
  private static let mostDrawingsChecked = 5_000

  /// Nil where no column tells CPTS apart.
  ///
  /// - Parameter named: columns whose values tell what they are.
  init?(_ table: FeatureTable, _ named: [FieldRole: String]) {
    guard let columns = try? CPTSColumns(of: table, named), let id = columns.id else { return nil }
    self.columns = columns
    isOfOneToCome = FileUse.isOfOneToCome(columns, id, table)
    let ids = (0..<table.rowCount).map { table.value(row: $0, column: id) }
    cptsCount = Set(ids.filter { !$0.isEmpty }).count
    let drawn = ids.indices.filter { !ids[$0].isEmpty && table.isDrawn[$0] }
    drawingCount = drawn.count
    invalidCount =
      drawn.count > Self.mostDrawingsChecked ? nil : Self.invalid(drawn, of: table.geometry)
  }

  /// The role that a column has in a map of territories.
  func role(of column: Int) -> FieldRole? {
    ([.cptsID] + CPTSColumns.attributes).first { columns[$0] == column }
  }

  /// What there is.
  var count: Wording {
    Wording(
      fr: "avec --cpts : \(drawingCount) dessins de territoires, \(cptsCount) CPTS",
      en: "with --cpts: \(drawingCount) drawings of territories, \(cptsCount) CPTS")
  }

  var health: Wording {
    switch invalidCount {
    case nil:
      Wording(
        fr: "géométrie : non vérifiée au-delà de \(Self.mostDrawingsChecked) dessins",
        en: "geometry: not checked above \(Self.mostDrawingsChecked) drawings")
    case 0?:
      Wording(
        fr: "géométrie : tous les dessins sont valides", en: "geometry: all drawings are valid")
    case let count?:
      Wording(
        fr: "géométrie : \(count) dessin(s) invalide(s), que l’étude répare pour son calcul",
        en: "geometry: \(count) invalid drawing(s), which a study repairs for its computation")
    }
  }

  private static func invalid(_ features: [Int], of geometry: PolygonColumns) -> Int {
    let context = GEOSContext()
    return features.count { feature in
      let isValid = try? Shape.polygons(feature, of: geometry, in: context).isValid()
      return isValid != true
    }
  }
}
