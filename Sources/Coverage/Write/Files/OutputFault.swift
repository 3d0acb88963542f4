import GeoKernel

extension InputFault {
  /// What the system refused, of an output.
  static func ofOutput(_ error: any Error, _ path: String) -> InputFault {
    if let fault = error as? InputFault { return fault }
    let reason = (error as? FileFault)?.reasonWords ?? Wording("\(error)")
    return InputFault(
      .output, path: path,
      problem: Wording(
        fr: "écriture impossible (\(reason[.french]))",
        en: "cannot be written (\(reason[.english]))"),
      cure: Wording(
        fr: "choisissez un dossier où vous pouvez écrire, sur un disque qui a de la place",
        en: "choose a folder that you may write to, on a disk with room"))
  }

  static func interrupted(_ path: String) -> InputFault {
    InputFault(
      .output, path: path, problem: Wording(fr: "interrompu", en: "interrupted"),
      cure: Wording(fr: "recommencez", en: "run again"))
  }

  static func outputIsInput(_ path: String) -> InputFault {
    InputFault(
      .output, path: path,
      problem: Wording(
        fr: "ce résultat remplacerait une entrée de l’étude",
        en: "this output would replace an input of the study"),
      cure: Wording(
        fr: "nommez un autre dossier avec --output, ou déplacez l’entrée",
        en: "name another folder with --output, or move the input"))
  }
}
