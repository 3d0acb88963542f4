import GeoKernel

/// The folder of the results, which one run has at a time: no other writes into it, into one above it or
/// into one below it meanwhile.
struct FolderClaim: Sendable {
  /// The folder, without links and dots.
  let target: String
  /// Folders that were not there before, the outermost first.
  let made: [String]
  let lock: FolderLock

  /// Another run writes there.
  struct Taken: Error {
    let fault: InputFault
  }

  /// - Throws: `Taken`, or `FileFault` where the folder cannot be written to.
  init(_ path: String) throws {
    made = try Folder.make(path)
    target = try Folder.real(path)
    guard let lock = try FolderLock.take(target) else {
      throw Self.taken(path, by: FolderLock.holder(of: target) ?? "")
    }
    self.lock = lock
    if let holder = Self.neighbour(of: target) {
      release(isDone: false)
      throw Self.taken(path, by: holder)
    }
  }

  /// A tenth of a second between two looks at a folder that is taken.
  private static let pause: UInt32 = 100_000

  /// Opens a folder when no other run writes there, however long that takes.
  ///
  /// - Throws: the fault at once, unless one may `wait`.
  static func whenFree<Opened>(wait: Bool, _ open: () throws -> Opened) throws -> Opened {
    while true {
      do { return try open() } catch let taken as Taken {
        guard wait else { throw taken.fault }
        Pause.sleep(microseconds: pause)
      }
    }
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
      guard !name.hasPrefix(HiddenName.beginning), FileStatus(path)?.kind == .folder else {
        continue
      }
      if let holder = FolderLock.holder(of: path) ?? below(path, depth: depth + 1) {
        return holder
      }
    }
    return nil
  }

  private static func taken(_ path: String, by holder: String) -> Taken {
    let inFrench = holder.isEmpty ? "" : " (processus \(holder))"
    let inEnglish = holder.isEmpty ? "" : " (process \(holder))"
    return Taken(
      fault: InputFault(
        .output, path: path,
        problem: Wording(
          fr: "une autre exécution y écrit\(inFrench)", en: "another run writes here\(inEnglish)"),
        cure: Wording(
          fr: "attendez qu’elle soit finie, comme le fait --wait, ou nommez un autre dossier",
          en: "wait until it is done, as --wait does, or name another folder")))
  }

  /// Ends the claim; folders made for a run that failed go, unless something is in them.
  func release(isDone: Bool) {
    lock.release(from: target)
    guard !isDone else { return }
    for folder in made.reversed() { Folder.removeEmpty(folder) }
  }
}
