import Foundation

/// What a run of the command left behind it.
struct Outcome {
  /// What a shell would say: 128 + the signal where a signal ended the run.
  let code: Int32
  let output: String
  let errors: String

  /// The messages, without the line break at their end.
  var message: String { errors.trimmingCharacters(in: .newlines) }
}

/// The built command, run as a user would.
enum Command {
  /// The binary beside the bundle of tests; `COVERAGE_REPORT_BINARY` names another one.
  static let binary: String = {
    if let named = ProcessInfo.processInfo.environment["COVERAGE_REPORT_BINARY"] { return named }
    let arguments = ProcessInfo.processInfo.arguments
    let option = arguments.firstIndex(of: "--test-bundle-path")
    let bundle = option.flatMap { arguments.dropFirst($0 + 1).first } ?? arguments[0]
    let products = URL(fileURLWithPath: bundle).deletingLastPathComponent()
    return products.appendingPathComponent("coverage-report").path
  }()

  /// The environment of a French user; nothing of the tests' own locale comes through.
  static func environment(language: String) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = nil
    environment["LC_MESSAGES"] = nil
    environment["LANG"] = language
    environment["COVERAGE_REPORT"] = binary
    return environment
  }

  static func run(
    _ arguments: [String], in folder: String, language: String = "fr_FR.UTF-8"
  ) throws -> Outcome {
    try Run(binary, arguments, in: folder, language: language).outcome()
  }

  /// Runs a line of bash, in which `"$COVERAGE_REPORT"` is the command.
  static func shell(_ line: String, in folder: String) throws -> Outcome {
    try Run("/bin/bash", ["-c", line], in: folder, language: "fr_FR.UTF-8").outcome()
  }
}

/// A run under way. Both its outputs are read as they come, so that neither pipe can fill and block.
final class Run {
  private static let patience = DispatchTimeInterval.seconds(300)

  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let output: Draining
  private let errors: Draining

  init(_ binary: String, _ arguments: [String], in folder: String, language: String) throws {
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = Command.environment(language: language)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
    self.output = Draining(output)
    self.errors = Draining(errors)
  }

  var isRunning: Bool { process.isRunning }
  var identifier: Int32 { process.processIdentifier }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  func outcome() throws -> Outcome {
    guard ended.wait(timeout: .now() + Self.patience) == .success else {
      process.terminate()
      throw CommandHangs(arguments: process.arguments ?? [])
    }
    let bySignal = process.terminationReason == .uncaughtSignal
    return Outcome(
      code: process.terminationStatus + (bySignal ? 128 : 0), output: output.text(),
      errors: errors.text())
  }
}

struct CommandHangs: Error {
  let arguments: [String]
}

/// Reads a pipe to its end on a thread of its own.
private final class Draining: @unchecked Sendable {
  // Written once by the reading thread before it signals, read only after the signal.
  private var data = Data()
  private let ended = DispatchSemaphore(value: 0)

  init(_ pipe: Pipe) {
    let handle = pipe.fileHandleForReading
    Thread.detachNewThread { [self] in
      data = (try? handle.readToEnd()) ?? Data()
      // A process outlives its run, and where over a thousand descriptors are open, Foundation starts no other.
      try? handle.close()
      ended.signal()
    }
  }

  func text() -> String {
    ended.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
