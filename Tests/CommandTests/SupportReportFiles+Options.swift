/// Options as the pages say them, from the files alone.
extension ReportFiles {
  static let kindsInOrder: [(String, String)] = [
    ("accompagnement", "accompagnement du projet"), ("reunion", "réunion des projets"),
    ("creation", "création"), ("extension", "extension"),
    ("extension_temporaire", "extension temporaire, avec mentorat"),
    ("partage", "partage entre voisines"), ("rattachement_mixte", "rattachement mixte"),
  ]
  static let kinds = Dictionary(uniqueKeysWithValues: kindsInOrder)
  static let planHeadings = ["ce que l’outil propose", "ce qui est décidé (à écrire)"]
  static let nextSteps = [
    "accompagnement":
      "Rencontrer les porteurs du projet, proposer l’accompagnement de l’ARS et de l’assurance maladie (instruction, I.2).",
    "reunion":
      "Réunir les porteurs vers un projet commun, ou vers des périmètres qui ne se recouvrent plus (instruction, I.6.1).",
    "creation":
      "Trouver un ou plusieurs meneurs (instruction, I.1) ; proposer l’accompagnement intensif et « l’accélérateur CPTS » (plan de 2023, 2.1).",
    "extension":
      "Demander à la CPTS si elle accepte le secteur, et aux professionnels du secteur ce qu’ils en disent (plan de 2023, 2.1).",
    "extension_temporaire":
      "Demander à la CPTS si elle accepte le mentorat ; nommer la CPTS à venir et la date de la fin (plan de 2023, 2.1).",
    "partage": "Réunir les CPTS : chacune décide de sa part (une décision par CPTS).",
    "rattachement_mixte":
      "Réunir les CPTS pour leurs parts, et trouver des meneurs pour le reste (instruction, I.1).",
  ]

  /// What each CPTS of an option gains, in words.
  func gains(of row: [String: String]) -> [String] {
    let unknown = Self.parts(row["unites_sans_population"])
    return Self.parts(row["gain_par_cpts"]).enumerated().map { place, people in
      Self.people(people, isShort: unknown.indices.contains(place) && unknown[place] != "0")
    }
  }

  private func isShort(_ row: [String: String]) -> Bool {
    Self.parts(row["unites_sans_population"]).contains { $0 != "0" }
  }

  func gain(of row: [String: String]) -> String {
    Self.people(row["population_gagnee"] ?? "", isShort: isShort(row))
  }

  /// The cells of an option but for its rank.
  func cells(of row: [String: String]) -> [String] {
    let cpts = Self.parts(row["cpts"])
    // Projects that become one are one CPTS, the largest of them.
    let isOne = cpts.count == 1 || row["option"] == "reunion"
    let words = row["avis"] == "peu_realiste" ? "peu réaliste" : row["avis"] ?? "?"
    let packs = [
      ("montant_si_aci_ecart", "regles"), ("reference_si_aci_ecart", "reference_regles"),
    ]
    .filter { row[$0.1] != "" }
    let euros = packs.map { amount, pack in
      (packs.count > 1 ? "\(Self.cut(row[pack] ?? "", 24)) : " : "")
        + Self.signed(row[amount] ?? "")
    }
    return [
      Self.kinds[row["option"] ?? ""] ?? "?", Self.list(cpts.map(name(ofCPTS:)), 3), words,
      gain(of: row), isOne ? after(of: row, cpts) : range(of: row, cpts),
      isOne ? size(of: row, cpts) : changes(of: row, cpts), euros.joined(separator: "\n"),
    ]
  }

  private func after(of row: [String: String], _ ids: [String]) -> String {
    let own = ids.map { cpts($0) }.max {
      (Int($0["population"] ?? "") ?? 0) < (Int($1["population"] ?? "") ?? 0)
    }
    let before = Int(own?["unites_sans_population"] ?? "") ?? 0
    return Self.people(row["population_apres"] ?? "", isShort: before > 0 || isShort(row))
  }

  private func range(of row: [String: String], _ cpts: [String]) -> String {
    let known = Self.parts(row["population_apres"]).compactMap { Int($0) }
    guard let least = known.min(), let most = known.max() else { return "inconnu" }
    if isUnknown(row, cpts) { return "au moins \(Self.whole("\(least)"))" }
    return "\(Self.whole("\(least)")) à \(Self.whole("\(most)"))"
  }

  /// Whether people of a CPTS of the option are unknown, before or after.
  private func isUnknown(_ row: [String: String], _ ids: [String]) -> Bool {
    isShort(row)
      || ids.contains {
        $0 != "(nouvelle)" && (Int(cpts($0)["unites_sans_population"] ?? "") ?? 0) > 0
      }
  }

  private func size(of row: [String: String], _ cpts: [String]) -> String {
    func size(_ column: String) -> String {
      let text = row[column] ?? ""
      return text.isEmpty ? "inconnue" : text
    }
    return "\(cpts == ["(nouvelle)"] ? "–" : size("taille_avant")) → \(size("taille_apres"))"
  }

  private func changes(of row: [String: String], _ cpts: [String]) -> String {
    if isUnknown(row, cpts) { return "inconnue" }
    let (before, after) = (Self.parts(row["taille_avant"]), Self.parts(row["taille_apres"]))
    let count = cpts.indices.count { cpts[$0] == "(nouvelle)" || before[$0] != after[$0] }
    return Self.count(count, "change", "changent")
  }

  /// The other sectors of the one project of a sector.
  private func together(_ sector: [String: String]) -> String {
    let project = sector["projets"] ?? ""
    let others = rows("secteurs").filter {
      $0["secteur"] != sector["secteur"] && Self.parts($0["projets"]).contains(project)
    }.compactMap { $0["secteur"] }
    return others.isEmpty ? "" : " (une seule décision avec \(Self.list(others, 3)))"
  }

  /// With whom a remnant goes, where the first decision does not say otherwise.
  func attachment(of sector: [String: String]) -> String {
    let attachment = sector["rattache_a"] ?? ""
    guard let best = first(sector) else { return attachment }
    return Self.parts(best["cpts"]).contains(attachment) ? attachment : ""
  }

  /// The best option of a sector.
  func first(_ sector: [String: String]) -> [String: String]? {
    options(of: sector["secteur"] ?? "").first { $0["rang"] == "1" }
  }

  // MARK: The plan

  static let taskForce =
    "Acteurs clés du plan de 2023 (2.1) : URPS, MSP, centres de santé, FCPTS et fédérations des MSP, DAC, coordinateurs de CLS, établissements, élus"

  private static func isOverseas(_ department: String) -> Bool {
    ["971", "972", "973", "974", "976"].contains(department)
  }
  static func fund(_ department: String) -> String {
    isOverseas(department) ? "la caisse d’assurance maladie" : "la CPAM"
  }
  static func fundToGather(_ department: String) -> String {
    isOverseas(department)
      ? "caisse d’assurance maladie du territoire" : "CPAM, et MSA si elle accompagne"
  }

  /// By when, by kind of option; empty for none.
  func deadlines(_ kind: String) -> [String] {
    let isPast = option("at") > "2023-12-31"
    let plan =
      "Plan de 2023 (2.1) : un plan pour chaque zone blanche « d’ici fin 2023 »"
      + (isPast
        ? ", date passée ; nouvelle date à fixer par le responsable."
        : " ; ensuite, à fixer par le responsable.")
    switch kind {
    case "accompagnement", "reunion":
      return [
        plan,
        "Suivi par l’ARS et l’assurance maladie : six mois au plus après le financement d’amorçage (instruction, I.5) ; coordinateur financé dès la lettre d’intention, pour 12 à 18 mois (plan de 2023, 2.2 et annexe).",
      ]
    case "creation", "rattachement_mixte":
      return [
        plan,
        "Première rencontre : 15 jours au plus après qu’un porteur s’est manifesté (instruction, I.2).",
      ]
    default: return [plan]
    }
  }

  /// Communes of a sector, those with most people without CPTS first.
  func communes(of sector: [String: String]) -> String {
    if let districts = districts(of: sector) { return districts }
    let codes = Self.parts(sector["communes"])
    let people = Self.parts(sector["population_communes"])
    let known = people.isEmpty ? codes.map { _ in "" } : people
    let order = codes.indices.sorted { (Int(known[$1]) ?? 0, $0) < (Int(known[$0]) ?? 0, $1) }
    let names = order.map {
      "\(name(ofCommune: codes[$0])) (\(known[$0].isEmpty ? "inconnu" : Self.whole(known[$0])))"
    }
    return "\(Self.whole(sector["nb_communes"] ?? "")) : \(Self.list(names, 6))"
  }

  private static let cities = ["13055", "69123", "75056"]

  /// Names of arrondissements, and people of sectors that have several, as the units of the demonstration say:
  /// no file of a report has them.
  private static let knownDistricts = [
    "SB-13203":
      "6 : 13203 Marseille 3e Arrondissement (53\u{202F}115), 13205 Marseille 5e Arrondissement (45\u{202F}449), 13206 Marseille 6e Arrondissement (39\u{202F}647), 13201 Marseille 1er Arrondissement (39\u{202F}436), 13207 Marseille 7e Arrondissement (34\u{202F}633), 13202 Marseille 2e Arrondissement (23\u{202F}627)"
  ]

  func hasDistricts(_ sector: [String: String]) -> Bool {
    Self.parts(sector["communes"]).contains { Self.cities.contains($0) }
  }

  /// A sector of one arrondissement has its name, and its code.
  private func districts(of sector: [String: String]) -> String? {
    let (id, codes) = (sector["secteur"] ?? "", Self.parts(sector["communes"]))
    guard codes.count == 1, hasDistricts(sector) else { return nil }
    let name = Self.cut(sector["commune_principale"] ?? "", 30)
    return Self.knownDistricts[id]
      ?? "1 : \(id.dropFirst(3)) \(name) (\(Self.whole(sector["population_communes"] ?? "")))"
  }

  /// The best option of a sector as a sentence.
  func decision(of sector: [String: String]) -> String {
    let all = options(of: sector["secteur"] ?? "")
    guard let best = all.first(where: { $0["rang"] == "1" }) else {
      return all.contains { $0["faisable"] != "non" }
        ? "Aucune option ne peut être notée : une population est inconnue."
        : "Aucune option d’un seul geste n’est possible : à décider à la main."
    }
    let members = Self.parts(best["cpts"])
    let names = members.map(name(ofCPTS:))
    let gain = "\(gain(of: best)) habitants"
    let goals = [
      "projet": "au projet", "lettre_intention": "à la lettre d’intention",
      "projet_sante_valide": "au projet de santé validé", "aci_signe": "à la signature de l’ACI",
    ]
    switch best["option"] {
    case "accompagnement":
      return
        "Accompagner \(names[0]) jusqu’\(goals[lowest] ?? "?") : \(gain)\(together(sector))."
    case "reunion": return "Réunir en un seul projet \(Self.list(names, 3)) : \(gain)."
    case "creation": return "Créer une CPTS sur le secteur : \(gain)."
    case "extension": return "Étendre \(names[0]) au secteur : \(gain)."
    case "extension_temporaire":
      return
        "Étendre \(names[0]) au secteur pour un temps, avec mentorat de la CPTS à venir : \(gain)."
    case "partage": return "Partager le secteur entre \(Self.list(names, 3)) : \(gain)."
    default:
      let joined = members.filter { $0 != "(nouvelle)" }.map(name(ofCPTS:))
      return
        "Rattacher une part du secteur à \(Self.list(joined, 3)) et créer une CPTS sur le reste : \(gain)."
    }
  }
}
