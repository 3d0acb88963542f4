import GeoKernel

extension FileFault {
  /// Why the system refused a file, in words of ours: its own are English.
  package var reasonWords: Wording {
    guard let refusal else {
      return Wording(fr: "ce n’est pas un fichier ordinaire", en: "it is no regular file")
    }
    return switch refusal {
    case .absent: Wording(fr: "il n’y a rien de ce nom", en: "there is nothing of that name")
    case .isFolder: Wording(fr: "c’est un dossier", en: "this is a folder")
    case .isNoFolder:
      Wording(
        fr: "un nom de ce chemin n’est pas celui d’un dossier",
        en: "a name of this path is not that of a folder")
    case .isTaken: Wording(fr: "ce nom est déjà pris", en: "the name is taken")
    case .isNotEmpty: Wording(fr: "le dossier n’est pas vide", en: "the folder is not empty")
    case .forbidden: Wording(fr: "droits insuffisants", en: "permission denied")
    case .readOnlyDisk: Wording(fr: "disque en lecture seule", en: "the disk is read-only")
    case .loopOfLinks: Wording(fr: "liens qui tournent en rond", en: "links that lead in a circle")
    case .longPath: Wording(fr: "chemin trop long", en: "the path is too long")
    case .badName:
      Wording(fr: "le disque n’admet pas ce nom", en: "the disk does not take this name")
    case .fullDisk: Wording(fr: "disque plein", en: "the disk is full")
    case .largeFile:
      Wording(
        fr: "fichier trop long pour ce disque ou pour ulimit -f",
        en: "the file is too long for the disk or for ulimit -f")
    case .otherDisk, .deviceFailed, .noDevice, .lostServer: refusal.wordsOfDevice
    case .isBusy: Wording(fr: "un autre programme s’en sert", en: "another program uses it")
    case .tooManyOpen:
      Wording(
        fr: "trop de fichiers ouverts (ulimit -n)", en: "too many files are open (ulimit -n)")
    case .noMemory: Wording(fr: "mémoire insuffisante", en: "there is too little memory")
    case .closed: Wording(fr: "fermée", en: "closed")
    case .readerGone: Wording(fr: "plus personne ne lit", en: "nobody reads any more")
    case .unsupported:
      Wording(fr: "ce disque ne sait pas le faire", en: "this disk cannot do that")
    case .other(let number):
      Wording(fr: "erreur \(number) du système", en: "error \(number) of the system")
    }
  }
}

extension FileFault.Refusal {
  /// What is wrong with the disk itself.
  fileprivate var wordsOfDevice: Wording {
    switch self {
    case .otherDisk: Wording(fr: "sur un autre disque", en: "on another disk")
    case .noDevice: Wording(fr: "ce périphérique n’est pas là", en: "this device is not there")
    case .lostServer:
      Wording(
        fr: "le disque du réseau ne répond pas", en: "the disk of the network does not answer")
    default:
      Wording(
        fr: "le disque ne lit ou n’écrit pas : il est peut-être abîmé",
        en: "the disk does not read or write: it may be damaged")
    }
  }
}
