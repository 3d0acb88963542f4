extension Stage {
  /// Whose line it is to call "zone blanche" what is below this stage: the texts differ.
  ///
  /// Source: plan of 2023, 2.1 (a letter of intent covers); instruction of 9 October 2019, 6.1 ("zones sans
  /// projet de CPTS").
  var whiteZoneLine: Wording {
    switch self {
    case .letterOfIntent:
      Wording(
        fr:
          "Cette ligne est celle du plan de 2023 (2.1). L’instruction du 9 octobre 2019 (6.1) dit "
          + "« zones sans projet de CPTS » : --white-below projet.",
        en: "This line is that of the plan of 2023 (2.1). The instruction of 9 October 2019 (6.1) "
          + "says “zones without a project of a CPTS”: --white-below projet.")
    case .project:
      Wording(
        fr:
          "Cette ligne est celle de l’instruction du 9 octobre 2019 (6.1) : « zones sans projet de "
          + "CPTS ». Le plan de 2023 (2.1) demande la lettre d’intention : --white-below "
          + "lettre_intention.",
        en:
          "This line is that of the instruction of 9 October 2019 (6.1): “zones without a project "
          + "of a CPTS”. The plan of 2023 (2.1) asks for the letter of intent: --white-below "
          + "lettre_intention.")
    case .none, .validatedProject, .signedContract:
      Wording(
        fr:
          "Cette ligne est celle de l’étude (--white-below \(key)) : le plan de 2023 (2.1) demande "
          + "la lettre d’intention, l’instruction du 9 octobre 2019 (6.1) un projet.",
        en:
          "This line is that of the study (--white-below \(key)): the plan of 2023 (2.1) asks for "
          + "the letter of intent, the instruction of 9 October 2019 (6.1) for a project.")
    }
  }
}
