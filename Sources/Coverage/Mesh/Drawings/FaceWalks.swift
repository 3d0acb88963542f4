/// Closed walks along the sides of divided units and of the outside.
struct FaceWalks {
  /// Walk of each side, by the side's index; none for sides of units that are not divided.
  let walkOfSide: Column<DirectedEdge, Index<SideWalks.Walk>>
  /// Units with a side on a walk of another unit: the borders there divide nothing.
  let disputed: Set<Index<Unit>>
  private let walks: Column<SideWalks.Walk, SideWalks.Walk>
  /// For a walk around what lies in a face, a walk of that face nearer to its outer one; none in the unbounded face,
  /// and the walk itself where borders do not tell.
  private let host: Column<SideWalks.Walk, Index<SideWalks.Walk>>

  var indices: Range<Index<SideWalks.Walk>> { walks.indices }

  /// Unit that a walk is in, or the outside.
  func unit(of walk: Index<SideWalks.Walk>) -> Index<Unit> { walks[walk].unit }

  /// - Complexity: O(n log² n) in edges, and hardly more than O(edges) on maps.
  init(
    _ edges: EdgeTable<Unit>, _ vertices: RepairedVertices, isActive: Column<Edge, Bool>,
    isDivided: Column<Unit, Bool>, jobs: Int
  ) async throws {
    func isWalked(_ unit: Index<Unit>) -> Bool { !unit.exists || isDivided[unit] }
    var isWanted = Column<Vertex, Bool>(repeating: false, count: vertices.count)
    var isMet = Column<Edge, Bool>(repeating: false, count: edges.count)
    for edge in isActive.indices where isActive[edge] {
      guard isWalked(edges.left[edge]) || isWalked(edges.right[edge]) else { continue }
      isMet[edge] = true
      isWanted[edges.low[edge]] = true
      isWanted[edges.high[edge]] = true
    }
    let ground = SideWalks.Ground(
      edges: edges, vertices: vertices,
      fans: EdgeFans(edges.ends, vertices, active: isActive, at: isWanted), isMet: isMet)
    // The walks of one unit have nothing to do with those of another: half of the units each.
    let divided = isDivided.indices.filter { isDivided[$0] }
    let middle = divided.isEmpty ? Index(0) : divided[divided.count / 2]
    let (first, second) = try await concurrently(
      jobs: jobs,
      { SideWalks(ground) { $0.exists && $0 < middle && isDivided[$0] } },
      { SideWalks(ground) { !$0.exists || $0 >= middle && isDivided[$0] } })
    let all = first.joined(with: second)
    (walks, walkOfSide) = (all.walks, all.walkOfSide)
    disputed = first.disputed.union(second.disputed)
    host = Self.hosts(walks, walkOfSide, ground)
  }

  private static func hosts(
    _ walks: Column<SideWalks.Walk, SideWalks.Walk>,
    _ walkOfSide: Column<DirectedEdge, Index<SideWalks.Walk>>, _ ground: SideWalks.Ground
  ) -> Column<SideWalks.Walk, Index<SideWalks.Walk>> {
    var host = Column<SideWalks.Walk, Index<SideWalks.Walk>>(
      repeating: .missing, count: walks.count)
    let inner = walks.indices.filter { !walks[$0].isOuter }
    let east = EastwardSearch(
      ground.edges.ends, ground.vertices, among: ground.isMet,
      from: inner.map { walks[$0].easternmost })
    for (walk, side) in zip(inner, east.sidesMet()) {
      let unit = walks[walk].unit
      guard let side else {
        // Only the outside goes on for ever.
        if unit.exists { host[walk] = walk }
        continue
      }
      let around = walkOfSide[side.index]
      // A face of no width may seem to run the wrong way round, in the midst of another: it is one of its own.
      host[walk] = around.exists && walks[around].unit == unit ? around : walk
    }
    return host
  }

  /// For each walk the one around the face that it is in, which may be itself; missing in the unbounded face.
  ///
  /// Each host lies further east, so that none comes twice on the way to the outer walk. Where borders divide
  /// nothing one might: such a walk is taken for one of the unbounded face.
  ///
  /// - Complexity: O(walks).
  func outers() -> Column<SideWalks.Walk, Index<SideWalks.Walk>> {
    var outer = Column<SideWalks.Walk, Index<SideWalks.Walk>>(
      repeating: .missing, count: walks.count)
    var isPassed = Column<SideWalks.Walk, Bool>(repeating: false, count: walks.count)
    var way: [Index<SideWalks.Walk>] = []
    for start in walks.indices where !isPassed[start] {
      way.removeAll(keepingCapacity: true)
      var walk = start
      while walk.exists, !isPassed[walk] {
        isPassed[walk] = true
        way.append(walk)
        let isOuter = walks[walk].isOuter || host[walk] == walk
        if isOuter { outer[walk] = walk }
        walk = isOuter ? .missing : host[walk]
      }
      let end = walk.exists ? outer[walk] : way.last.map { outer[$0] } ?? .missing
      for passed in way { outer[passed] = end }
    }
    return outer
  }
}
