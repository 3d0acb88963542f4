extension OpinionMaker {
  /// What was wrong in the file of the proposal, line by line, and what was done about it.
  func codes() -> OpinionCriterion {
    let found = ownAnomalies()
    let errors = found.filter { $0.severity == .error }
    let warnings = found.filter { $0.severity == .warning }
    return OpinionCriterion(
      kind: .codes,
      finding: errors.isEmpty && warnings.isEmpty ? .favourable : .toExamine,
      reason: reason(errors, warnings, found),
      figures: [
        OpinionFigure("erreurs", "lignes écartées ou en erreur", .whole(errors.count)),
        OpinionFigure("attentions", "points d’attention", .whole(warnings.count)),
        OpinionFigure(
          "informations", "réparées ou pour information",
          .whole(found.count - errors.count - warnings.count)),
      ],
      tables: found.isEmpty ? [] : [table(found)])
  }

  private func reason(
    _ errors: [Anomaly], _ warnings: [Anomaly], _ found: [Anomaly]
  ) -> String {
    let objects = ShownName.list(errors.map { object(of: $0) }, most: 6)
    if !errors.isEmpty {
      return "\(NumberText.count(errors.count, "ligne", "lignes")) du fichier en erreur "
        + "(\(objects)) : l’avis porte sur une partie seulement du territoire."
    }
    if !warnings.isEmpty {
      return
        "\(NumberText.count(warnings.count, "point", "points")) d’attention dans le fichier : "
        + "\(ShownName.list(warnings.map { object(of: $0) }, most: 6))."
    }
    return found.isEmpty
      ? "Toutes les lignes sont utilisées telles quelles."
      : "Toutes les lignes sont utilisées ; ce qui a été réparé est dit."
  }

  /// Anomalies of the file that are about the proposal, or about the whole file, or about rows that are
  /// of no proposal.
  private func ownAnomalies() -> [Anomaly] {
    let own = subject.proposal
    let others = study.proposals.filter { $0.file == own.file && $0.key != own.key }
    return study.anomalies.filter { anomaly in
      guard anomaly.file == own.file else { return false }
      guard let line = anomaly.line else { return true }
      return own.lines.contains(line) || !others.contains { $0.lines.contains(line) }
    }
  }

  /// What it is about; the proposal is named as in its file.
  private func object(of anomaly: Anomaly) -> String {
    let proposal = subject.proposal
    return anomaly.object == proposal.key.text ? proposal.id.text : anomaly.object
  }

  private func table(_ found: [Anomaly]) -> DocumentTable {
    DocumentTable(
      "lignes", "Ligne par ligne",
      [
        .init("", "ligne"), .init("fichier", ""), .init("ligne", ""), .init("gravite", "gravité"),
        .init("regle", "règle"), .init("objet", "objet"), .init("constat", "constat"),
        .init("traitement", "traitement"),
      ],
      found.map { anomaly in
        [
          .text(anomaly.file + (anomaly.line.map { ":\($0)" } ?? "")), .text(anomaly.file),
          .whole(anomaly.line), .text(anomaly.severity.rawValue),
          .text(anomaly.rule.rawValue), .code(object(of: anomaly)), .text(anomaly.finding.french),
          .text(anomaly.treatment.french),
        ]
      })
  }
}
