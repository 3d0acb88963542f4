import GeoKernel

/// The folder of the results, which one run has at a time: no other writes into it, into one above it or
/// into one below it meanwhile.
struct FolderClaim: Sendable {
  /// The folder, without links and dots.
  let target: String
  /// Folders that were not there before, the outermost first.
  let made: [String]
  let lock: FolderLock

  /// A tenth of a second between two looks at a folder that is taken.
  private static let pause: UInt32 = 100_000

  /// - Parameter wait: whether to wait until another run is done, however long that takes.
  /// - Throws: `InputFault` of kind `output` where another run writes there.
  init(_ path: String, wait: Bool) throws {
    var holder: String?
    repeat {
      if holder != nil { Pause.sleep(microseconds: Self.pause) }
      let made = try Folder.make(path)
      let target = try Folder.real(path)
      if let lock = try FolderLock.take(target) {
        holder = Self.neighbour(of: target)
        if holder == nil {
          (self.target, self.made, self.lock) = (target, made, lock)
          return
        }
        lock.release(from: target)
      } else {
        holder = FolderLock.holder(of: target) ?? ""
      }
      for folder in made.reversed() { Folder.removeEmpty(folder) }
    } while wait
    throw Self.taken(path, by: holder ?? "")
  }

  /// A run that writes into a folder above, or below.
  private static func neighbour(of target: String) -> String? {
    var end = target.endIndex
    while let slash = target[..<end].lastIndex(of: "/") {
      let above = slash == target.startIndex ? "/" : String(target[..<slash])
      if let holder = FolderLock.holder(of: above) { return holder }
      end = slash
    }
    return below(target, depth: 0)
  }

  /// Results of ours lie in folders of their own, a few below each other.
  private static let deepest = 3

  private static func below(_ folder: String, depth: Int) -> String? {
    guard depth < deepest, let names = try? Folder.names(in: folder) else { return nil }
    for name in names.all {
      let path = folder + "/" + name
      guard !name.hasPrefix(HiddenName.beginning), FileStatus(path)?.kind == .folder else { continue }
      if let holder = FolderLock.holder(of: path) ?? below(path, depth: depth + 1) {
        return holder
      }
    }
    return nil
  }

  private static func taken(_ path: String, by holder: String) -> InputFault {
    InputFault(
      .output, path: path,
      problem: Wording(
        fr: "une autre exécution y écrit\(holder.isEmpty ? "" : " (processus \(holder))")",
        en: "another run writes here\(holder.isEmpty ? "" : " (process \(holder))")"),
      cure: Wording(
        fr: "attendez qu’elle soit finie, comme le fait --wait, ou nommez un autre dossier",
        en: "wait until it is done, as --wait does, or name another folder"))
  }

  /// Ends the claim; folders made for a run that failed go, unless something is in them.
  func release(isDone: Bool) {
    lock.release(from: target)
    guard !isDone else { return }
    for folder in made.reversed() { Folder.removeEmpty(folder) }
  }
}
