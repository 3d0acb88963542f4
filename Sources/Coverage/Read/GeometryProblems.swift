import GeoKernel

/// What readers of geometry say in the same words.
extension Wording {
  static func partsWithoutArea(_ count: Int) -> Wording {
    Wording(
      fr: count.inFrench("partie", "parties") + " sans surface (point, ligne ou contour plat)",
      en: count.inEnglish("part", "parts") + " without area (point, line or flat ring)")
  }

  static func unreadableGeometry(_ reason: Wording) -> Wording {
    Wording(
      fr: "géométrie illisible (\(reason.french))",
      en: "the geometry is unreadable (\(reason.english))")
  }

  static let notFinite = Wording(
    fr: "une coordonnée n’est pas un nombre fini", en: "a coordinate is no finite number")
}

extension WKBFault {
  /// What is wrong, for a reader who does not program.
  var reason: Wording {
    switch self {
    case .truncated: Wording(fr: "tronquée", en: "truncated")
    case .nestedTooDeep: Wording(fr: "trop de niveaux imbriqués", en: "nested too deep")
    case .notFinite: .notFinite
    case .tooManyVertices:
      Wording(
        fr: "arcs de cercle trop nombreux ou trop longs", en: "arcs that are too many or too long")
    case .badHeader: Wording(fr: "en-tête incorrect", en: "bad header")
    case .unknownType(let code):
      switch (code & 0x1FFF_FFFF) % 1000 {
      case 8...11:
        Wording(
          fr: "arcs de cercle : convertissez-les en segments", en: "arcs: convert them to segments")
      default: Wording(fr: "type \(code)", en: "type \(code)")
      }
    }
  }
}

extension InputFault {
  /// Coordinates that cannot be degrees, of a layer that says nothing else.
  static func noDegrees(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "coordonnées hors de ±180 et ±90 degrés, sans système de référence qui l’explique",
        en: "coordinates beyond ±180 and ±90 degrees, and no reference system that explains it"),
      cure: Wording(
        fr:
          "déclarez le système de la couche (par exemple EPSG:2154 ; hors d’un GeoPackage, après le nom du fichier : "
          + "FICHIER#EPSG:2154) ou exportez en WGS 84",
        en:
          "declare the layer's system (for instance EPSG:2154; but for a GeoPackage, after the name of the file: "
          + "FILE#EPSG:2154) or export it in WGS 84"))
  }
}
