/// The page of a sector computed again from the files of the report alone, block by block.
struct SheetWords {
  private typealias Files = ReportFiles

  let files: ReportFiles
  let sector: [String: String]
  /// Whether the sector is on the map: what no file of figures says.
  let hasMap: Bool
  private(set) var blocks: [String] = []

  private var id: String { sector["secteur"] ?? "" }
  private var options: [[String: String]] { files.options(of: id) }
  private var feasible: [[String: String]] { options.filter { $0["rang"] != "" } }
  private var projects: [String] { Files.parts(sector["projets"]) }
  private var pilot: String { sector["departement_pilote"] ?? "" }
  private var isShort: Bool { (Int(sector["unites_sans_population"] ?? "") ?? 0) > 0 }

  init(_ files: ReportFiles, _ sector: [String: String], hasMap: Bool) {
    (self.files, self.sector, self.hasMap) = (files, sector, hasMap)
    let name = "Secteur \(Self.name(of: sector))"
    blocks = [
      name, files.title,
      (["Carte et chiffres", "Tous les secteurs"] + files.conciliations(of: sector).map(\.text))
        .joined(separator: " · "),
      name, files.caution,
    ]
    map()
    facts()
    neighbourTable()
    reasons()
    optionTable()
    division()
    impossible()
    plan()
    blocks += ["Ce que cette fiche ne sait pas", unknowns, files.sources]
  }

  static func name(of sector: [String: String]) -> String {
    let (id, name) = (sector["secteur"] ?? "", sector["commune_principale"] ?? "")
    return name.isEmpty ? id : "\(id) — \(Files.cut(name, 48))"
  }

  // MARK: Who is beside, and who lives there

  /// Neighbours with the longest border first, and its share.
  private var neighbours: [(id: String, share: Double?)] {
    let ids = Files.parts(sector["voisins"])
    if let first = ids.first, first.hasPrefix("par_mer:") {
      return [(String(first.dropFirst("par_mer:".count)), nil)]
    }
    let shares = Files.parts(sector["pct_frontiere_voisins"]).map { Double($0) ?? -1 }
    return ids.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }.map { (ids[$0], shares[$0]) }
  }

  private mutating func map() {
    let names = neighbours.prefix(6).enumerated().map { "\($0 + 1) \(files.name(ofCPTS: $1.id))" }
    let rivals = projects.count > 1 ? ", de ses projets concurrents" : ""
    blocks.append(
      !hasMap
        ? "Aucune carte : le secteur n’a pas de limites connues."
        : names.isEmpty
          ? "Carte du secteur\(rivals) ; aucune CPTS au stade requis ne le borde."
          : "Carte du secteur\(rivals) et de ses voisines : \(names.joined(separator: ", ")).")
  }

  private mutating func facts() {
    let area = Double(sector["superficie_km2"] ?? "") ?? 0
    let people = Int(sector["population"] ?? "")
    let density =
      people.map {
        area > 0
          ? " (\(isShort ? "au moins " : "")\(Files.measured(Double($0) / area)) hab./km²)" : ""
      } ?? ""
    let zone = files.rows("zones_blanches").first { $0["zone"] == sector["zone"] } ?? [:]
    let count = Int(zone["nb_secteurs"] ?? "") ?? 0
    blocks += [
      "Habitants sans CPTS", Files.people(sector), "Superficie",
      "\(Files.measured(area)) km²\(density)",
      files.hasDistricts(sector) ? "Communes et arrondissements" : "Communes",
      files.communes(of: sector), "Département pilote",
      pilot.isEmpty ? "à nommer" : files.department(pilot),
    ]
    let departments = Files.parts(sector["departements"])
    if departments != [pilot] {
      blocks += ["Départements", Files.list(departments.map(files.department), 4)]
    }
    blocks += [
      "Région", Files.list(Files.parts(sector["regions"]).map(files.region), 4), "Zone blanche",
      (zone["zone"] ?? "?")
        + (count == 1
          ? ", dont le secteur est le tout"
          : " : \(Files.people(zone)) habitants, \(Files.whole("\(count)")) secteurs"),
    ]
    for (name, column) in [("Bassins de vie", "bassins"), ("EPCI", "epci")] {
      guard let whole = Int(sector["\(column)_entiers"] ?? ""),
        let cut = Int(sector["\(column)_coupes"] ?? "")
      else { continue }
      blocks += [
        name, "\(Files.count(whole, "entier", "entiers")), \(Files.count(cut, "coupé", "coupés"))",
      ]
    }
    let poles = Files.parts(sector["cpts_du_pole"]).map(files.name(ofCPTS:))
    if !poles.isEmpty { blocks += ["Pôle du bassin", "dans \(Files.list(poles, 2))"] }
    let limit = Double(zone["limite_etude_km"] ?? "") ?? 0
    if limit > 0 {
      let beyond = zone["population_hors_etude"] ?? ""
      blocks += [
        "Limite de l’étude",
        "la zone s’arrête sur \(Files.decimal(limit, 1)) km à la limite de l’étude"
          + (beyond.isEmpty || beyond == "0"
            ? ""
            : ", au-delà de laquelle vivent au moins \(Files.whole(beyond)) habitants sans CPTS"),
      ]
    }
  }

  private mutating func neighbourTable() {
    let shown = neighbours.prefix(6)
    guard !shown.isEmpty else {
      blocks.append("Voisines : aucune CPTS au stade requis ne borde le secteur.")
      return
    }
    blocks += ["n°", "CPTS voisine", "stade", "habitants", "taille", "frontière (%)"]
    for (place, neighbour) in shown.enumerated() {
      let row = files.cpts(neighbour.id)
      let size = row["taille"] ?? ""
      blocks += [
        "\(place + 1)", files.name(ofCPTS: neighbour.id), files.stage(row["stade"] ?? ""),
        Files.people(row), size.isEmpty ? "inconnue" : size,
        neighbour.share.map { Files.decimal($0, 1) } ?? "par-delà l’eau",
      ]
    }
    let rest = neighbours.count - shown.count
    if rest > 0 {
      blocks.append("Et \(Files.count(rest, "autre voisine", "autres voisines")) (secteurs.csv).")
    }
  }

  // MARK: Why, and what is at work

  private mutating func reasons() {
    let line = [
      "lettre_intention":
        "Cette ligne est celle du plan de 2023 (2.1). L’instruction du 9 octobre 2019 (6.1) dit « zones sans projet de CPTS » : --white-below projet.",
      "projet":
        "Cette ligne est celle de l’instruction du 9 octobre 2019 (6.1) : « zones sans projet de CPTS ». Le plan de 2023 (2.1) demande la lettre d’intention : --white-below lettre_intention.",
    ]
    let lowest = files.lowest
    let own =
      "Cette ligne est celle de l’étude (--white-below \(lowest)) : le plan de 2023 (2.1) demande la lettre d’intention, l’instruction du 9 octobre 2019 (6.1) un projet."
    blocks += [
      "Pourquoi il est blanc, et ce qui y est à l’œuvre",
      "Aucune CPTS au stade « \(files.stage(lowest)) » ou au-delà ne le couvre. \(line[lowest] ?? own)",
    ]
    if projects.isEmpty {
      blocks.append(
        "Aucun projet n’y est connu (territoire « atone », instruction du 9 octobre 2019, I.1) : l’ARS et l’assurance maladie désignent ensemble qui prospecte et anime."
      )
    } else {
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
      let names = projects.enumerated().map { place, project in
        let row = files.cpts(project)
        return
          (projects.count > 1 ? "\(letters[place]) : " : "")
          + "\(files.name(ofCPTS: project)), stade « \(files.stage(row["stade"] ?? "")) », \(Files.people(row)) habitants"
      }
      let work = projects.count == 1 ? "Un projet y est à l’œuvre" : "Des projets y sont à l’œuvre"
      blocks += [
        "\(work) : \(Files.list(names, 3)). À accompagner d’abord (instruction, I.1 et I.2).",
        needs,
      ]
    }
    let attachment = files.attachment(of: sector)
    if attachment.isEmpty { return }
    let whom =
      attachment.hasPrefix("epci:")
      ? files.intercommunality(String(attachment.dropFirst(5))) : files.name(ofCPTS: attachment)
    blocks.append("À traiter avec \(whom) : trop peu d’habitants pour un travail à part.")
  }

  private var needs: String {
    "Lettre d’intention (I.3) : territoire envisagé, premiers éléments de diagnostic, acteurs associés ou à associer, orientations du projet de santé, engagement à travailler aux missions socles. L’ARS et l’assurance maladie la valident ensemble ; dès lors, le fonds d’intervention régional peut payer un coordinateur (I.4)."
      + (["projet_sante_valide", "aci_signe"].contains(files.lowest)
        ? " Projet de santé (I.6) : adressé à l’ARS, validé si elle ne s’y oppose pas dans les deux mois."
        : "")
      + (files.lowest == "aci_signe"
        ? " ACI (I.7) : contrat entre la CPTS, l’ARS et l’assurance maladie." : "")
  }

  private var unknowns: String {
    let rules = files.summary["options_zones_blanches"]
    var text =
      "Ni l’avis des professionnels, ni leur nombre, ni les trajets des patients ne sont dans ces chiffres, tirés de listes et de cartes ; les distances sont à vol d’oiseau. De \(Files.whole("\(rules["taille_coherente_min"].whole)")) à \(Files.whole("\(rules["taille_coherente_max"].whole)")) habitants, une taille est dite cohérente par convention : aucun texte ne le fixe."
    if rules["colonne_bassins"].string == nil {
      text += " Bassins de vie inconnus : ce critère ne compte pas."
    }
    if sector["epci_entiers"] == "" { text += " EPCI inconnus : ce critère ne compte pas." }
    if isShort { text += " Une population est inconnue : ce qui la comprend est « au moins »." }
    return text
  }

  // MARK: Options

  private mutating func optionTable() {
    blocks.append("Ce qui peut être fait, dans l’ordre où l’examiner")
    let shown = feasible.prefix(4)
    guard !shown.isEmpty else {
      blocks.append(files.decision(of: sector))
      return
    }
    blocks += [
      "rang", "option", "CPTS", "avis", "habitants gagnés", "habitants après", "taille",
      "écart d’ACI par an (€)",
    ]
    for (place, row) in shown.enumerated() {
      blocks += ["\(place + 1)"] + files.cells(of: row) + [note(row)]
    }
    let rest = feasible.count - shown.count
    blocks.append(
      (rest > 0
        ? "Et \(Files.count(rest, "autre possible", "autres possibles")) (options.csv). " : "")
        + "Avis : « solide », « possible » ou « peu réaliste » selon la note d’options.csv (conventions). ACI : écart entre les montants possibles au plus (part variable entière), si toutes les CPTS de l’option l’avaient signé ; rien n’en est dû avant."
    )
  }

  private func note(_ row: [String: String]) -> String {
    var notes: [String] = []
    if row["faisable"] != "oui" {
      notes.append("À examiner : \(Files.cut(row["motif"] ?? "", 220))")
    }
    if let coming = row["cpts_a_venir"], !coming.isEmpty {
      let name = coming.hasPrefix("CPTS à venir : ") ? coming : "CPTS à venir : \(coming)"
      let people = (row["unites_sans_population"] ?? "0") == "0" ? "" : "au moins "
      let count = row["population_a_venir"] ?? ""
      notes.append(
        Files.cut(name.replacing("|", with: ", "), 80)
          + " (habitants : \(count.isEmpty ? "inconnu" : people + Files.whole(count))), fin du mentorat à fixer."
      )
    }
    if let elsewhere = Int(row["population_ailleurs"] ?? ""), elsewhere > 0 {
      notes.append("Couvre aussi \(Files.whole("\(elsewhere)")) habitants d’autres secteurs.")
    }
    if let rest = Int(row["reliquat_blanc"] ?? ""), rest > 0 {
      let unknown = Files.parts(row["unites_sans_population"]).reduce(0) { $0 + (Int($1) ?? 0) }
      let isLeast = (Int(sector["unites_sans_population"] ?? "") ?? 0) > unknown
      notes.append(
        "Laisse \(isLeast ? "au moins " : "")\(Files.whole("\(rest)")) habitants sans CPTS.")
    }
    return (notes + ["Source : \(row["source"] ?? "")."]).joined(separator: " ")
  }

  private mutating func division() {
    guard let row = feasible.prefix(4).first(where: { $0["ecart_optimum_pct"] != "" }) else {
      return
    }
    let gap = Double(row["ecart_optimum_pct"] ?? "") ?? -1
    let proof =
      gap == 0 ? "partage optimal, prouvé" : "à \(Files.decimal(gap, 2)) % au plus du meilleur"
    let (members, gains) = (Files.parts(row["cpts"]), files.gains(of: row))
    let takers = zip(members, gains).prefix(4).map { cpts, gain in
      let own = files.shares(of: id, row["option"] ?? "").filter { $0["cpts"] == cpts }
      let order = own.sorted {
        (Int($1["population"] ?? "") ?? 0, $0["code"] ?? "")
          < (Int($0["population"] ?? "") ?? 0, $1["code"] ?? "")
      }
      let names = order.map { files.name(ofCommune: $0["code"] ?? "", $0["nom"] ?? "") }
      return "\(files.name(ofCPTS: cpts)), \(gain) habitants : \(Files.list(names, 3))"
    }
    let rest = members.count - takers.count
    blocks.append(
      "Qui prend quoi (\(ReportFiles.kinds[row["option"] ?? ""] ?? "?") ; \(proof) ; options_communes.csv) : "
        + takers.joined(separator: " ; ") + (rest > 0 ? " ; et \(rest) CPTS de plus" : "") + ".")
  }

  private mutating func impossible() {
    for (heading, rows) in [
      ("Impossible", options.filter { $0["faisable"] == "non" }),
      ("Ne peut être dit", options.filter { $0["faisable"] != "non" && $0["rang"] == "" }),
    ] {
      for (kind, words) in ReportFiles.kindsInOrder {
        let own = rows.filter { $0["option"] == kind }
        guard let first = own.first else { continue }
        let cpts = Files.parts(first["cpts"]).first
        let by =
          kind.hasPrefix("extension") ? cpts.map { " de \(files.name(ofCPTS: $0))" } ?? "" : ""
        let rest = own.count > 1 ? " (et \(Files.count(own.count - 1, "autre", "autres")))" : ""
        blocks.append("\(heading) : \(words)\(by)\(rest). \(Files.cut(first["motif"] ?? "", 220))")
      }
    }
  }

  // MARK: The plan

  private mutating func plan() {
    let best = feasible.first
    let kind = best?["option"] ?? ""
    blocks += ["Plan à remplir"] + ReportFiles.planHeadings
    blocks += [
      "Décision", files.decision(of: sector), "Responsable",
      (pilot.isEmpty
        ? "Le département pilote est à nommer"
        : "\(files.department(pilot)) est le département pilote")
        + " : la délégation de l’ARS et \(Files.fund(pilot)) y désignent une personne responsable.",
      "Acteurs à réunir", actors(best).joined(separator: "\n"), "Obstacle",
      obstacles(best).joined(separator: "\n"), "Prochaine étape",
      ReportFiles.nextSteps[kind]
        ?? "Réunir les acteurs et chercher un plan en plusieurs gestes, ou un rattachement décidé à la main.",
      "Échéance",
      files.deadlines(kind).joined(separator: "\n"),
    ]
  }

  private func actors(_ best: [String: String]?) -> [String] {
    var actors: [String] = []
    let kind = best?["option"] ?? ""
    if !projects.isEmpty {
      actors.append("Porteurs de \(Files.list(projects.map(files.name(ofCPTS:)), 3))")
    }
    let members = Files.parts(best?["cpts"]).filter { $0 != "(nouvelle)" }
    let concerned =
      members.isEmpty || ["accompagnement", "reunion"].contains(kind)
      ? neighbours.prefix(2).map(\.id) : members
    if !concerned.isEmpty {
      actors.append("CPTS : \(Files.list(concerned.map(files.name(ofCPTS:)), 3))")
    }
    if projects.isEmpty, ["", "creation", "rattachement_mixte"].contains(kind) {
      actors.append("Professionnels de santé du secteur, pour trouver des meneurs")
    }
    let places = Files.parts(sector["departements"]) + Files.parts(best?["departements"])
    let others = Set(places).subtracting([pilot]).sorted().map(files.department)
    actors.append(
      "ARS : délégation \(pilot.isEmpty ? "à nommer" : "de \(files.department(pilot))")"
        + (others.isEmpty ? "" : " ; délégations de \(Files.list(others, 3))"))
    actors.append("Assurance maladie : \(Files.fundToGather(pilot))")
    if projects.count > 1 || !overlaps.isEmpty {
      actors.append("URPS, pour la médiation (instruction, I.6.1)")
    }
    return actors + [Files.taskForce]
  }

  private var overlaps: [[String: String]] {
    let all = files.rows("chevauchements").filter { $0["qualification"] != "lisere" }.enumerated()
      .sorted {
        (Int($1.element["population"] ?? "") ?? 0, $0.offset)
          < (Int($0.element["population"] ?? "") ?? 0, $1.offset)
      }.map(\.element)
    var found: [[String: String]] = []
    for project in projects {
      found += all.filter {
        ($0["cpts_a"] == project || $0["cpts_b"] == project) && !found.contains($0)
      }
    }
    return found
  }

  private func obstacles(_ best: [String: String]?) -> [String] {
    var lines: [String] = []
    if let best, best["faisable"] != "oui" { lines.append(Files.cut(best["motif"] ?? "", 220)) }
    for row in overlaps.prefix(2) {
      let people = row["population"] ?? ""
      lines.append(
        "Chevauchement de \(files.name(ofCPTS: row["cpts_a"] ?? "")) et de \(files.name(ofCPTS: row["cpts_b"] ?? "")), habitants en commun : \(people.isEmpty ? "inconnu" : Files.whole(people)) (\(files.conciliated.contains(row) ? "voir leur fiche" : "chevauchements.csv"))."
      )
    }
    if overlaps.count > 2 {
      lines.append(
        "Et \(Files.count(overlaps.count - 2, "autre chevauchement", "autres chevauchements")).")
    }
    if best == nil { lines.append("Voir plus haut ce qui est impossible, ou ne peut être dit.") }
    return lines.isEmpty ? ["Aucun que les listes et les cartes disent."] : lines
  }
}
