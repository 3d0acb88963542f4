/// The plan that those who decide fill in: what the tool knows stands beside the room to write.
extension SectorSheet {
  private static let mostActors = 3
  private static let mostOverlaps = 2

  func appendPlan(to page: inout PrintedPage) {
    page.heading(2, "Plan à remplir")
    let best = feasible.first
    let rows: [(String, [Prose])] = [
      ("Décision", [Prose(context.decision(ofSector: index))]),
      ("Responsable", [responsible]),
      ("Acteurs à réunir", actors(best).map { Prose($0) }),
      ("Obstacle", obstacles(best)),
      ("Prochaine étape", [Prose(best?.kind.nextStep ?? Self.noStep)]),
      ("Échéance", context.deadline(best?.kind)),
    ]
    page.form(rows)
  }

  private var responsible: Prose {
    """
    \(sector.pilot.isEmpty
      ? "Le département pilote est à nommer"
      : "\(DossierContext.department(sector.pilot)) est le département pilote") : la délégation de l’ARS et \
    \(DossierContext.fund(of: [sector.pilot])) y désignent une personne responsable.
    """
  }

  private func actors(_ best: SectorOption?) -> [String] {
    var actors: [String] = []
    if !sector.projects.isEmpty {
      let names = sector.projects.map { context.name(ofCPTS: $0) }
      actors.append("Porteurs de \(DossierContext.list(names, most: Self.mostActors))")
    }
    let concerned = neighboursToGather(best)
    if !concerned.isEmpty {
      actors.append("CPTS : \(DossierContext.list(concerned, most: Self.mostActors))")
    }
    if sector.projects.isEmpty, best.map({ $0.kind == .creation || $0.kind == .mixed }) ?? true {
      actors.append("Professionnels de santé du secteur, pour trouver des meneurs")
    }
    // The CPTS of the best option may be of another department: its delegation decides too.
    let places =
      study.units.places(of: sector.units).departments + (best?.figures?.departments ?? [])
    let others = Set(places).subtracting([sector.pilot, ""]).sorted()
    let more =
      others.isEmpty
      ? ""
      : " ; délégations de \(DossierContext.list(others.map(DossierContext.department), most: Self.mostActors))"
    actors.append("ARS : \(DossierContext.delegation(of: sector.pilot))\(more)")
    actors.append("Assurance maladie : \(DossierContext.fundToGather(of: [sector.pilot]))")
    if needsMediation(best) { actors.append("URPS, pour la médiation (instruction, I.6.1)") }
    return actors + [DossierContext.taskForce]
  }

  /// CPTS of the best option; of one that concerns none, those with the longest borders.
  private func neighboursToGather(_ best: SectorOption?) -> [String] {
    if let members = best?.figures?.members.filter({ !$0.isNew }), !members.isEmpty,
      best?.kind != .support, best?.kind != .uniting
    {
      return members.map { context.name(ofTarget: $0.target, in: ground) }
    }
    if let across = sector.acrossSea { return [context.name(ofCPTS: across)] }
    return neighbours.prefix(2).map { context.name(ofCPTS: sector.neighbours[$0].cpts) }
  }

  private func needsMediation(_ best: SectorOption?) -> Bool {
    sector.projects.count > 1 || !overlapsOfProjects.isEmpty
  }

  /// Overlaps of the projects at work with whatever CPTS, those with most people first.
  private var overlapsOfProjects: [Overlap] {
    var seen: Set<[Index<DatedCPTS>]> = []
    return sector.projects.flatMap { context.overlaps[$0] ?? [] }.filter {
      seen.insert([$0.first, $0.second]).inserted
    }
  }

  private func obstacles(_ best: SectorOption?) -> [Prose] {
    var lines: [Prose] = []
    if let best, !best.isPlain {
      lines.append(Prose(ShownName.shortened(best.reason(in: .french), to: 220)))
    }
    let overlaps = overlapsOfProjects
    for overlap in overlaps.prefix(Self.mostOverlaps) {
      let people = study.units.people(overlap.population, in: overlap.units)
      lines.append(
        """
        Chevauchement de \(context.name(ofCPTS: overlap.first)) et de \
        \(context.name(ofCPTS: overlap.second)), habitants en commun : \
        \(people.figure.map(NumberText.whole) ?? "inconnu") (\(context.place(of: overlap))).
        """)
    }
    if overlaps.count > Self.mostOverlaps {
      let rest = overlaps.count - Self.mostOverlaps
      lines.append("Et \(NumberText.count(rest, "autre chevauchement", "autres chevauchements")).")
    }
    if best == nil { lines.append("Voir plus haut ce qui est impossible, ou ne peut être dit.") }
    return lines.isEmpty ? ["Aucun que les listes et les cartes disent."] : lines
  }

  static let noStep =
    "Réunir les acteurs et chercher un plan en plusieurs gestes, ou un rattachement décidé à la main."
}

extension SectorOptionKind {
  /// What comes next, by the texts.
  var nextStep: String {
    switch self {
    case .support:
      "Rencontrer les porteurs du projet, proposer l’accompagnement de l’ARS et de l’assurance maladie (instruction, I.2)."
    case .uniting:
      "Réunir les porteurs vers un projet commun, ou vers des périmètres qui ne se recouvrent plus (instruction, I.6.1)."
    case .creation:
      "Trouver un ou plusieurs meneurs (instruction, I.1) ; proposer l’accompagnement intensif et « l’accélérateur CPTS » (plan de 2023, 2.1)."
    case .extending:
      "Demander à la CPTS si elle accepte le secteur, et aux professionnels du secteur ce qu’ils en disent (plan de 2023, 2.1)."
    case .temporaryExtending:
      "Demander à la CPTS si elle accepte le mentorat ; nommer la CPTS à venir et la date de la fin (plan de 2023, 2.1)."
    case .sharing:
      "Réunir les CPTS : chacune décide de sa part (une décision par CPTS)."
    case .mixed:
      "Réunir les CPTS pour leurs parts, et trouver des meneurs pour le reste (instruction, I.1)."
    }
  }
}
