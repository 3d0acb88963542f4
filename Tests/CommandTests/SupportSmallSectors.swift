/// The page of the small sectors of a department, computed again from the files alone, block by block.
extension ReportFiles {
  func isToExamine(_ sector: [String: String]) -> Bool {
    first(sector)?["faisable"] == "a_examiner"
  }

  ///
  /// - Parameter withoutMap: sectors that no map has: what no file of figures says.
  func smallSectors(
    _ sectors: [[String: String]], pilot: String, withoutMap: Set<String> = []
  ) -> [String] {
    let name = "Petits secteurs — \(department(pilot))"
    let order = byPeople(sectors).map { $0["secteur"] ?? "" }
    let missing = order.indices.filter { withoutMap.contains(order[$0]) }.map { "\($0 + 1)" }
    let hasMap = missing.count < order.count
    let lot =
      "Un seul lot : \(Self.count(sectors.count, "secteur", "secteurs")) de moins de \(Self.whole("\(smallest)")) habitants (dossier-smallest), \(Self.people(of: sectors)) habitants sans CPTS. La délégation de l’ARS et \(Self.fund(pilot)) les traitent ensemble."
    let outside = missing.isEmpty ? "" : "\nHors de la carte : n° \(Self.list(missing, 8))."
    var blocks =
      [
        name, title,
        (["Carte et chiffres", "Tous les secteurs"] + conciliations(ofLot: sectors).map(\.text))
          .joined(separator: " · "), name, caution,
      ]
      + (hasMap
        ? [
          "Carte des petits secteurs, par leur numéro.",
          "\(lot)\nLes numéros de la carte sont ceux du tableau.\(outside)",
        ] : [lot, "Aucune carte : ces secteurs n’ont pas de limites connues."])
      + ["n°", "secteur", "communes", "habitants", "nature", "première décision"]
    for (number, sector) in byPeople(sectors).enumerated() {
      var lines = [decision(of: sector)]
      if isToExamine(sector) {
        lines.append("À examiner : \(Self.cut(first(sector)?["motif"] ?? "", 220))")
      }
      if first(sector) == nil { lines.append("À traiter avec \(whom(sector)).") }
      blocks += [
        "\(number + 1)", sector["secteur"] ?? "", communes(of: sector), Self.people(sector),
        Self.natures[sector["nature"] ?? ""] ?? "?", lines.joined(separator: "\n"),
      ]
    }
    let examined = sectors.count(where: isToExamine)
    return blocks + ["Plan à remplir, pour le lot"] + Self.planHeadings + [
      "Décision", "Pour chaque secteur, la première décision du tableau, ou une autre.",
      "Responsable",
      pilot.isEmpty
        ? "Le département pilote est à nommer : la délégation de l’ARS y désigne une personne pour le lot."
        : "La délégation de l’ARS de \(department(pilot)) désigne une personne pour le lot.",
      "Acteurs à réunir", actors(sectors, pilot).joined(separator: "\n"), "Obstacle",
      examined == 0
        ? "Aucun que les listes et les cartes disent."
        : "À examiner, dit au tableau : \(Self.count(examined, "secteur", "secteurs")).",
      "Prochaine étape", steps(sectors).joined(separator: "\n"), "Échéance",
      kinds(sectors).flatMap { deadlines($0.kind) }.reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }.joined(separator: "\n"),
      sources,
    ]
  }

  /// Pages of the overlaps of projects in a lot that its head names.
  func conciliations(ofLot sectors: [[String: String]]) -> [(text: String, address: String)] {
    let projects = sectors.flatMap { Self.parts($0["projets"]) }
    return conciliated.filter {
      projects.contains($0["cpts_a"] ?? "") || projects.contains($0["cpts_b"] ?? "")
    }.prefix(2).map {
      let (a, b) = ($0["cpts_a"] ?? "", $0["cpts_b"] ?? "")
      return (
        "Conciliation \(Self.cut(a, 24)) – \(Self.cut(b, 24))", "../conciliation/\(a)--\(b).html"
      )
    }
  }

  private func whom(_ sector: [String: String]) -> String {
    let attachment = sector["rattache_a"] ?? ""
    if attachment.hasPrefix("epci:") { return intercommunality(String(attachment.dropFirst(5))) }
    let names = cpts(concernedBy: sector).map { name(ofCPTS: $0) }
    return names.isEmpty ? "personne : aucune CPTS ne le borde" : Self.list(names, 3)
  }

  /// CPTS of the first decision of a sector, or those to treat it with where there is none.
  private func cpts(concernedBy sector: [String: String]) -> [String] {
    if let best = first(sector) { return Self.parts(best["cpts"]).filter { $0 != "(nouvelle)" } }
    let attachment = sector["rattache_a"] ?? ""
    if !attachment.isEmpty { return attachment.hasPrefix("epci:") ? [] : [attachment] }
    let projects = Self.parts(sector["projets"])
    let all = projects.isEmpty ? Self.parts(sector["voisins"]) : projects
    return all.map { $0.hasPrefix("par_mer:") ? String($0.dropFirst(8)) : $0 }
  }

  private func actors(_ sectors: [[String: String]], _ pilot: String) -> [String] {
    let leaders = sectors.flatMap { Self.parts($0["projets"]) }
    let others = sectors.flatMap { sector in
      let projects = Self.parts(sector["projets"])
      return cpts(concernedBy: sector).filter { !projects.contains($0) }
    }
    func names(_ ids: [String]) -> String {
      let order = Dictionary(grouping: ids) { $0 }.sorted {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
      }
      return Self.list(order.map { name(ofCPTS: $0.key) }, 8)
    }
    var actors: [String] = []
    if !leaders.isEmpty { actors.append("Porteurs de \(names(leaders))") }
    if !others.isEmpty { actors.append("CPTS : \(names(others))") }
    if sectors.contains(where: { Self.parts(first($0)?["cpts"]).contains("(nouvelle)") }) {
      actors.append("Professionnels de santé des secteurs, pour trouver des meneurs")
    }
    let all = sectors.flatMap {
      Self.parts($0["departements"]) + Self.parts(first($0)?["departements"])
    }
    let more = Set(all).subtracting([pilot]).sorted().map(department)
    actors.append(
      "ARS : délégation \(pilot.isEmpty ? "à nommer" : "de \(department(pilot))")"
        + (more.isEmpty ? "" : " ; délégations de \(Self.list(more, 4))"))
    actors.append("Assurance maladie : \(Self.fundToGather(pilot))")
    return actors + [Self.taskForce]
  }

  private func kinds(_ sectors: [[String: String]]) -> [(kind: String, sectors: [String])] {
    let byKind = Dictionary(grouping: byPeople(sectors)) { first($0)?["option"] ?? "" }
    return (Self.kindsInOrder.map(\.0) + [""]).compactMap { kind in
      byKind[kind].map { (kind, $0.compactMap { $0["secteur"] }) }
    }
  }

  private func steps(_ sectors: [[String: String]]) -> [String] {
    let kinds = kinds(sectors)
    return kinds.map { kind, ids in
      (kinds.count > 1 ? "\(Self.list(ids, 4)) : " : "")
        + (Self.nextSteps[kind]
          ?? "Réunir les acteurs et chercher un plan en plusieurs gestes, ou un rattachement décidé à la main.")
    }
  }
}
