import Synchronization

/// Seconds that each step of a study took, and who wants to hear of each.
public final class StepClock: Sendable {
  private let seconds = Mutex<[(step: String, seconds: Double)]>([])
  private let onStep: @Sendable (Wording) -> Void

  /// - Parameter onStep: called at the beginning of each step, from any task.
  public init(onStep: @escaping @Sendable (Wording) -> Void = { _ in }) {
    self.onStep = onStep
  }

  func measure<Value>(
    _ step: Wording, _ body: () throws -> Value
  ) rethrows -> Value {
    let start = begin(step)
    defer { end(step, since: start) }
    return try body()
  }

  func measure<Value>(
    _ step: Wording, _ body: () async throws -> Value
  ) async rethrows -> Value {
    let start = begin(step)
    defer { end(step, since: start) }
    return try await body()
  }

  private func begin(_ step: Wording) -> ContinuousClock.Instant {
    onStep(step)
    return ContinuousClock.now
  }

  private func end(_ step: Wording, since start: ContinuousClock.Instant) {
    let duration = ContinuousClock.now - start
    let (whole, fraction) = duration.components
    seconds.withLock {
      $0.append((step.french, Double(whole) + Double(fraction) / 1e18))
    }
  }

  /// Seconds by step, under its French name.
  public var steps: [String: Double] {
    seconds.withLock { Dictionary($0.map { ($0.step, $0.seconds) }, uniquingKeysWith: +) }
  }
}
