extension Study {
  /// The most populous unit of a sector.
  func mainUnit(of ground: SectorGround) -> Unit {
    units[mesh.pieces.unit[ground.pieces[Int(ground.mainUnit)]]]
  }

  /// The CPTS to come of a sector that another takes while it mentors it: the projects that are there, or
  /// the one that would be created.
  func mentored(of ground: SectorGround) -> String {
    ground.projects.isEmpty
      ? "CPTS à venir : \(mainUnit(of: ground).name)"
      : ground.projects.map { territories[$0.own.cpts].id.text }.joined(separator: "|")
  }
}
