/// The pages that are of no single sector, computed again from the files alone, block by block.
extension ReportFiles {
  private static let natures = [
    "projet": "projet à l’œuvre", "projets_concurrents": "projets concurrents",
    "atone": "sans projet",
    "reliquat": "sans projet, reliquat",
  ]
  private static let situations = [
    "deux_projets_valides": "deux projets de santé validés",
    "projet_sur_projet_valide": "un projet sur un projet de santé validé",
    "deux_projets": "deux projets, aucun validé",
  ]

  var smallest: Int { summary["options"]["dossier_smallest"].whole }

  /// Whether a sector shares a page.
  func isSmall(_ sector: [String: String]) -> Bool {
    (Int(sector["unites_sans_population"] ?? "") ?? 0) == 0
      && (Int(sector["population"] ?? "") ?? .max) < smallest
  }

  /// Sectors with most people first.
  private func byPeople(_ sectors: [[String: String]]) -> [[String: String]] {
    sectors.enumerated().sorted {
      (Int($1.element["population"] ?? "") ?? 0, $0.offset)
        < (Int($0.element["population"] ?? "") ?? 0, $1.offset)
    }.map(\.element)
  }

  private static let noText = "Aucun texte n’en fixe : à fixer par le responsable."

  // MARK: The list

  var index: [String] {
    let (all, zones) = (rows("secteurs"), rows("zones_blanches").count)
    var blocks = [
      "Secteurs et décisions — \(title)", title, "Carte et chiffres", "Secteurs et décisions",
      caution,
      "\(Self.people(of: all)) habitants sans CPTS au stade « \(stage(lowest)) » ou au-delà, en \(Self.count(zones, "zone blanche", "zones blanches")) et \(Self.count(all.count, "secteur", "secteurs")). Chaque secteur a un département pilote, qui instruit : cherchez le vôtre, ouvrez la page d’un secteur, remplissez son plan.",
    ]
    func total(_ name: String, _ sectors: [[String: String]]) -> String {
      "\(name) : \(Self.people(of: sectors)) habitants, \(Self.count(sectors.count, "secteur", "secteurs"))"
    }
    let byRegion = Dictionary(grouping: all) {
      regionOfDepartment[$0["departement_pilote"] ?? ""] ?? ""
    }
    for (code, sectors) in byRegion.sorted(by: { $0.key < $1.key }) {
      blocks.append(total(region(code), sectors))
      let byPilot = Dictionary(grouping: sectors) { $0["departement_pilote"] ?? "" }
      for (pilot, own) in byPilot.sorted(by: { $0.key < $1.key }) {
        blocks += [
          total(department(pilot), own), "secteur", "habitants", "nature", "première décision",
        ]
        for sector in byPeople(own) {
          blocks += [
            SheetWords.name(of: sector), Self.people(sector),
            Self.natures[sector["nature"] ?? ""] ?? "?", decision(of: sector),
          ]
        }
      }
    }
    let large = conciliated
    if !large.isEmpty {
      blocks += ["Chevauchements à concilier", "CPTS", "habitants en commun", "situation"]
    }
    for row in large {
      let situation = ways(of: row).first?["situation"] ?? ""
      blocks += [
        "\(name(ofCPTS: row["cpts_a"] ?? "")) et \(name(ofCPTS: row["cpts_b"] ?? ""))",
        Self.whole(row["population"] ?? ""), Self.situations[situation] ?? "?",
      ]
    }
    return blocks + [sources]
  }

  // MARK: Small sectors

  func smallSectors(_ sectors: [[String: String]], pilot: String) -> [String] {
    let name = "Petits secteurs — \(department(pilot))"
    var blocks = [
      name, title, "Carte et chiffres · Tous les secteurs", name, caution,
      "Un seul lot : \(Self.count(sectors.count, "secteur", "secteurs")) de moins de \(Self.whole("\(smallest)")) habitants (dossier-smallest), \(Self.people(of: sectors)) habitants sans CPTS. La délégation de l’ARS et la CPAM les traitent ensemble, avec les CPTS qui les bordent.",
      "secteur", "commune principale", "habitants", "nature", "à traiter avec", "première décision",
    ]
    for sector in byPeople(sectors) {
      let commune = Self.cut(sector["commune_principale"] ?? "", 34)
      blocks += [sector["secteur"] ?? ""] + (commune.isEmpty ? [] : [commune])
      blocks += [
        Self.people(sector), Self.natures[sector["nature"] ?? ""] ?? "?", whom(sector),
        decision(of: sector),
      ]
    }
    var counts: [String: Int] = [:]
    for sector in sectors {
      let attachment = sector["rattache_a"] ?? ""
      if !attachment.isEmpty, !attachment.hasPrefix("epci:") { counts[attachment, default: 0] += 1 }
    }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { self.name(ofCPTS: $0.key) }
    let end = "ARS ; assurance maladie (CPAM, et MSA si elle accompagne)"
    return blocks + ["Plan à remplir, pour le lot"] + Self.planHeadings + [
      "Décision", "Pour chaque secteur, la première décision du tableau, ou une autre.",
      "Responsable",
      "La délégation de l’ARS de \(department(pilot)) désigne une personne pour le lot.",
      "Acteurs à réunir", order.isEmpty ? end : "\(Self.list(order, 8)) ; \(end)", "Obstacle",
      "Ce qui est à examiner est dit secteur par secteur dans options.csv.", "Prochaine étape",
      "Demander à chaque CPTS si elle accepte les secteurs qui la bordent (plan de 2023, 2.1).",
      "Échéance", Self.noText, sources,
    ]
  }

  private func whom(_ sector: [String: String]) -> String {
    let attachment = sector["rattache_a"] ?? ""
    if attachment.hasPrefix("epci:") { return "EPCI \(attachment.dropFirst(5))" }
    if !attachment.isEmpty { return name(ofCPTS: attachment) }
    let projects = Self.parts(sector["projets"])
    let all = projects.isEmpty ? Self.parts(sector["voisins"]) : projects
    let names = all.map { name(ofCPTS: $0.hasPrefix("par_mer:") ? String($0.dropFirst(8)) : $0) }
    return names.isEmpty ? "aucune CPTS" : Self.list(names, 3)
  }

  // MARK: Overlaps

  /// Overlaps that have a page, those with most people first.
  var conciliated: [[String: String]] {
    rows("chevauchements").filter {
      $0["qualification"] != "lisere" && (Int($0["population"] ?? "") ?? 0) >= smallest
    }.enumerated().sorted {
      (Int($1.element["population"] ?? "") ?? 0, $0.offset)
        < (Int($0.element["population"] ?? "") ?? 0, $1.offset)
    }.map(\.element)
  }

  private func ways(of overlap: [String: String]) -> [[String: String]] {
    rows("conciliations").filter {
      $0["cpts_a"] == overlap["cpts_a"] && $0["cpts_b"] == overlap["cpts_b"]
    }
  }

  func conciliation(_ overlap: [String: String]) -> [String] {
    let (a, b) = (overlap["cpts_a"] ?? "", overlap["cpts_b"] ?? "")
    let (first, second) = (name(ofCPTS: a), name(ofCPTS: b))
    let ways = ways(of: overlap)
    let situation = ways.first?["situation"] ?? ""
    func who(_ id: String) -> String {
      let row = cpts(id)
      return
        "\(name(ofCPTS: id)), stade « \(stage(row["stade"] ?? "")) », \(Self.people(row)) habitants"
    }
    let codes = Self.parts(overlap["communes"])
    let departments = Set(
      codes.compactMap { code in
        rows("communes").first { $0["code"] == code }?["dep"]
      }
    ).sorted()
    let people = overlap["population"] ?? ""
    var blocks = [
      "Conciliation — \(first) et \(second)", title, "Carte et chiffres · Tous les secteurs",
      "Conciliation — \(first) et \(second)", caution, "A", who(a), "B", who(b), "Situation",
      Self.situations[situation] ?? "?", "Habitants en commun",
      people.isEmpty ? "inconnu" : Self.whole(people), "Superficie",
      "\(Self.measured(Double(overlap["superficie_km2"] ?? "") ?? -1)) km²", "Communes",
      "\(codes.count) : \(Self.list(codes.map { name(ofCommune: $0) }, 12))",
      "Un seul projet de santé peut être approuvé sur un territoire. Des projets qui se recouvrent sont accompagnés vers un projet commun, ou vers d’autres périmètres ; la médiation des représentants des professions, les URPS en particulier, peut aider ; ARS et assurance maladie décident (instruction du 9 octobre 2019, I.6.1 et I.8).",
      "Issues possibles", "issue", "garde A (hab.)", "garde B (hab.)", "reste commun (hab.)",
      "A après (taille)", "B après (taille)",
    ]
    let words = [
      "projet_commun": "un projet commun", "au_projet_valide": "au projet validé",
      "par_bassin": "par bassin de vie", "par_epci": "par EPCI", "par_frontiere": "par frontière",
    ]
    for way in ways {
      blocks.append(words[way["voie"] ?? ""] ?? "?")
      for column in ["population_a", "population_b", "population_indecise"] {
        let people = way[column] ?? ""
        blocks.append(people.isEmpty ? "inconnu" : Self.whole(people))
      }
      for side in ["a", "b"] {
        let people = way["population_apres_\(side)"] ?? ""
        blocks.append(
          people.isEmpty ? "–" : "\(Self.whole(people)) (\(way["taille_apres_\(side)"] ?? ""))")
      }
    }
    blocks.append(
      "A : \(first). B : \(second). Par bassin, EPCI ou frontière : chaque commune va à celle des deux qui en a déjà le plus (convention de l’outil) ; ce que le critère ne dit pas reste commun. Les communes de chacune sont dans conciliations.csv."
    )
    let decisions = [
      "deux_projets_valides":
        "Dire lequel des deux projets validés garde ces communes, ou les réunir.",
      "projet_sur_projet_valide": "Laisser ces communes au projet déjà validé, ou réunir les deux.",
      "deux_projets": "Réunir les deux projets, ou partager ces communes avant la validation.",
    ]
    let obstacles = [
      "deux_projets_valides":
        "Deux projets de santé sont validés sur ces communes, contre la règle d’un seul (I.6.1).",
      "projet_sur_projet_valide": "Un projet de santé est déjà validé sur ces communes (I.6.1).",
      "deux_projets": "Aucun des deux projets de santé n’est validé.",
    ]
    return blocks + ["Plan à remplir"] + Self.planHeadings + [
      "Décision", decisions[situation] ?? "?", "Responsable",
      "La délégation de l’ARS (\(Self.list(departments.map(department), 4))) et la CPAM désignent une personne responsable.",
      "Acteurs à réunir",
      "\(first) ; \(second) ; ARS ; assurance maladie (CPAM, et MSA si elle accompagne) ; URPS",
      "Obstacle", obstacles[situation] ?? "?", "Prochaine étape",
      "Réunir les deux porteurs, avec la médiation de l’URPS si elle peut aider (instruction, I.6.1).",
      "Échéance", Self.noText, sources,
    ]
  }
}
