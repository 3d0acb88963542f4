extension SectorOptionKind {
  /// The text that names the option, or that none does.
  ///
  /// Source: the instruction of 9 October 2019 accompanies emerging projects up to the letter of intent
  /// (I.1 to I.3) and asks those of one territory to be one (I.6.1); the plan of 2023 names three answers to a
  /// white zone (2.1); the report of 2023 speaks of perimeters redrawn together (proposition 24).
  public var source: Wording {
    switch self {
    case .support:
      Wording(
        fr: "instruction du 9 octobre 2019, I.1 à I.3 ; plan « 100 % CPTS » de 2023, 2.1",
        en: "instruction of 9 October 2019, I.1 to I.3; plan “100 % CPTS” of 2023, 2.1")
    case .uniting:
      Wording(
        fr: "instruction du 9 octobre 2019, I.6.1", en: "instruction of 9 October 2019, I.6.1")
    case .creation, .extending, .temporaryExtending:
      Wording(fr: "plan « 100 % CPTS » de 2023, 2.1", en: "plan “100 % CPTS” of 2023, 2.1")
    case .sharing:
      Wording(
        fr: "rapport « Tour de France des CPTS » de 2023, proposition 24 (« notamment » pour un "
          + "territoire restreint)",
        en: "report “Tour de France des CPTS” of 2023, proposition 24 (“notably” for a small "
          + "territory)")
    case .mixed:
      Wording(
        fr: "aucun texte : mélange des précédentes, par l’outil",
        en: "no text: a mix of the others, by the tool")
    }
  }
}
