import GeoKernel

/// A map of territories as it was drawn, in its own reference system. Feature i of `polygons` belongs
/// to `rows[i]`, and has one ring at least; several rows of one CPTS are parts of one territory.
struct DrawnLayer: Sendable {
  struct Row: Sendable {
    let cpts: CPTSID
    /// When the drawing is a part of the territory.
    var span = DateSpan.always
    /// Line in the file, or number of the row in a GeoPackage.
    let line: Int
  }

  /// The file, as the user named it.
  let path: String
  let reference: DeclaredReference
  let polygons: PolygonColumns
  let rows: [Row]
}

extension DrawnLayer {
  /// An invalid drawing was repaired. Areas are in square metres.
  func repaired(_ feature: Int, areaBefore: Double, areaAfter: Double) -> Anomaly {
    let (before, after) = (NumberText.measure(areaBefore), NumberText.measure(areaAfter))
    return anomaly(
      .warning, .drawingRepaired, feature,
      finding: Wording(
        fr: "dessin invalide (contour qui se croise, trous ou parties qui se chevauchent)",
        en: "invalid drawing (a ring that crosses itself, holes or parts that overlap)"),
      treatment: Wording(
        fr: "réparé pour le calcul : \(before) m² avant, \(after) m² après ; donnée intacte",
        en: "repaired for the computation: \(before) m² before, \(after) m² after; data untouched"))
  }

  /// An invalid drawing of which the repair leaves nothing.
  func withoutArea(_ feature: Int) -> Anomaly {
    setAside(
      feature,
      DrawingRefusal(
        finding: Wording(
          fr: "dessin sans surface une fois réparé", en: "no area is left after the repair"),
        cure: Wording(fr: "dessinez-le de nouveau", en: "draw it again")))
  }

  /// A drawing that cannot be used.
  func setAside(_ feature: Int, _ refusal: DrawingRefusal) -> Anomaly {
    anomaly(
      .error, .drawingSetAside, feature, finding: refusal.finding, treatment: refusal.treatment)
  }

  private static let coversNobody = Wording(fr: "il ne couvre personne", en: "it covers nobody")

  /// Whether what is told of a drawing that touches no unit says why.
  static func saysWhy(_ anomaly: Anomaly) -> Bool {
    anomaly.rule == .drawingOutsideUnits && anomaly.treatment.french != coversNobody.french
  }

  /// A drawing that touches no unit.
  func outsideUnits(_ feature: Int, looksSwapped: Bool) -> Anomaly {
    let treatment = Self.coversNobody
    guard looksSwapped else {
      return anomaly(
        .error, .drawingOutsideUnits, feature,
        finding: Wording(fr: "le dessin ne touche aucune unité", en: "it touches no unit"),
        treatment: treatment)
    }
    return anomaly(
      .error, .drawingOutsideUnits, feature,
      finding: Wording(
        fr: "le dessin ne touche aucune unité ; il le ferait avec ses coordonnées échangées",
        en: "it touches no unit; it would with its coordinates exchanged"),
      treatment: Wording(
        fr: "\(treatment.french) : exportez-le avec la longitude (ou l’est) d’abord",
        en: "\(treatment.english): export it with longitude (or east) first"))
  }

  /// A drawing of which a part lies outside of the units. Areas are in square metres.
  func beyondUnits(_ feature: Int, outside: Double, of whole: Double) -> Anomaly {
    let (part, all) = (NumberText.measure(outside / 1e6), NumberText.measure(whole / 1e6))
    let percent = NumberText.decimal(100 * outside / whole, 1)
    return anomaly(
      .warning, .drawingBeyondUnits, feature,
      finding: Wording(
        fr: "\(part) km² du territoire, sur \(all), sont hors des unités (\(percent) %)",
        en: "\(part) km² of the territory, of \(all), are outside of the units (\(percent) %)"),
      treatment: Wording(
        fr: "cette partie ne couvre personne : vérifiez le dessin",
        en: "that part covers nobody: check the drawing"))
  }

  /// Nothing of the drawing is wider, or has more people, than noise of drawing.
  func tooNarrow(_ feature: Int, width: Double) -> Anomaly {
    let metres = NumberText.whole(Int(width.rounded(.up)))
    return anomaly(
      .warning, .narrowDrawing, feature,
      finding: Wording(
        fr: "le dessin n’a nulle part plus de \(metres) m de large et d’habitants qu’un liseré",
        en: "nowhere is the drawing wider than \(metres) m, nor has it more people than a sliver"),
      treatment: Wording(
        fr: "il ne couvre personne : --sliver-width 0 prend les dessins à la lettre",
        en: "it covers nobody: --sliver-width 0 takes drawings at their word"))
  }

  private func anomaly(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, _ feature: Int, finding: Wording,
    treatment: Wording
  ) -> Anomaly {
    Anomaly(
      severity, rule, file: path, line: rows[feature].line, object: rows[feature].cpts.text,
      finding: finding, treatment: treatment)
  }
}
