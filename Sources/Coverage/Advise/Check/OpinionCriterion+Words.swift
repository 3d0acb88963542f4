/// What does not depend on the territory: titles, the texts that criteria rest on, what they cannot see.
extension OpinionCriterion.Kind {
  /// What a document calls it, in French.
  public var title: String {
    switch self {
    case .overlap: "Chevauchements avec les CPTS en place"
    case .contiguity: "Continuité, îles et enclaves"
    case .whiteZones: "Zones blanches et reliquats"
    case .sectors: "Secteurs et projets à l’œuvre"
    case .size: "Taille"
    case .livingAreas: "Bassins de vie"
    case .intercommunalities: "EPCI"
    case .limits: "Départements et régions"
    case .compactness: "Étendue et compacité"
    case .codes: "Codes et lignes du fichier"
    case .population: "Population comptée"
    }
  }

  /// The text that the criterion rests on, or that none sets its threshold, in French.
  public var basis: String {
    let texts = "CSP, art. L. 1434-12 ; instruction du 9 octobre 2019, § 6.1"
    return switch self {
    case .overlap: "\(texts) (un seul projet de santé par territoire)"
    case .contiguity, .whiteZones, .livingAreas, .intercommunalities, .compactness:
      "\(texts) (pertinence du territoire) ; aucun ne fixe de seuil"
    case .sectors:
      "instruction du 9 octobre 2019, I.1 et I.2 (les porteurs d’un projet sont accompagnés d’abord) ; "
        + "le découpage en secteurs est une convention de l’outil"
    case .limits:
      "\(texts) (pertinence du territoire) ; aucun ne fixe de seuil. ACI du 20 juin 2019, art. 4 "
        + "(caisse compétente)"
    case .size: "ACI du 20 juin 2019, art. 7.1 (tailles), et les montants du paquet nommé"
    case .codes, .population: "aucun ; les autres chiffres en dépendent"
    }
  }

  /// What could say the contrary, and is in no file, in French.
  public var blindSpot: String {
    switch self {
    case .overlap:
      "les accords entre CPTS, les projets que le fichier des CPTS ne dit pas, les professionnels "
        + "engagés dans l’une ou l’autre"
    case .contiguity: "les ponts, bacs et routes ; un col ou un estuaire qui sépare vraiment"
    case .whiteZones: "les projets qui naissent, et ce que veulent les professionnels d’à côté"
    case .sectors: "où en est vraiment chaque projet : ses porteurs le disent"
    case .size:
      "l’année de population que l’Assurance Maladie retiendra, les missions choisies, "
        + "les montants d’avenants postérieurs"
    case .livingAreas: "où les patients vont vraiment se soigner"
    case .intercommunalities:
      "les coopérations qui dépassent l’EPCI ; un contrat local de santé déjà signé"
    case .limits: "l’avis des ARS et des caisses concernées"
    case .compactness: "les temps de trajet, le relief, les lignes de transport"
    case .codes: "une commune oubliée, ou mise par erreur, dont le code est juste"
    case .population: "les habitants de passage, et ceux arrivés ou partis depuis le recensement"
    }
  }
}

/// Thresholds that no text sets: conventions of the tool, said wherever they decide.
enum OpinionConvention {
  /// Kilometres of sea beyond which a part is no island of its territory.
  static let widestSeaKilometres = 50
  /// Percent of people whose bassin or EPCI must be mostly inside.
  static let coherentPercent = 80
  /// Percent of the CPTS of the study beyond which a territory is unusual.
  static let usualPercent = 90
  /// CPTS needed for a comparison.
  static let fewestCompared = 10
  /// Percent of people that a sharing out of cut communes may concern.
  static let sharedPercent = 2

  /// Whether a part is more than some percent of a whole.
  static func exceeds(_ part: Int, _ percent: Int, of whole: Int) -> Bool {
    // Sums of hostile populations do not fit in 64 bits once multiplied.
    Int128(part) * 100 > Int128(whole) * Int128(percent)
  }
}
