import GeoKernel
import Synchronization

/// The folder that a run writes to. Files grow under partial names and get their own all together, at
/// the end; a failed or interrupted run leaves none of them.
final class OutputFolder: Sendable {
  let path: String
  private let budget: OutputBudget?
  private let started = Mutex(Started())

  private struct Started {
    var paths: [String] = []
    /// Folders made for this run, the innermost last.
    var folders: [String] = []
    var isDiscarded = false
  }

  /// - Parameter budget: what the files may take, those of other folders of the run among them.
  init(_ path: String, _ budget: OutputBudget? = nil) throws(InputFault) {
    self.path = path
    self.budget = budget
    do throws(FileFault) { try StagedFile.makeFolder(path) } catch { throw Self.fault(error) }
  }

  /// Makes a folder in this one; a failed run takes it away again, where it was not there before.
  func makeFolder(_ name: String) throws(InputFault) {
    let path = self.path + "/" + name
    try started.withLock { (started) throws(InputFault) in
      guard !started.isDiscarded else { throw Self.interrupted(path) }
      do throws(FileFault) {
        if try StagedFile.makeNewFolder(path) { started.folders.append(path) }
      } catch { throw Self.fault(error) }
    }
  }

  /// Writes one file; `body` gives its text piece by piece.
  func write(
    _ name: String,
    _ body: (_ write: ([UInt8]) throws(InputFault) -> Void) throws(InputFault) -> Void
  ) throws(InputFault) {
    let path = self.path + "/" + name
    let file = try started.withLock { (started) throws(InputFault) in
      // An interrupted run is being cleaned up: nothing new may appear.
      guard !started.isDiscarded else { throw Self.interrupted(path) }
      started.paths.append(path)
      do throws(FileFault) { return try StagedFile(path) } catch { throw Self.fault(error) }
    }
    try body { (bytes) throws(InputFault) in
      try budget?.take(bytes.count)
      do throws(FileFault) { try file.write(bytes) } catch { throw Self.fault(error) }
    }
    do throws(FileFault) { try file.finish() } catch { throw Self.fault(error) }
  }

  /// Writes one file whose text is at hand.
  func write(_ name: String, _ bytes: [UInt8]) throws(InputFault) {
    try write(name) { (write) throws(InputFault) in try write(bytes) }
  }

  /// Gives every file its name.
  func publish() throws(InputFault) {
    try started.withLock { (started) throws(InputFault) in
      guard !started.isDiscarded else { throw Self.interrupted(path) }
      do throws(FileFault) {
        for path in started.paths { try StagedFile.publish(path) }
      } catch { throw Self.fault(error) }
      started.paths = []
      started.folders = []
    }
  }

  /// Removes every file that has not got its name.
  func discard() {
    started.withLock { started in
      for path in started.paths { StagedFile.discard(path) }
      for path in started.folders.reversed() { StagedFile.removeEmptyFolder(path) }
      started.isDiscarded = true
    }
  }

  private static func interrupted(_ path: String) -> InputFault {
    InputFault(
      .output, path: path, problem: Wording(fr: "interrompu", en: "interrupted"),
      cure: Wording(fr: "recommencez", en: "run again"))
  }

  private static func fault(_ fault: FileFault) -> InputFault {
    InputFault(
      .output, path: fault.path,
      problem: Wording(
        fr: "écriture impossible (\(fault.reason))", en: "cannot be written (\(fault.reason))"),
      cure: Wording(
        fr: "choisissez un dossier où vous pouvez écrire, sur un disque qui a de la place",
        en: "choose a folder that you may write to, on a disk with room"))
  }
}
