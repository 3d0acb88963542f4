import GeoKernel

extension DeclaredReference {
  /// Whether coordinates are degrees.
  var isGeographic: Bool {
    if case .other(let definition) = self { return Projection.isGeographic(definition) }
    return true
  }

  /// - Throws: for a system whose coordinates are no places on a map.
  func refuseWithoutPlaces(path: String) throws(InputFault) {
    if case .other(let definition) = self {
      try InputFault.refuseWithoutPlaces(definition, path: path)
    }
  }
}

extension InputFault {
  /// - Parameter definition: the reference system of a layer, drawing or grid, as PROJ is asked for it.
  /// - Throws: where its coordinates are no places on a map: geocentric, vertical, local. PROJ would
  ///   transform them all the same.
  static func refuseWithoutPlaces(_ definition: String, path: String) throws(InputFault) {
    let kind: Wording
    switch ReferenceSystemKind(definition) {
    case .places, .unknown: return
    case .geocentric:
      kind = Wording(
        fr: "donne des distances au centre de la Terre (géocentrique)",
        en: "gives distances from the centre of the Earth (geocentric)")
    case .vertical:
      kind = Wording(
        fr: "ne donne que des altitudes (vertical)", en: "gives heights alone (vertical)")
    case .local:
      kind = Wording(
        fr: "est local, sans lien avec la Terre", en: "is local, tied to no place on Earth")
    case .other: kind = Wording(fr: "ne donne pas de lieux", en: "gives no places")
    }
    let name = ShownName.shortened(definition)
    throw InputFault(
      path: path,
      problem: Wording(
        fr: "le système de référence « \(name) » \(kind.french)",
        en: "the reference system “\(name)” \(kind.english)"),
      cure: Wording(
        fr:
          "déclarez le vrai système des coordonnées (par exemple EPSG:2154), ou exportez en WGS 84",
        en:
          "declare the true system of the coordinates (for instance EPSG:2154), or export in WGS 84"
      ))
  }
}
