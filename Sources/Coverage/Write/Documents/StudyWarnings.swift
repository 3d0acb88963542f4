/// What a reader must know before the first figure: that the study is wider than its lists, that stages are
/// supposed, that no CPTS is in it.
enum StudyWarnings {
  static func of(_ study: Study) -> [Wording] {
    [wider(study), supposed(study), nobody(study)].compactMap { $0 }
  }

  private static func wider(_ study: Study) -> Wording? {
    study.anomalies.first { $0.rule == .widerThanLists }.map {
      Wording(
        fr: "\($0.finding.french) ; \($0.treatment.french)",
        en: "\($0.finding.english); \($0.treatment.english)")
    }
  }

  /// Stages that no file gives.
  static func supposed(_ study: Study) -> Wording? {
    guard let stage = study.options.defaultStage else { return nil }
    let count = Set(
      study.anomalies.lazy.filter { $0.rule == .stageByDefault }.map { $0.object }
    ).count
    return count == 0
      ? nil
      : Wording(
        fr: "le stade de \(count) CPTS est supposé : aucun fichier ne "
          + "le donne, « \(stage.key) » est celui que l’étude a choisi (--default-stage)",
        en: "the stage of \(count) CPTS is supposed: no file gives it, "
          + "“\(stage.key)” is the one that the study chose (--default-stage)")
  }

  private static func nobody(_ study: Study) -> Wording? {
    guard !study.units.area.isWhole, study.figures.studiedCPTS.isEmpty else { return nil }
    return Wording(
      fr: "aucune CPTS des listes n’est dans \(study.units.area.name) : vérifiez --area et --cpts",
      en: "no CPTS of the lists is in \(study.units.area.name): check --area and --cpts")
  }
}

extension Wording {
  /// The same as the beginning of a sentence.
  var capitalised: Wording {
    func first(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Wording(fr: first(french), en: first(english))
  }
}
