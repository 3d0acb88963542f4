import Synchronization

/// What the files of a run may take on disk together: see `StudyBounds`.
final class OutputBudget: Sendable {
  private let bounds: StudyBounds
  private let folder: String
  private let written = Mutex(0)

  /// - Parameter folder: the folder of the results, which a fault names.
  init(_ bounds: StudyBounds, folder: String) {
    self.bounds = bounds
    self.folder = folder
  }

  /// Takes bytes that are about to be written, from any task.
  ///
  /// - Throws: where they pass the bound; nothing more may be written then.
  func take(_ bytes: Int) throws(InputFault) {
    let isWithin = written.withLock { written in
      written += bytes
      return written <= bounds.output
    }
    guard isWithin else { throw tooMuch }
  }

  private var tooMuch: InputFault {
    let bound = bounds.outputInWords
    return InputFault(
      path: folder,
      problem: Wording(
        fr: "les fichiers passeraient la borne de \(bound[.french])",
        en: "the files would pass the bound of \(bound[.english])"),
      cure: StudyBounds.cure)
  }
}
