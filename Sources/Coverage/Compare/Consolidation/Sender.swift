/// Who sends a list: a region as a rule, by one file or by a folder of files.
public struct Sender: Sendable, Equatable {
  /// The name of the file, with its sheet, or of the folder; the whole path where two have one name.
  public let name: String
  /// Its files, as the user named them.
  public let files: [String]
  /// Names of files of its folder that hold no list.
  let others: [String]
  /// The path as the user named it, without a slash at its end.
  let root: String
  let isFolder: Bool

  /// The files by which a folder of `consolidate` is one sender again.
  static let ownFiles = ["cpts.csv", "perimetres.csv"]

  /// The senders of a call, by name: their order in the call changes nothing.
  ///
  /// - Throws: where one is given twice, or a folder has no list.
  public static func all(_ paths: [String]) throws(InputFault) -> [Sender] {
    guard paths.count <= most else { throw tooMany(paths.count) }
    let roots = paths.map { path in
      let bare = String(path.reversed().drop { $0 == "/" }.reversed())
      return bare.isEmpty ? path : bare
    }
    if let twice = roots.indices.first(where: { roots[..<$0].contains(roots[$0]) }) {
      throw InputFault(
        .usage, path: paths[twice],
        problem: Wording(fr: "donné deux fois", en: "given twice"),
        cure: Wording(fr: "ne le donnez qu’une fois", en: "give it once"))
    }
    let short = roots.map { lastName(of: $0) }
    var counts: [String: Int] = [:]
    for name in short { counts[name, default: 0] += 1 }
    var senders: [Sender] = []
    for (root, short) in zip(roots, short) {
      senders.append(try Sender(root, name: counts[short] == 1 ? short : root))
    }
    return senders.sorted { $0.name < $1.name }
  }

  /// More than all departments and regions: what a CPTS is in each is compared with the others.
  private static let most = 500

  private static func tooMany(_ count: Int) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "\(count) expéditeurs : \(most) au plus", en: "\(count) senders: \(most) at most"),
      cure: Wording(
        fr: "mettez dans un même dossier les fichiers d’un même expéditeur",
        en: "put the files of one sender into one folder"))
  }

  private init(_ root: String, name: String) throws(InputFault) {
    (self.root, self.name) = (root, name)
    guard let folder = InputFolder(root, only: Self.ownFiles, besides: "arbitrages.csv") else {
      (files, others, isFolder) = ([root], [], false)
      return
    }
    guard !folder.files.isEmpty else {
      throw InputFault(
        path: root,
        problem: Wording(fr: "aucune liste dans ce dossier", en: "no list in this folder"),
        cure: Wording(
          fr: "mettez-y les fichiers d’un expéditeur (CSV, classeurs), ou nommez un fichier",
          en: "put the files of one sender there (CSV, workbooks), or name a file"))
    }
    (files, others, isFolder) = (folder.files, folder.others, true)
  }

  private static func lastName(of path: String) -> String {
    let input = InputPath(path)
    guard let name = input.file.split(separator: "/").last, name != ".", name != ".." else {
      return path
    }
    return input.layer.map { "\(name)#\($0)" } ?? String(name)
  }

  /// A file of the sender as outputs name it: `ara.csv`, `ara/perimetres.csv`.
  func label(of path: String) -> String {
    isFolder && path.hasPrefix(root) ? name + path.dropFirst(root.count) : name
  }

  /// The name without the ending of a file.
  var stem: String {
    let end = name.lastIndex(of: ".") ?? name.endIndex
    return end > name.startIndex && !isFolder ? String(name[..<end]) : name
  }
}
