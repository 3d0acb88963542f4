import GeoKernel
import Synchronization

/// The folder that a run writes to. Files grow in a staging folder beside it, and take the place of those of
/// the run before all together, at the end; a failed or interrupted run changes nothing.
///
/// Nothing of the user's is lost: an output that is an input is refused, and a file that no run has written,
/// or that somebody changed since, is kept.
final class OutputFolder: Sendable {
  /// The folder as the user named it.
  let path: String
  private let claim: FolderClaim
  private let staging: StagingFolder
  private let inputs: Set<FileIdentity.Place>
  private let budget: OutputBudget?
  private let summary: String
  /// The name of a file that packs all others; nil for none.
  private let archive: String?
  private let day = CivilDate.today
  private let state = Mutex(State())

  private struct State {
    /// What is written, but for the summary.
    var record = FolderRecord()
    var folders: Set<String> = []
    var kept: [KeptFile] = []
    var phase = Phase.open
  }

  private enum Phase { case open, published, discarded }

  /// - Parameters:
  ///   - summary: the output that lists all others, written last.
  ///   - inputs: files that are read, which no output may replace.
  ///   - budget: what the files may take.
  ///   - archive: the output that packs all others, if there is to be one.
  /// - Throws: `FolderClaim.Taken` where another run writes there; `InputFault` of kind `output`.
  init(
    _ path: String, summary: String, inputs: [String] = [], budget: OutputBudget? = nil,
    archive: String? = nil
  ) throws {
    self.path = path
    self.budget = budget
    self.summary = summary
    self.archive = archive
    self.inputs = Set(inputs.compactMap { FileIdentity.Place.of($0) })
    do {
      claim = try FolderClaim(path)
    } catch let fault as FileFault { throw InputFault.ofOutput(fault, path) }
    do {
      let kept = try LeftOvers(target: claim.target, day: day).clear()
      staging = try StagingFolder(for: claim.target)
      state.withLock { $0.kept = kept }
    } catch {
      claim.release(isDone: false)
      throw InputFault.ofOutput(error, path)
    }
  }

  /// Writes one file; `body` gives its text piece by piece.
  func write(
    _ name: String,
    _ body: (_ write: ([UInt8]) throws(InputFault) -> Void) throws(InputFault) -> Void
  ) throws(InputFault) {
    let shown = path + "/" + name
    if let place = FileIdentity.Place.of(claim.target + "/" + name), inputs.contains(place) {
      throw .outputIsInput(shown)
    }
    let file = try state.withLock { (state) throws(InputFault) in
      // An interrupted run is being cleaned up: nothing new may appear.
      guard state.phase == .open else { throw InputFault.interrupted(shown) }
      do throws(FileFault) {
        if let end = name.lastIndex(of: "/"), state.folders.insert(String(name[..<end])).inserted {
          try Folder.make(staging.path + "/" + name[..<end])
        }
        return try StagedFile(staging.path + "/" + name)
      } catch { throw InputFault.ofOutput(error, shown) }
    }
    try body { (bytes) throws(InputFault) in
      try budget?.take(bytes.count)
      do throws(FileFault) { try file.write(bytes) } catch {
        throw InputFault.ofOutput(error, shown)
      }
    }
    do throws(FileFault) {
      let digest = try file.finish()
      state.withLock { $0.record.add(name, digest) }
    } catch { throw InputFault.ofOutput(error, shown) }
  }

  /// Writes one file whose text is at hand.
  func write(_ name: String, _ bytes: [UInt8]) throws(InputFault) {
    try write(name) { (write) throws(InputFault) in try write(bytes) }
  }

  /// Writes a summary: it lists what has been written into its folder before.
  ///
  /// - Parameter members: its members but for the list and its own digest.
  func writeSummary(
    _ name: String, _ members: JSON, _ style: JSONWriter.Style
  ) throws(InputFault) {
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    func bytes() -> [UInt8] {
      let record = state.withLock { $0.record.below(folder) }
      return SummarySignature.signed(record.listed(in: members).file(style))
    }
    // The summary that is packed lists what is packed with it.
    if name == summary, let archive { try pack(archive, summary: bytes()) }
    try write(name, bytes())
  }

  /// Packs all that has been written, and a summary of it.
  private func pack(_ archive: String, summary bytes: [UInt8]) throws(InputFault) {
    let names = state.withLock { Array($0.record.files.keys) } + [summary]
    try write(archive) { (write) throws(InputFault) in
      var zip = ReportArchive()
      for name in names.sorted() {
        let member: [UInt8]
        do throws(FileFault) {
          member = name == summary ? bytes : try InputFile.bytes(staging.path + "/" + name)
        } catch { throw InputFault.ofOutput(error, path + "/" + archive) }
        for piece in try zip.add(name, member) { try write(piece) }
      }
      try write(zip.finish())
    }
  }

  /// Puts the new files in the place of the old ones.
  ///
  /// - Returns: what was kept under another name.
  func publish() throws(InputFault) -> [KeptFile] {
    try state.withLock { (state) throws(InputFault) in
      guard state.phase == .open else { throw InputFault.interrupted(path) }
      do {
        let outputs = Set(state.record.files.keys)
        let survey = try FolderSurvey(
          claim.target, record: FolderRecord(in: claim.target, summary: summary), written: outputs,
          day: day)
        try refuseInputs(survey)
        state.kept += try staging.publish(survey, outputs: outputs.sorted(), day: day)
        state.phase = .published
      } catch { throw InputFault.ofOutput(error, path) }
      claim.release(isDone: true)
      return state.kept
    }
  }

  private func refuseInputs(_ survey: FolderSurvey) throws(InputFault) {
    let touched =
      survey.dropped.map { ($0.name, $0.status) }
      + survey.kept.filter(\.isMoved).map { ($0.name, $0.status) }
    for (name, status) in touched
    where inputs.contains(FileIdentity.Place.of(claim.target + "/" + name) ?? status.place) {
      throw .outputIsInput(path + "/" + name)
    }
  }

  /// Removes every file that has not been published.
  func discard() {
    state.withLock { state in
      guard state.phase == .open else { return }
      staging.discard()
      claim.release(isDone: false)
      state.phase = .discarded
    }
  }
}
