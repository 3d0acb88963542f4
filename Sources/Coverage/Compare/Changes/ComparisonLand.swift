/// The ground that a comparison is drawn on: units with their polygons.
struct ComparisonLand: Sendable {
  let units: StudyUnits
  let mesh: Mesh
  /// Read for the map alone; nil where a study has it.
  var digest: InputDigest? = nil
}

extension ComparisonLand {
  /// Communes below which a map would say no more than the tables.
  private static let leastDrawn = 100

  /// The France that the tool carries, on which two folders can be drawn, as these have no polygons.
  ///
  /// - Returns: nil where it is not there, or does not have every commune, or these are few.
  /// - Complexity: that of reading the units and of their mesh.
  static func carried(
    having communes: [Snapshot.Commune], jobs: Int, _ clock: StepClock
  ) async throws -> ComparisonLand? {
    guard communes.count >= leastDrawn, let file = try? CarriedUnits.find().pinned() else {
      return nil
    }
    let inputs = try await StudyInputs.read(file, jobs: jobs, clock)
    let units = try clock.measure(.normalising) {
      var normaliser = try UnitsNormaliser(inputs.table, named: [:])
      return normaliser.run()
    }
    let known = Set(units.communes.map(\.code))
    guard communes.allSatisfy({ known.contains($0.code) }) else { return nil }
    let mesh = try await clock.measure(.meshing) {
      try await Mesh.build(inputs.ground, units, inputs.table, jobs: jobs)
    }
    return ComparisonLand(units: units, mesh: mesh, digest: try InputDigest(file))
  }
}

/// What became of a commune, for the map.
enum CommuneFate: Int, CaseIterable, Sendable {
  /// Covered, all or in part, and was before.
  case covered
  /// More of it is covered, for another reason than the census.
  case gained
  /// Less of it is.
  case lost
  /// Not covered, before or after.
  case white
}

extension Comparison {
  /// By commune of after.
  ///
  /// - Complexity: O(communes + changes).
  func fates() -> [CommuneFate] {
    var people = [Int](repeating: 0, count: ground.groups.count)
    for change in changes where change.cause != .population {
      people[Int(change.group)] += change.people
    }
    return after.communes.indices.map { place in
      let change = people[Int(ground.groupOfAfter[place])]
      if change != 0 { return change > 0 ? .gained : .lost }
      return after.communes[place].stage >= after.whiteBelow ? .covered : .white
    }
  }
}
