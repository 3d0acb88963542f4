import GeoKernel

extension InputPath {
  /// What is wrong with a file that is to be read, and what to do.
  static func fault(_ fault: FileFault) -> InputFault {
    if fault.isMissing, let address = WebAddress(fault.path) { return address.fault }
    let folder = fault.path.reversed().drop { $0 == "/" }.prefix(4)
    if fault.cause == .isFolder, String(folder.reversed()).lowercased() == ".gdb" {
      return FileGeodatabase.fault(path: fault.path)
    }
    let (kind, problem, cure) = fault.words
    return InputFault(
      kind, path: fault.path.isEmpty ? "«\u{A0}»" : fault.path, problem: problem, cure: cure)
  }
}

extension FileFault {
  fileprivate var words: (kind: InputFault.Kind, problem: Wording, cure: Wording) {
    switch cause {
    case .system:
      (
        .missing, isMissing ? Wording(fr: "fichier introuvable", en: "no such file") : unreadable,
        Wording(
          fr: "vérifiez le chemin et les droits de lecture", en: "check the path and its rights")
      )
    case .isFolder:
      (
        .missing, Wording(fr: "c’est un dossier", en: "this is a folder"),
        Wording(fr: "donnez un fichier de ce dossier", en: "give a file of that folder")
      )
    case .isPipe, .isDevice:
      (
        .missing,
        Wording(
          fr: "ce n’est pas un fichier ordinaire, qui puisse être relu",
          en: "this is no regular file, which can be read again"), Self.copyCure
      )
    case .hasNoSize:
      (
        .missing,
        Wording(
          fr: "fichier d’une longueur que le système ne dit pas",
          en: "a file of a length that the system does not tell"), Self.copyCure
      )
    case .hasChanged:
      (
        .data,
        Wording(
          fr: "fichier modifié ou remplacé pendant qu’il était lu",
          en: "the file was changed or replaced while it was read"),
        Wording(
          fr: "recommencez quand plus personne ne l’écrit", en: "run again when nobody writes it")
      )
    case .isTooLong(let bytes, let most): Self.tooLong(bytes, most)
    }
  }

  private var unreadable: Wording {
    Wording(
      fr: "fichier illisible (\(reasonWords.french))",
      en: "the file cannot be read (\(reasonWords.english))")
  }

  private static let copyCure = Wording(
    fr: "enregistrez son contenu dans un fichier ordinaire, et donnez celui-ci",
    en: "save what is in it to a regular file, and give that one")

  private static func tooLong(
    _ bytes: Int, _ most: Int
  ) -> (InputFault.Kind, problem: Wording, cure: Wording) {
    let size = NumberText.decimal(Double(bytes) / 1e6, 0)
    let bound = NumberText.decimal(Double(most) / 1e6, 0)
    return (
      .data,
      Wording(
        fr:
          "fichier de \(size) Mo, plus que les \(bound) Mo qui peuvent être lus ici d’un seul tenant",
        en: "a file of \(size) MB, more than the \(bound) MB that can be read here as a whole"),
      Wording(
        fr:
          "découpez-le, ou donnez un GeoPackage, qui est lu ligne par ligne ; au-dessous de 2 Go, une machine ou "
          + "une limite (ulimit) de mémoire plus large suffit",
        en:
          "split it, or give a GeoPackage, which is read row by row; below 2 GB, more memory or a wider limit "
          + "(ulimit) is enough")
    )
  }
}
