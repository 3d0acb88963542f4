/// Says where the borders of neighbours did not fit.
enum BorderAnomalies {
  static func all(_ mesh: Mesh, _ units: StudyUnits, file: String) -> [Anomaly] {
    mesh.findings.map { finding in
      let unit = units[finding.unit]
      let neighbour = finding.neighbour.map { units[$0] }
      let beside = neighbour.map { "\($0.code) \($0.name)" } ?? ""
      let (rule, text, treatment) = words(for: finding.kind, beside: beside)
      return Anomaly(
        .information, rule, file: file, line: unit.line, object: unit.code.text, finding: text,
        treatment: treatment)
    }
  }

  private static func words(
    for kind: BorderFinding.Kind, beside: String
  ) -> (Anomaly.Rule, Wording, Wording) {
    switch kind {
    case .joined(let points):
      return (
        .unmatchedBorder,
        Wording(
          fr: points.inFrench("point de rencontre manquait", "points de rencontre manquaient")
            + " sur ses côtés",
          en: points.inEnglish("meeting point was", "meeting points were")
            + " missing on its sides"),
        Wording(
          fr: "ajoutés dans le maillage, la donnée est intacte",
          en: "added in the mesh, the data are untouched")
      )
    case .overlap(let sides):
      return (
        .unmatchedBorder,
        Wording(
          fr: sides.inFrench("côté passe", "côtés passent") + " dans \(beside)",
          en: sides.inEnglish("side runs", "sides run") + " inside \(beside)"),
        Wording(
          fr: "les deux sont voisines ; la donnée est intacte",
          en: "the two are neighbours; the data are untouched")
      )
    case .closedGap(let width, let area):
      return (
        .gapBetweenUnits,
        Wording(
          fr: "vide de \(metres(width)) m de large, \(metres(area)) m², avec \(beside)",
          en: "gap \(metres(width)) m wide, \(metres(area)) m², with \(beside)"),
        Wording(
          fr: "fermé dans le maillage, la donnée est intacte",
          en: "closed in the mesh, the data are untouched")
      )
    case .hole(let width, let area):
      return (
        .gapBetweenUnits,
        Wording(
          fr: "vide de \(metres(width)) m de large, \(metres(area)) m² "
            + (beside.isEmpty ? "dans l’unité" : "entre elle et \(beside)"),
          en: "gap \(metres(width)) m wide, \(metres(area)) m² "
            + (beside.isEmpty ? "inside the unit" : "between it and \(beside)")),
        Wording(
          fr: "laissé vide : lac, enclave ou unité absente du fichier",
          en: "left empty: a lake, an enclave, or a unit missing from the file")
      )
    case .misfits(let misfits): return (.unmatchedBorder, sum(of: misfits), .fitted)
    case .holes(let gaps):
      return (
        .gapBetweenUnits,
        Wording(
          fr:
            "\(gaps.count.inFrench("vide", "vides")) le long de ses côtés, "
            + "de \(metres(gaps.mostWidth)) m de large au plus, \(metres(gaps.area)) m² en tout",
          en:
            "\(gaps.count.inEnglish("gap", "gaps")) along its sides, \(metres(gaps.mostWidth)) m wide at most, "
            + "\(metres(gaps.area)) m² in all"),
        Wording(
          fr: "laissés vides : lacs, enclaves, unités absentes du fichier ou limites mal dessinées",
          en: "left empty: lakes, enclaves, units missing from the file, or borders badly drawn")
      )
    }
  }

  /// What did not fit of one unit, in one sentence.
  private static func sum(of misfits: UnitMisfits) -> Wording {
    let (closed, welded) = (misfits.closed, misfits.welded)
    let (width, area, reach) = (metres(closed.mostWidth), metres(closed.area), reach(welded.metres))
    let parts: [(Int, Wording)] = [
      (
        welded.corners,
        Wording(
          fr: welded.corners.inFrench("coin", "coins")
            + " à moins de \(reach) de ceux d’autres unités",
          en: welded.corners.inEnglish("corner", "corners")
            + " less than \(reach) from those of other units")
      ),
      (
        misfits.points,
        Wording(
          fr: misfits.points.inFrench(
            "point de rencontre manquait", "points de rencontre manquaient") + " sur ses côtés",
          en: misfits.points.inEnglish("meeting point was", "meeting points were")
            + " missing on its sides")
      ),
      (
        misfits.sides,
        Wording(
          fr: misfits.sides.inFrench("côté passe", "côtés passent") + " dans d’autres unités",
          en: misfits.sides.inEnglish("side runs", "sides run") + " inside other units")
      ),
      (
        closed.count,
        Wording(
          fr: closed.count.inFrench("vide", "vides")
            + " de \(width) m de large au plus, \(area) m² en tout",
          en: closed.count.inEnglish("gap", "gaps") + " \(width) m wide at most, \(area) m² in all")
      ),
    ]
    let said = parts.filter { $0.0 > 0 }.map { $0.1 }
    return Wording(
      fr: said.map(\.french).joined(separator: ", "),
      en: said.map(\.english).joined(separator: ", "))
  }

  /// A length that metres are below, in words that are the same in both languages.
  private static func reach(_ metres: Double) -> String {
    let steps = [(0.001, "1 mm"), (0.01, "1 cm"), (0.1, "10 cm"), (1, "1 m"), (10, "10 m")]
    return steps.first { metres < $0.0 }?.1 ?? "30 m"
  }

  private static func metres(_ number: Double) -> String { NumberText.measure(number) }
}

extension Wording {
  fileprivate static let fitted = Wording(
    fr: "réuni, joint ou fermé dans le maillage, la donnée est intacte",
    en: "joined or closed in the mesh, the data are untouched")
}
