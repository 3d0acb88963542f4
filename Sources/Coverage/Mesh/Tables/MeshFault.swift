import GeoKernel

/// Why no mesh could be built.
enum MeshFault: Error {
  case projection(ProjectionFault)
  case notLongitudesAndLatitudes
  case geos(GEOSFault)
  /// Borders cross each other without end.
  case tangled
}

extension Mesh {
  /// The mesh of a study's units.
  ///
  /// - Throws: `InputFault` when the file's coordinates cannot be longitudes and latitudes.
  static func build(
    _ ground: MeshGround, _ units: StudyUnits, _ table: FeatureTable, layers: [DrawnLayer] = [],
    jobs: Int
  ) async throws -> Mesh {
    do {
      return try await Mesh(
        ground, features: units.features, reference: table.reference, layers: layers, jobs: jobs)
    } catch let error as MeshFault {
      switch error {
      case .notLongitudesAndLatitudes: throw InputFault.noDegrees(table.path)
      case .projection(let fault): throw MeshFault.inputFault(fault, path: table.path)
      case .tangled: throw MeshFault.tangledBorders(table.path)
      case .geos(let fault):
        throw InputFault(
          path: table.path,
          problem: Wording(
            fr: "géométrie que GEOS refuse (\(fault))", en: "geometry that GEOS refuses (\(fault))"),
          cure: Wording(
            fr: "réparez la couche (QGIS : Réparer les géométries)",
            en: "repair the layer (QGIS: Fix geometries)"))
      }
    }
  }
}

extension MeshFault {
  /// A reference system that PROJ refuses, in the file that declares it.
  static func inputFault(_ fault: ProjectionFault, path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "système de référence « \(fault.definition) » : \(fault.message)",
        en: "reference system “\(fault.definition)”: \(fault.message)"),
      cure: Wording(fr: "exportez la couche en WGS 84", en: "export the layer in WGS 84"))
  }

  /// A map whose lines cross each other without end.
  static func tangledBorders(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "les côtés des polygones se croisent en trop d’endroits pour être une carte",
        en: "the sides of the polygons cross in too many places to be a map"),
      cure: Wording(
        fr: "vérifiez la géométrie (QGIS : Vérifier la validité)",
        en: "check the geometry (QGIS: Check validity)"))
  }
}
