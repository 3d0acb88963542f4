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

/// What becomes of each value, at most `jobs` at once; results in the order of the values.
func mapAll<Value: Sendable, Result: Sendable>(
  jobs: Int, _ values: [Value], _ transform: @escaping @Sendable (Value) throws -> Result
) async throws -> [Result] {
  guard jobs > 1 else { return try values.map(transform) }
  return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: values.count)
    for (index, value) in values.enumerated() {
      if index >= jobs, let (done, result) = try await group.next() { results[done] = result }
      group.addTask { (index, try transform(value)) }
    }
    for try await (done, result) in group { results[done] = result }
    return results.compactMap { $0 }
  }
}

/// What becomes of each number below a count, every other one on each of two tasks; results in their
/// order.
///
/// - Parameters:
///   - scratch: makes what one task keeps from one number to the next.
func mapInTurns<Scratch, Result: Sendable>(
  jobs: Int, _ count: Int, with scratch: @autoclosure @Sendable () -> Scratch,
  _ transform: @Sendable (inout Scratch, Int) -> Result
) async throws -> [Result] {
  @Sendable func results(from first: Int) -> [Result] {
    guard first < count else { return [] }
    var scratch = scratch()
    return stride(from: first, to: count, by: 2).map { transform(&scratch, $0) }
  }
  let (even, odd) = try await concurrently(
    jobs: jobs, { results(from: 0) }, { results(from: 1) })
  return (0..<count).map { $0.isMultiple(of: 2) ? even[$0 / 2] : odd[$0 / 2] }
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
