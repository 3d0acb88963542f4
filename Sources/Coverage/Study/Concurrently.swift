/// Runs two pieces of work, at once where two jobs are allowed. The result is the same either way.
func concurrently<First: Sendable, Second: Sendable>(
  jobs: Int, _ first: @Sendable () async throws -> First,
  _ second: @Sendable () async throws -> Second
) async throws -> (First, Second) {
  guard jobs > 1 else { return (try await first(), try await second()) }
  async let started = second()
  let value = try await first()
  return (value, try await started)
}

/// Runs pieces of work, at most `jobs` at once, in their order.
func runAll(jobs: Int, _ work: [@Sendable () throws -> Void]) async throws {
  guard jobs > 1 else {
    for piece in work { try piece() }
    return
  }
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (index, piece) in work.enumerated() {
      if index >= jobs { try await group.next() }
      group.addTask { try piece() }
    }
    try await group.waitForAll()
  }
}
