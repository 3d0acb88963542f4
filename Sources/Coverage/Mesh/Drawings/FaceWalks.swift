/// Closed walks along the sides of divided units and of the outside.
struct FaceWalks {
  /// Walk of each side, by the side's index; -1 for sides of units that are not divided.
  let walkOfSide: [Int32]
  /// Units with a side on a walk of another unit: the borders there divide nothing.
  let disputed: Set<Int32>
  private let walks: [SideWalks.Walk]
  /// For a walk around what lies in a face, a walk of that face nearer to its outer one; -1 for none.
  private let host: [Int32]

  var count: Int { walks.count }

  /// Unit that a walk is in, or the outside.
  func unit(of walk: Int) -> Int32 { walks[walk].unit }

  /// Whether a walk runs around its face; otherwise it runs around what lies in the face.
  func isOuter(_ walk: Int) -> Bool { walks[walk].isOuter }

  /// - Complexity: O(edges + walks × edges of their latitude).
  init(
    _ edges: EdgeTable, _ vertices: RepairedVertices, isActive: [Bool], isDivided: [Bool],
    jobs: Int
  ) async throws {
    func isWalked(_ unit: Int32) -> Bool { unit < 0 || isDivided[Int(unit)] }
    var isWanted = [Bool](repeating: false, count: vertices.count)
    var isMet = [Bool](repeating: false, count: edges.count)
    for edge in isActive.indices where isActive[edge] {
      guard isWalked(edges.left[edge]) || isWalked(edges.right[edge]) else { continue }
      isMet[edge] = true
      isWanted[Int(edges.low[edge])] = true
      isWanted[Int(edges.high[edge])] = true
    }
    let ground = SideWalks.Ground(
      edges: edges, vertices: vertices,
      fans: EdgeFans(edges, vertices, active: isActive, at: isWanted), isMet: isMet)
    // The walks of one unit have nothing to do with those of another: half of the units each.
    let divided = isDivided.indices.filter { isDivided[$0] }
    let middle = divided.isEmpty ? 0 : Int32(divided[divided.count / 2])
    let (first, second) = try await concurrently(
      jobs: jobs,
      { SideWalks(ground) { $0 >= 0 && $0 < middle && isDivided[Int($0)] } },
      { SideWalks(ground) { $0 < 0 || $0 >= middle && isDivided[Int($0)] } })
    let all = first.joined(with: second)
    (walks, walkOfSide) = (all.walks, all.walkOfSide)
    disputed = first.disputed.union(second.disputed)
    host = Self.hosts(walks, walkOfSide, ground)
  }

  private static func hosts(
    _ walks: [SideWalks.Walk], _ walkOfSide: [Int32], _ ground: SideWalks.Ground
  ) -> [Int32] {
    var host = [Int32](repeating: -1, count: walks.count)
    let inner = walks.indices.filter { !walks[$0].isOuter }
    let east = EastwardSearch(
      ground.edges, ground.vertices, among: ground.isMet,
      from: inner.map { walks[$0].easternmost })
    for (walk, side) in zip(inner, east.sidesMet()) {
      if let side { host[walk] = walkOfSide[side.index] }
    }
    return host
  }

  /// The walk around the face that a walk is in; nil in the unbounded face.
  ///
  /// - Complexity: O(walks between them): each host lies further east.
  func outer(of walk: Int) -> Int? {
    var walk = walk
    while !walks[walk].isOuter {
      guard host[walk] >= 0 else { return nil }
      walk = Int(host[walk])
    }
    return walk
  }
}
