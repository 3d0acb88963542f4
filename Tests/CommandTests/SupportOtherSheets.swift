/// The pages that are of no single sector, computed again from the files alone, block by block.
extension ReportFiles {
  static let natures = [
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
  func byPeople(_ sectors: [[String: String]]) -> [[String: String]] {
    sectors.enumerated().sorted {
      (Int($1.element["population"] ?? "") ?? 0, $0.offset)
        < (Int($0.element["population"] ?? "") ?? 0, $1.offset)
    }.map(\.element)
  }

  // MARK: The list

  /// Departments of an overlap; none where no file says.
  func departments(of overlap: [String: String]) -> [String] {
    let codes = Set(Self.parts(overlap["communes"]))
    let found = rows("communes").filter { codes.contains($0["code"] ?? "") }.map { $0["dep"] ?? "" }
    return Set(found).subtracting([""]).sorted()
  }

  /// Departments that the list has a part for, by region.
  var listed: [(region: String, departments: [String])] {
    let pilots = rows("secteurs").map { $0["departement_pilote"] ?? "" }
    let others = conciliated.flatMap { row in
      let codes = departments(of: row)
      return codes.isEmpty ? [""] : codes
    }
    let byRegion = Dictionary(grouping: Set(pilots + others)) { regionOfDepartment[$0] ?? "" }
    return byRegion.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  private func nameOfRegion(_ code: String) -> String {
    code.isEmpty
      ? "Sans région"
      : "Région \(region(code) == code ? code : String(region(code).dropFirst(code.count + 1)))"
  }

  /// Departments that investigate no sector.
  private var idle: [String] {
    let all = rows("secteurs")
    if all.isEmpty { return [] }
    let pilots = Set(all.compactMap { $0["departement_pilote"] })
    let touched = Set(all.flatMap { Self.parts($0["departements"]) })
    let idle = Set(rows("communes").compactMap { $0["dep"] }).subtracting(pilots)
      .subtracting([""])
    func names(_ codes: Set<String>) -> String {
      codes.sorted().map(department).joined(separator: ", ")
    }
    let (near, free) = (idle.intersection(touched), idle.subtracting(touched))
    return
      (near.isEmpty
      ? []
      : ["Sans secteur à instruire, mais touchés par un secteur d’un autre : \(names(near))."])
      + (free.isEmpty ? [] : ["Sans aucun secteur blanc : \(names(free))."])
  }

  var index: [String] {
    let (all, zones) = (rows("secteurs"), rows("zones_blanches").count)
    let large = conciliated
    let count =
      large.isEmpty
      ? ""
      : " Les chevauchements à concilier (\(Self.whole("\(large.count)"))) sont avec leurs départements."
    let line = "au stade « \(stage(lowest)) » ou au-delà"
    var blocks = [
      "Secteurs et décisions — \(title)", title, "Carte et chiffres", "Secteurs et décisions",
      caution,
      zones == 0
        ? "Aucun secteur : une CPTS \(line) couvre tout le territoire de l’étude.\(count)"
        : "\(Self.people(of: all)) habitants sans CPTS \(line), en \(Self.count(zones, "zone blanche", "zones blanches")) et \(Self.count(all.count, "secteur", "secteurs")). Chaque secteur a un département pilote, qui instruit : cherchez le vôtre, ouvrez la page d’un secteur, remplissez son plan.\(count)",
    ]
    func total(_ name: String, _ sectors: [[String: String]]) -> String {
      sectors.isEmpty
        ? "\(name) : aucun secteur"
        : "\(name) : \(Self.people(of: sectors)) habitants, \(Self.count(sectors.count, "secteur", "secteurs"))"
    }
    for (region, departments) in listed {
      blocks.append(
        "\(nameOfRegion(region)) : \(departments.map(department).joined(separator: " · "))")
    }
    blocks += idle
    for (region, departments) in listed {
      blocks.append(
        total(
          nameOfRegion(region),
          all.filter { departments.contains($0["departement_pilote"] ?? "") }))
      for code in departments {
        let own = all.filter { $0["departement_pilote"] == code }
        blocks.append(total(department(code), own))
        if !own.isEmpty { blocks += ["secteur", "habitants", "nature", "première décision"] }
        for sector in byPeople(own) {
          blocks += [
            SheetWords.name(of: sector), Self.people(sector),
            Self.natures[sector["nature"] ?? ""] ?? "?",
            decision(of: sector) + (isToExamine(sector) ? " À examiner." : ""),
          ]
        }
        blocks += conciliations(in: code)
      }
    }
    return blocks + [sources]
  }

  /// Overlaps that have a page and communes in a department.
  func overlaps(in department: String) -> [[String: String]] {
    conciliated.filter { row in
      let codes = departments(of: row)
      return codes.contains(department) || codes.isEmpty && department.isEmpty
    }
  }

  private func conciliations(in department: String) -> [String] {
    let own = overlaps(in: department)
    if own.isEmpty { return [] }
    return ["chevauchement à concilier", "habitants en commun", "situation"]
      + own.flatMap { row in
        let situation = ways(of: row).first?["situation"] ?? ""
        return [
          "\(name(ofCPTS: row["cpts_a"] ?? "")) et \(name(ofCPTS: row["cpts_b"] ?? ""))",
          Self.whole(row["population"] ?? ""), Self.situations[situation] ?? "?",
        ]
      }
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

  /// Sectors of the two CPTS of an overlap, those that the head of its page names.
  func sectors(of overlap: [String: String]) -> [String] {
    rows("secteurs").filter {
      Self.parts($0["projets"]).contains { $0 == overlap["cpts_a"] || $0 == overlap["cpts_b"] }
    }.prefix(3).compactMap { $0["secteur"] }
  }

  /// Pages of the overlaps of the projects of a sector that its head names.
  func conciliations(of sector: [String: String]) -> [(text: String, address: String)] {
    let own = Self.parts(sector["projets"])
    return conciliated.filter {
      own.contains($0["cpts_a"] ?? "") || own.contains($0["cpts_b"] ?? "")
    }.prefix(2).map {
      let (a, b) = ($0["cpts_a"] ?? "", $0["cpts_b"] ?? "")
      return (
        "Conciliation avec \(Self.cut(own.contains(a) ? b : a, 24))",
        "../conciliation/\(a)--\(b).html"
      )
    }
  }

  /// People with their size, which is unknown where some of them are.
  private static func sized(_ people: String, _ size: String) -> String {
    size.isEmpty ? "au moins \(whole(people)) (inconnue)" : "\(whole(people)) (\(size))"
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
    let departments = departments(of: overlap)
    let people = overlap["population"] ?? ""
    var blocks = [
      "Conciliation — \(first) et \(second)", title,
      (["Carte et chiffres", "Tous les secteurs"] + sectors(of: overlap).map { "Secteur \($0)" })
        .joined(separator: " · "),
      "Conciliation — \(first) et \(second)", caution,
      "Carte des deux territoires, A et B, et de ce qu’ils ont en commun (A+B).", "A", who(a), "B",
      who(b), "Situation",
      Self.situations[situation] ?? "?", "Habitants en commun",
      people.isEmpty ? "inconnu" : Self.whole(people), "Superficie",
      "\(Self.measured(Double(overlap["superficie_km2"] ?? "") ?? -1)) km²", "Communes",
      "\(codes.count) : \(Self.list(codes.map { name(ofCommune: $0) }, 12))",
      "Un seul projet de santé peut être approuvé sur un territoire. Les porteurs de projets concurrents sont accompagnés vers un projet commun, ou vers d’autres périmètres ; la médiation des représentants des professions, les URPS en particulier, peut aider (instruction du 9 octobre 2019, I.6.1), sans que la décision leur soit déléguée (I.8). L’ARS et l’assurance maladie valident ensemble la lettre d’intention (I.3) ; le projet de santé est réputé validé, sauf si le directeur général de l’ARS s’y oppose dans les deux mois (I.6).",
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
          people.isEmpty ? "–" : Self.sized(people, way["taille_apres_\(side)"] ?? ""))
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
      "deux_projets": "Aucun que les listes et les cartes disent.",
    ]
    return blocks + ["Plan à remplir"] + Self.planHeadings + [
      "Décision", decisions[situation] ?? "?", "Responsable",
      "La délégation de l’ARS (\(departments.isEmpty ? "à nommer" : Self.list(departments.map(department), 4))) et \(Self.fund(departments.first ?? "")) désignent une personne responsable.",
      "Acteurs à réunir",
      "\(first) ; \(second) ; ARS ; assurance maladie (\(Self.fundToGather(departments.first ?? ""))) ; URPS",
      "Obstacle", obstacles[situation] ?? "?", "Prochaine étape",
      "Réunir les deux porteurs, avec la médiation de l’URPS si elle peut aider (instruction, I.6.1).",
      "Échéance", "Aucun texte n’en fixe à la conciliation : à fixer par le responsable.", sources,
    ]
  }
}
