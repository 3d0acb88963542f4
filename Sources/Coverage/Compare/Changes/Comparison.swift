/// What changed between two studies, and why: read → common ground → matches → causes, CPTS, zones, overlaps.
public struct Comparison: Sendable {
  public let before: Snapshot
  public let after: Snapshot
  /// One waterfall an area: the whole first, then regions and departments by code.
  public let waterfalls: [Waterfall]
  public let cpts: [CPTSComparison]
  /// Lineage of zones, and of sectors.
  public let zones: [ZoneLink]
  public let sectors: [ZoneLink]
  /// nil where a folder does not say its overlaps.
  public let overlaps: [OverlapComparison]?
  /// Ids that another CPTS has by now.
  public let reusedIDs: [CPTSID]
  /// By which the euros are.
  public let pack: RulePack
  /// Files read, before and after; the file of movements last where it was needed.
  public let digests: (before: [InputDigest], after: [InputDigest], movements: InputDigest?)
  /// As the user named both.
  public let names: (before: String, after: String)

  let ground: CommonGround
  let changes: [CommuneChange]
  /// What it is drawn on; nil where nothing is known of the borders of communes.
  private(set) var land: ComparisonLand?

  /// The whole.
  public var whole: Waterfall { waterfalls[0] }

  /// Compares two studies.
  ///
  /// - Parameters:
  ///   - movements: INSEE's file, needed where the codes of both differ.
  ///   - jobs: tasks at once.
  /// - Complexity: that of the studies; of two folders, O(bytes), and the units that they are drawn on.
  /// - Throws: what a study throws; for folders that are no whole report; for studies that cannot be compared.
  public static func run(
    _ before: ComparedStudy, _ after: ComparedStudy, movements: InputPath? = nil,
    jobs: Int = 1, clock: StepClock = StepClock()
  ) async throws -> Comparison {
    let left = try await before.read(clock)
    let right = try await after.read(clock)
    try refuseOthers(left.snapshot, right.snapshot, before.name, after.name)
    var comparison = try clock.measure(.comparing) {
      let movements = try movements?.pinned()
      let ground = try CommonGround(left.snapshot, right.snapshot, movements: movements)
      let digest = try movements.flatMap { file throws(InputFault) in
        ground.hasMovements ? try InputDigest(file) : nil
      }
      return try Comparison(
        left.snapshot, right.snapshot, ground, (left.digests, right.digests, digest),
        (before.name, after.name))
    }
    comparison.land = right.land
    if comparison.land == nil {
      // The communes of before may be of another year: only those of after are drawn.
      let isSameGround = !comparison.ground.hasMovements
      comparison.land =
        isSameGround && left.land != nil
        ? left.land
        : try await .carried(having: comparison.after.communes, jobs: jobs, clock)
    }
    return comparison
  }

  init(
    _ before: Snapshot, _ after: Snapshot, _ ground: CommonGround,
    _ digests: (before: [InputDigest], after: [InputDigest], movements: InputDigest?) = (
      [], [], nil
    ),
    _ names: (before: String, after: String) = ("", "")
  ) throws(InputFault) {
    let count = ground.groups.count
    let old = CPTSGround(before, groupOfCommune: ground.groupOfBefore, count: count)
    let new = CPTSGround(after, groupOfCommune: ground.groupOfAfter, count: count)
    let matches = CPTSMatches(before, after, old, new)
    reusedIDs = matches.reusedIDs
    let changes = CommuneChanges(before, after, ground, old, new, matches).all()
    let library = try RuleLibrary.included()
    let inForce = library.pack(at: max(before.day, after.day))
    pack = library.reference(for: inForce) ?? inForce
    self.changes = changes
    waterfalls = Waterfall.all(before, after, changes)
    cpts = CPTSComparisons(
      before: before, after: after, ground: ground, old: old, new: new, matches: matches, pack: pack
    ).all()
    zones = ZoneLineage(before.zones, after.zones, ground, old, new).links()
    sectors = ZoneLineage(before.sectors, after.sectors, ground, old, new).links()
    overlaps = OverlapComparison.all(before, after, ground, matches)
    (self.before, self.after, self.ground) = (before, after, ground)
    (self.digests, self.names) = (digests, names)
  }

  /// What two studies must share for a difference to mean anything.
  static func refuseOthers(
    _ before: Snapshot, _ after: Snapshot, _ name: String, _ other: String
  ) throws(InputFault) {
    guard before.whiteBelow == after.whiteBelow else {
      let stages = (before.whiteBelow.key, after.whiteBelow.key)
      throw InputFault(
        path: other,
        problem: Wording(
          fr: "zone blanche en dessous de \(stages.1), et de \(stages.0) dans \(name) : deux "
            + "indicateurs différents",
          en: "white zone below \(stages.1), and below \(stages.0) in \(name): two indicators"),
        cure: Wording(
          fr: "refaites l’une des deux études avec le même --white-below",
          en: "make one of the studies again with the same --white-below"))
    }
    let areas = (before.area?.code ?? "FR", after.area?.code ?? "FR")
    guard areas.0 == areas.1 else {
      throw InputFault(
        path: other,
        problem: Wording(
          fr: "étude de « \(areas.1) », et de « \(areas.0) » dans \(name)",
          en: "a study of “\(areas.1)”, and of “\(areas.0)” in \(name)"),
        cure: Wording(
          fr: "refaites l’une des deux études avec le même --area",
          en: "make one of the studies again with the same --area"))
    }
  }
}

extension Wording {
  static let comparing = Wording(fr: "comparaison", en: "comparison")
}
