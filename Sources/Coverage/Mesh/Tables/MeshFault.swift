import GeoKernel

/// Why no mesh could be built.
enum MeshFault: Error {
  case projection(ProjectionFault)
  /// A corner of a unit has no longitude and latitude.
  case nowhere(SIMD2<Double>)
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
      throw error.inputFault(of: table) { ground.feature(at: $0).map { Int($0) } }
    }
  }
}

extension FeatureTable {
  /// Refuses the coordinates of units that a mesh would refuse, without building one.
  ///
  /// - Complexity: O(vertices).
  func refuseUnitsNowhere() throws(InputFault) {
    let positions = zip(geometry.x, geometry.y).map { SIMD2($0, $1) }
    do throws(MeshFault) {
      let projection = try DegreeProjection(reference)
      try DegreeProjection.screen(positions, in: reference)
      _ = try projection.degrees(positions)
    } catch {
      throw error.inputFault(of: self) { feature(at: $0) }
    }
  }

  private func feature(at place: SIMD2<Double>) -> Int? {
    (0..<geometry.featureCount).first { feature in
      geometry.rings(of: feature).contains { ring in
        geometry.vertices(of: ring).contains { geometry[$0] == place }
      }
    }
  }
}

extension MeshFault {
  /// What a user is told of it.
  ///
  /// - Parameter feature: finds the row with a corner at a place.
  fileprivate func inputFault(
    of table: FeatureTable, feature: (SIMD2<Double>) -> Int?
  ) -> InputFault {
    switch self {
    case .nowhere(let place):
      MeshFault.nowhere(
        place, table.path, line: feature(place).map { table.lines[$0] },
        isDeclared: table.isReferenceDeclared)
    case .projection(let fault): MeshFault.inputFault(fault, path: table.path)
    case .tangled: MeshFault.tangledBorders(table.path)
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

  /// A corner that lies nowhere on Earth, whatever the system: one mistyped, or all of a layer whose system is not
  /// the one declared.
  fileprivate static func nowhere(
    _ place: SIMD2<Double>, _ path: String, line: Int?, isDeclared: Bool
  ) -> InputFault {
    let fault = InputFault.noDegrees(path)
    let corner = "(\(place.x), \(place.y))"
    return InputFault(
      path: path, line: line,
      problem: isDeclared
        ? Wording(
          fr: "coordonnées \(corner) hors de ce que le système de référence du fichier décrit",
          en: "coordinates \(corner) beyond what the file's reference system describes")
        : Wording(
          fr: "\(fault.problem.french) : \(corner)", en: "\(fault.problem.english): \(corner)"),
      cure: Wording(
        fr: "corrigez ce point, ou, si toutes les coordonnées sont ainsi, \(fault.cure.french)",
        en: "correct this point, or, if all coordinates are so, \(fault.cure.english)"))
  }

  /// Drawings that GEOS cannot mend.
  static func refusedByGEOS(_ fault: GEOSFault, _ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "géométrie que GEOS refuse (\(fault))", en: "geometry that GEOS refuses (\(fault))"),
      cure: Wording(
        fr: "réparez la couche (QGIS : Réparer les géométries)",
        en: "repair the layer (QGIS: Fix geometries)"))
  }

  /// A map whose lines cross each other without end.
  static func tangledBorders(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "les côtés des polygones se croisent en trop d’endroits pour être une carte",
        en: "the sides of the polygons cross in too many places to be a map"),
      cure: Wording(
        fr: "trouvez les polygones qui se croisent (QGIS : Vérifier la validité) et réparez-les, "
          + "ou demandez la couche à sa source",
        en: "find the polygons that cross (QGIS: Check validity) and repair them, "
          + "or ask for the layer at its source"))
  }
}
