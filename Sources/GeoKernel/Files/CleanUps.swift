import Synchronization

/// What must be done before the program ends in the middle of its work.
package enum CleanUps {
  private static let all = Mutex((next: 0, work: [Int: @Sendable () -> Void]()))

  /// Adds a piece of work, under a number by which it is taken back.
  static func add(_ work: @escaping @Sendable () -> Void) -> Int {
    all.withLock { all in
      all.next += 1
      all.work[all.next] = work
      return all.next
    }
  }

  static func remove(_ number: Int) { all.withLock { $0.work[number] = nil } }

  /// Does all of them, the last added first.
  package static func run() {
    let work = all.withLock { all in all.work.sorted { $0.key > $1.key }.map(\.value) }
    for piece in work { piece() }
  }
}
