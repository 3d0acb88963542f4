import GeoKernel
import Synchronization

extension OutputFolder {
  /// What a run does with its folder, whatever it writes there.
  struct Terms {
    /// Files that no output may replace.
    let inputs: [String]
    let bounds: StudyBounds
    /// Whether to wait for another run.
    let wait: Bool
    /// Whether to pack the files in one too.
    let zip: Bool

    init(inputs: [String], bounds: StudyBounds, wait: Bool, zip: Bool) {
      (self.inputs, self.bounds, self.wait, self.zip) = (inputs, bounds, wait, zip)
    }

    /// - Parameter digests: of the files read.
    init(_ options: StudyOptions, reading digests: [InputDigest], _ bounds: StudyBounds) {
      self.init(
        inputs: digests.map { InputPath($0.path).file } + options.places.files, bounds: bounds,
        wait: options.wait, zip: options.zip)
    }
  }

  /// A folder from its beginning to its end: `stage` writes its files.
  ///
  /// - Parameters:
  ///   - study: whose inputs no output may replace.
  ///   - others: further files that none may replace.
  static func written(
    _ path: String, summary: String, by study: Study, besides others: [InputDigest] = [],
    _ stage: (OutputFolder) async throws -> Void
  ) async throws -> [KeptFile] {
    let terms = Terms(study.options, reading: study.digests + others, study.bounds)
    return try await written(path, summary: summary, on: terms, stage)
  }

  /// A folder from its beginning to its end: `stage` writes its files.
  static func written(
    _ path: String, summary: String, on terms: Terms,
    _ stage: (OutputFolder) async throws -> Void
  ) async throws -> [KeptFile] {
    let opening = Opening()
    let interrupt = Interrupt { opening.discard() }
    defer { withExtendedLifetime(interrupt) {} }
    let folder = try FolderClaim.whenFree(wait: terms.wait) {
      try opening.open {
        try OutputFolder(
          path, summary: summary, inputs: terms.inputs,
          budget: OutputBudget(terms.bounds, folder: path),
          archive: terms.zip ? FolderRecord.archive(summary) : nil)
      }
    }
    do {
      try await stage(folder)
      return try folder.publish()
    } catch {
      // Whoever stops the run also ends the program, with a code of its own.
      if opening.isStopped { Pause.sleep(microseconds: 10_000_000) }
      folder.discard()
      throw error
    }
  }

  /// A folder that may be interrupted while it is being opened: then it is opened first.
  private final class Opening: Sendable {
    private let folder = Mutex<OutputFolder?>(nil)

    func open(_ make: () throws -> OutputFolder) throws -> OutputFolder {
      try folder.withLock { folder in
        let made = try make()
        folder = made
        return made
      }
    }

    /// Whether a signal or a bound ends the run.
    var isStopped: Bool { stopped.load(ordering: .relaxed) }
    private let stopped = Atomic(false)

    func discard() {
      stopped.store(true, ordering: .relaxed)
      folder.withLock { $0?.discard() }
    }
  }
}
