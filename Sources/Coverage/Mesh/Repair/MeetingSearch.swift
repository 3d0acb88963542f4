/// Finds the places where free edges touch or cross others.
///
/// Every edge is held against the free ones near it, in blocks that two tasks share out. What each block
/// found is put together in the order of the edges, whatever the number of tasks.
struct MeetingSearch: Sendable {
  private let geometry: EdgeGeometry
  private let edges: EdgeTable<Unit>
  private let isFree: Column<Edge, Bool>
  private let isDrawn: Column<Edge, Bool>
  private let free: [Index<Edge>]
  private let boxes: [SegmentGrid.Box]
  private let grid: SegmentGrid

  /// What some edges were found to meet, in their order.
  struct Places: Sendable {
    /// Vertices that lie on an edge between its ends.
    var touches: [(edge: Index<Edge>, vertex: Index<Vertex>, along: Double, bends: Bool)] = []
    /// Pairs of edges that touch nowhere, and the place where they cross.
    var crossings: [(free: Index<Edge>, other: Index<Edge>, point: SIMD2<Double>)] = []
    /// Pairs of edges whose boxes meet.
    var pairCount = 0
    var isTangled = false
  }

  private static let blockLength = 1 << 14

  /// - Complexity: O(edges).
  init(
    _ geometry: EdgeGeometry, _ edges: EdgeTable<Unit>, isFree: Column<Edge, Bool>,
    isDrawn: Column<Edge, Bool>
  ) {
    self.geometry = geometry
    self.edges = edges
    self.isFree = isFree
    self.isDrawn = isDrawn
    free = isFree.indices.filter { isFree[$0] }
    boxes = free.map { geometry.box(of: $0) }
    grid = SegmentGrid(boxes, margin: geometry.tolerance.joining)
  }

  /// - Complexity: O(edges), and for free edges what their cells hold.
  /// - Throws: `TangledEdges` when there are more meetings than any map has.
  func places(jobs: Int) async throws -> [Places] {
    guard !free.isEmpty else { return [] }
    let blocks = (edges.count + Self.blockLength - 1) / Self.blockLength
    // Edges of drawings come last and meet most: every other block to each task.
    let found = try await mapInTurns(
      jobs: jobs, blocks,
      with: Progress(grid: grid, lastSeen: Array(repeating: .missing, count: free.count))
    ) { places(ofBlock: $1, &$0) }
    let pairs = found.reduce(0) { $0 + $1.pairCount }
    if pairs > mostPairs || found.contains(where: { $0.isTangled }) { throw TangledEdges() }
    return found
  }

  private var mostPairs: Int { TangledEdges.mostPairsEach * (edges.count + 1000) }

  /// What a task keeps from one block to the next.
  private struct Progress {
    var grid: SegmentGrid
    /// For each free edge, the last that it was held against.
    var lastSeen: [Index<Edge>]
    var pairs = 0
    var looks = 0
  }

  private func places(ofBlock block: Int, _ task: inout Progress) -> Places {
    var places = Places()
    // Half a million edges pass here and few stay: columns of their own keep the loop short.
    let (left, right) = (edges.left, edges.right)
    let start = Index<Edge>(block * Self.blockLength)
    for other in start..<min(start + Self.blockLength, left.endIndex)
    where left[other].exists || right[other].exists || isDrawn[other] {
      if task.pairs + places.pairCount > mostPairs || task.looks > TangledEdges.mostLooks {
        places.isTangled = true
        break
      }
      task.looks += search(other, &task.grid, &task.lastSeen, &places)
    }
    task.pairs += places.pairCount
    return places
  }

  /// Holds an edge against the free ones near it.
  ///
  /// - Returns: how many looks it took.
  private func search(
    _ other: Index<Edge>, _ grid: inout SegmentGrid, _ lastSeen: inout [Index<Edge>],
    _ places: inout Places
  ) -> Int {
    let box = geometry.box(of: other)
    return grid.candidates(for: box) { index in
      guard lastSeen[index] != other else { return }
      lastSeen[index] = other
      let edge = free[index]
      // A pair of free edges is met from both sides.
      guard edge != other, edge < other || !isFree[other],
        boxes[index].touches(box, margin: geometry.tolerance.joining)
      else { return }
      places.pairCount += 1
      places.add(edge, other, geometry)
    }
  }
}

extension MeetingSearch.Places {
  /// Ends that lie on the other edge; where none does, and none is common, the crossing.
  fileprivate mutating func add(
    _ first: Index<Edge>, _ second: Index<Edge>, _ geometry: EdgeGeometry
  ) {
    let ends = geometry.ends
    let (a, b, c, d) = (
      ends.low[first], ends.high[first], ends.low[second], ends.high[second]
    )
    let before = touches.count
    touch(first, at: c, geometry)
    touch(first, at: d, geometry)
    touch(second, at: a, geometry)
    touch(second, at: b, geometry)
    let isJoined = a == c || a == d || b == c || b == d
    guard !isJoined, touches.count == before, let point = geometry.crossing(first, second) else {
      return
    }
    crossings.append((first, second, point))
  }

  private mutating func touch(
    _ edge: Index<Edge>, at vertex: Index<Vertex>, _ geometry: EdgeGeometry
  ) {
    guard let place = geometry.touch(edge, vertex) else { return }
    touches.append((edge, vertex, place.along, place.bends))
  }
}
