import GeoKernel

/// Tells which drawings of a map can be used, and says why the others cannot.
struct Drawings {
  let layer: DrawnLayer
  let anomalies: [Anomaly]

  /// - Parameters:
  ///   - ids: for each row its CPTS, or nil where the row was set aside.
  ///   - spans: for each row when its drawing holds; none where all always do.
  /// - Throws: when the coordinates of the whole file are no degrees although they should be.
  init(
    of table: FeatureTable, _ ids: [CPTSID?], _ spans: [DateSpan] = []
  ) throws(InputFault) {
    let screen = DrawingScreen(table.reference)
    guard !screen.findsNoAngles(in: table.geometry) else { throw InputFault.noDegrees(table.path) }
    var anomalies = table.reference == .undeclared ? [Anomaly.referenceAssumed(table.path)] : []
    for problem in table.geometryProblems {
      guard let id = ids[problem.row] else { continue }
      anomalies.append(
        Anomaly(
          table.isDrawn[problem.row] ? .warning : .error, .damagedGeometry, file: table.path,
          line: table.lines[problem.row],
          object: id.text, finding: problem.finding, treatment: .partsDoNotCount))
    }
    let drawn = ids.indices.filter { ids[$0] != nil && table.isDrawn[$0] }
    let whole = Self.layer(of: table, ids, spans, rows: drawn)
    for row in ids.indices where !table.isDrawn[row] {
      guard let id = ids[row] else { continue }
      anomalies.append(.notDrawn(id, file: table.path, line: table.lines[row]))
    }
    var usable: [Int] = []
    for feature in drawn.indices {
      guard let refusal = screen.refusal(of: feature, in: whole.polygons) else {
        usable.append(feature)
        continue
      }
      anomalies.append(whole.setAside(feature, refusal))
    }
    self.anomalies = anomalies
    layer = whole.keeping(usable)
  }

  private static func layer(
    of table: FeatureTable, _ ids: [CPTSID?], _ spans: [DateSpan], rows: [Int]
  ) -> DrawnLayer {
    var owners: [DrawnLayer.Row] = []
    for row in rows {
      guard let id = ids[row] else { continue }
      owners.append(
        DrawnLayer.Row(
          cpts: id, span: spans.isEmpty ? .always : spans[row], line: table.lines[row]))
    }
    return DrawnLayer(
      path: table.path, reference: table.reference, polygons: table.geometry.keeping(rows),
      rows: owners)
  }
}

extension DrawnLayer {
  /// The same layer with some of its features only, given in their order.
  func keeping(_ features: [Int]) -> DrawnLayer {
    guard features.count < rows.count else { return self }
    return DrawnLayer(
      path: path, reference: reference, polygons: polygons.keeping(features),
      rows: features.map { rows[$0] })
  }
}

extension PolygonColumns {
  /// Some of the features, given in their order.
  func keeping(_ features: [Int]) -> PolygonColumns {
    guard features.count < featureCount else { return self }
    var result = PolygonColumns()
    for feature in features { result.append(feature, of: self) }
    return result
  }
}

extension Anomaly {
  /// Coordinates that fit degrees are taken as such where the file declares nothing: this is said.
  static func referenceAssumed(_ path: String) -> Anomaly {
    Anomaly(
      .warning, .referenceAssumed, file: path, object: "",
      finding: Wording(
        fr: "le fichier ne déclare aucun système de référence",
        en: "the file declares no reference system"),
      treatment: Wording(
        fr: "coordonnées prises pour des degrés WGS 84", en: "taken as degrees on WGS 84"))
  }

  fileprivate static func notDrawn(_ id: CPTSID, file: String, line: Int) -> Anomaly {
    Anomaly(
      .warning, .drawingAbsent, file: file, line: line, object: id.text,
      finding: Wording(fr: "pas de polygone", en: "no polygon"),
      treatment: Wording(
        fr: "ce que la ligne dit de la CPTS est gardé, sans dessin",
        en: "what the row says of the CPTS is kept, without a drawing"))
  }
}
