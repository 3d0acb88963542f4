import Coverage
import Foundation
import GeoKernel
import Synchronization

/// One line on standard error that says which step is under way, from the second second on.
final class ProgressLine: Sendable {
  private struct State {
    var step = ""
    var stepsBegun = 0
    var isShown = false
    var isEnded = false
  }

  private static let stepCount = 9
  private let state = Mutex(State())
  private let language: Language
  private let isActive: Bool

  init(_ choice: ProgressChoice, quiet: Bool, _ language: Language) {
    self.language = language
    isActive = !quiet && (choice == .always || choice == .auto && isatty(STDERR_FILENO) == 1)
    guard isActive else { return }
    Task.detached { [self] in
      try await Task.sleep(for: .seconds(choice == .always ? 0 : 1))
      while show() { try await Task.sleep(for: .milliseconds(100)) }
    }
  }

  /// A step begins.
  func begin(_ step: Wording) {
    state.withLock {
      $0.step = step[language]
      $0.stepsBegun += 1
    }
  }

  /// Wipes the line.
  func end() {
    state.withLock {
      if $0.isShown && !$0.isEnded { Self.write("") }
      $0.isEnded = true
    }
  }

  /// - Returns: whether there is more to show.
  private func show() -> Bool {
    state.withLock {
      guard !$0.isEnded else { return false }
      $0.isShown = true
      let done = min($0.stepsBegun, Self.stepCount)
      let bar =
        String(repeating: "█", count: done) + String(repeating: "░", count: Self.stepCount - done)
      Self.write("\(bar) \(PlainText.line($0.step))…")
      return true
    }
  }

  /// Writes over the line. A study never waits for a reader of it.
  private static func write(_ text: String) {
    guard StandardStream.error.hasRoom else { return }
    try? StandardStream.error.write("\r\u{1B}[K" + text)
  }
}
