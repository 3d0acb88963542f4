import GeoKernel

/// Who covers what, by the pairs and the drawings in force: the mesh of a study, and its ground.
struct StudyResolution: Sendable {
  /// As drawings cut it, noise of drawing included.
  let mesh: Mesh
  let ground: StudyGround
  /// What lists give of each unit.
  let listed: ListedUnits
  let grids: [PopulationGrid]
  /// People of the grids by piece of the mesh; nil without one.
  let people: GridPeople?
  /// What lists say that the units do not know.
  let anomalies: [Anomaly]
  /// Rows set aside, by file.
  let setAside: [String: Int]
  /// What grids lack of the units.
  let reach: [Anomaly]

  /// - Parameter cpts: sorted by id.
  /// - Complexity: O(vertices + memberships).
  static func of(
    _ files: StudyFiles, _ pairs: PairsInForce, _ cpts: [DatedCPTS], _ options: StudyOptions,
    _ clock: StepClock
  ) async throws -> StudyResolution {
    let (units, inputs) = (files.normalised.units, files.inputs)
    let (mesh, (resolved, grids)) = try await concurrently(
      jobs: options.jobs,
      {
        try await clock.measure(.meshing) {
          try await Mesh.build(
            inputs.ground, units, inputs.table, layers: pairs.layers, jobs: options.jobs)
        }
      },
      {
        let resolved = clock.measure(.resolving) {
          TerritoryResolver.run(
            cpts, pairs.memberships, units, elsewhere: pairs.drawn.union(pairs.withoutTerritory))
        }
        let grids: [PopulationGrid] =
          options.grid.isEmpty
          ? []
          : try clock.measure(.readingGrid) {
            try PopulationGrid.read(all: options.grid, named: options.columns)
          }
        return (resolved, grids)
      })
    let people =
      grids.isEmpty
      ? nil
      : try await clock.measure(.countingCells) {
        try await GridPeople.counted(grids, mesh, jobs: options.jobs)
      }
    let reach = try people.map { people throws(InputFault) in
      try GridReach.anomalies(grids, people, units)
    }
    let ground = try await clock.measure(.resolving) {
      try await StudyGround(resolved.territories, mesh, units, inputs.table, people, options)
    }
    return StudyResolution(
      mesh: mesh, ground: ground, listed: resolved.listed, grids: grids, people: people,
      anomalies: resolved.anomalies,
      setAside: resolved.setAside, reach: reach ?? [])
  }

  /// Other lists on the same drawings: the mesh and the people of the grids are not made again.
  ///
  /// - Complexity: O(memberships + units), and the slivers of the drawings.
  func of(
    _ files: StudyFiles, _ pairs: PairsInForce, _ cpts: [DatedCPTS], _ options: StudyOptions,
    _ clock: StepClock
  ) async throws -> StudyResolution {
    let units = files.normalised.units
    return try await clock.measure(.resolving) {
      let resolved = TerritoryResolver.run(
        cpts, pairs.memberships, units, elsewhere: pairs.drawn.union(pairs.withoutTerritory))
      return StudyResolution(
        mesh: mesh,
        ground: try await StudyGround(
          resolved.territories, mesh, units, files.inputs.table, people, options),
        listed: resolved.listed, grids: grids, people: people, anomalies: resolved.anomalies,
        setAside: resolved.setAside, reach: reach)
    }
  }
}
