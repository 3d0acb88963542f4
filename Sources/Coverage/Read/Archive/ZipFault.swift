/// Why a ZIP archive, or one of its members, is not read.
enum ZipFault: Error, Equatable {
  /// The directory at the end is missing.
  case cut
  case damaged
  case severalDisks
  /// Two members share bytes.
  case overlap(String, String)
  case sameName(String)
  case memberDamaged(String)
  case encrypted(String)
  case unknownPacking(String, UInt16)
  /// Unpacking would take more than the limit, in bytes.
  case tooLarge(String, limit: Int)

  func fault(path: String) -> InputFault {
    InputFault(path: path, problem: problem, cure: cure)
  }

  private var problem: Wording {
    switch self {
    case .cut:
      Wording(
        fr: "la fin de l’archive manque : fichier tronqué",
        en: "the end of the archive is missing: the file is cut")
    case .damaged: Wording(fr: "l’archive est abîmée", en: "the archive is damaged")
    case .severalDisks:
      Wording(fr: "archive en plusieurs fichiers", en: "the archive is in several files")
    case .overlap(let first, let second):
      Wording(
        fr: "« \(first) » et « \(second) » se recouvrent dans l’archive",
        en: "“\(first)” and “\(second)” overlap in the archive")
    case .sameName(let name):
      Wording(
        fr: "deux fichiers de l’archive se nomment « \(name) »",
        en: "two files of the archive are named “\(name)”")
    case .memberDamaged(let name):
      Wording(
        fr: "« \(name) » est abîmé dans l’archive", en: "“\(name)” is damaged in the archive")
    case .encrypted(let name):
      Wording(
        fr: "« \(name) » est protégé par un mot de passe",
        en: "“\(name)” is protected by a password")
    case .unknownPacking(let name, let method):
      Wording(
        fr: "« \(name) » est comprimé par une méthode non lue (n° \(method))",
        en: "“\(name)” is packed by a method that is not read (no. \(method))")
    case .tooLarge(let name, let limit):
      Wording(
        fr: "« \(name) » dépasserait la limite de \(limit >> 20) Mo une fois décomprimé",
        en: "“\(name)” would pass the limit of \(limit >> 20) MB once unpacked")
    }
  }

  private var cure: Wording {
    switch self {
    case .cut, .damaged, .memberDamaged:
      Wording(
        fr: "téléchargez ou enregistrez le fichier de nouveau",
        en: "download it or save it again")
    case .encrypted:
      Wording(
        fr: "enregistrez-le sans mot de passe", en: "save it without a password")
    case .tooLarge:
      Wording(
        fr: "décomprimez-le vous-même, vérifiez ce qu’il contient et donnez-le en CSV",
        en: "unpack it yourself, see what it holds, and give it as CSV")
    case .severalDisks, .overlap, .sameName, .unknownPacking:
      Wording(
        fr: "refaites l’archive avec un outil courant (ZIP, « deflate »)",
        en: "make the archive again with a usual tool (ZIP, “deflate”)")
    }
  }
}
