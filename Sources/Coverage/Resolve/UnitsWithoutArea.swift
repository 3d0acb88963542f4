/// Units whose rings enclose nothing: flat ones, and those with holes larger than their outlines.
enum UnitsWithoutArea {
  static func anomalies(_ mesh: Mesh, _ units: StudyUnits, file: String) -> [Anomaly] {
    mesh.units.compactMap { index in
      guard mesh.hasGeometry(index), mesh.unitAreas[index] < Arrangement.leastSquareMetres
      else { return nil }
      let unit = units[index]
      return Anomaly(
        .warning, .damagedGeometry, file: file, line: unit.line, object: unit.code.text,
        finding: Wording(
          fr: "son polygone n’enferme aucune surface : "
            + "il est plat, ou ses trous dépassent ses contours",
          en: "its polygon encloses no area: it is flat, or its holes exceed its outlines"),
        treatment: Wording(
          fr: "superficie nulle ; ses habitants comptent", en: "no area; its people count"))
    }
  }
}
