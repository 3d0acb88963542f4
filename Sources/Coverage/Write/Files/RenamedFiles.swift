import GeoKernel

/// Publishing inside of a folder that cannot be exchanged: the disk cannot, the program works in it, or what
/// is in it cannot be carried over.
///
/// The folder with the new files gets a name that says that they are whole, with a plan of what is left to
/// do: that is the one step that decides. A run that is killed after it is ended by the next one, whatever it
/// had done.
struct RenamedFiles {
  let target: String
  private var whole: String { target + "/" + HiddenName.publishing }

  /// What is left to do, in order.
  private struct Plan {
    var moves: [(name: String, newName: String)] = []
    var removals: [(name: String, status: [Int])] = []
    var outputs: [String] = []
  }

  /// Decides for the new files, and gives them their names.
  func publish(
    _ staging: String, _ survey: FolderSurvey, outputs: [String]
  ) throws(FileFault) {
    let moves = survey.kept.filter(\.isMoved)
    let plan: JSON = [
      "garder": .array(moves.map { .texts([$0.name, $0.newName]) }),
      "retirer": .array(
        survey.dropped.filter { !outputs.contains($0.name) }.map { name, status in
          .array([.text(name)] + Self.mark(of: status).map { JSON.whole($0) })
        }),
      "installer": .texts(outputs),
    ]
    let file = try StagedFile(staging + "/" + HiddenName.plan)
    try file.write(plan.file(.ordered))
    _ = try file.finish()
    try Folder.rename(staging, to: whole)
    try end()
  }

  private static func mark(of status: FileStatus) -> [Int] { [status.size] + status.modified }

  /// Ends what a run has decided, if there is something to end.
  func end() throws(FileFault) {
    guard let status = FileStatus(whole), status.kind == .folder, status.isOwn else { return }
    let plan = readPlan()
    for (name, newName) in plan.moves where FileStatus(target + "/" + newName) == nil {
      guard let status = FileStatus(target + "/" + name) else { continue }
      try move(name, status, to: newName, isReplaced: plan.outputs.contains(name))
    }
    for (name, mark) in plan.removals {
      let path = target + "/" + name
      guard let status = FileStatus(path), status.kind == .file, Self.mark(of: status) == mark
      else { continue }
      try Folder.removeFile(path)
      if let end = name.lastIndex(of: "/") { Folder.removeEmpty(target + "/" + name[..<end]) }
    }
    for name in plan.outputs where FileStatus(whole + "/" + name) != nil {
      try Folder.makeParent(of: name, in: target)
      try Folder.rename(whole + "/" + name, to: target + "/" + name)
    }
    try Folder.removeAll(whole)
  }

  /// A file that an output replaces has both names until then: it is never without one.
  private func move(
    _ name: String, _ status: FileStatus, to newName: String, isReplaced: Bool
  ) throws(FileFault) {
    let (path, other) = (target + "/" + name, target + "/" + newName)
    if isReplaced, status.kind != .folder, (try? Folder.link(path, to: other)) != nil { return }
    try Folder.rename(path, to: other)
  }

  private func readPlan() -> Plan {
    var plan = Plan()
    var scanner = JSONScanner((try? InputFile.bytes(whole + "/" + HiddenName.plan)) ?? [])
    // What follows a fault is none of ours.
    try? scanner.object { (scanner, member) throws(JSONScanner.Fault) in
      try scanner.array { (scanner) throws(JSONScanner.Fault) in
        guard member != "installer" else {
          plan.outputs.append(try scanner.string())
          return
        }
        var words: [String] = []
        try scanner.array { (scanner) throws(JSONScanner.Fault) in
          words.append(try scanner.scalarText() ?? "")
        }
        guard words.count >= 2 else { return }
        if member == "garder" {
          plan.moves.append((words[0], words[1]))
        } else {
          plan.removals.append((words[0], words.dropFirst().compactMap { Int($0) }))
        }
      }
    }
    plan.moves.removeAll { !Self.staysInside($0.name) || !Self.staysInside($0.newName) }
    plan.removals.removeAll { !Self.staysInside($0.name) }
    plan.outputs.removeAll { !Self.staysInside($0) }
    return plan
  }

  private static func staysInside(_ name: String) -> Bool {
    !name.isEmpty
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }
}
