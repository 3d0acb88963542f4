/// A column of a table of the page: its name in the files, its heading, and what its figures mean.
struct PageColumn {
  let name: String
  let heading: Wording
  let definition: Definition?
  /// Of a column that the page computes: whether it has words.
  let hasWords: Bool

  init(
    _ name: String, fr french: String, en english: String, _ definition: Definition? = nil,
    hasWords: Bool = false
  ) {
    self.name = name
    heading = Wording(fr: french, en: english)
    self.definition = definition
    self.hasWords = hasWords
  }
}

/// The columns that a reader sees, in their order. Those that no file has are computed by the page.
extension PageColumn {
  static let areas = [
    PageColumn("nom", fr: "Nom", en: "Name"),
    PageColumn("code", fr: "Code", en: "Code"),
    PageColumn("population_totale", fr: "Population", en: "Population", .population),
    PageColumn("population_non_couverte", fr: "Non couverts", en: "Not covered", .indicator),
  ]

  static let zones = [
    PageColumn("commune_principale", fr: "Commune principale", en: "Main commune"),
    PageColumn("zone", fr: "Zone blanche", en: "White zone", .zone),
    PageColumn("statut", fr: "Statut", en: "Status", .status),
    PageColumn("population", fr: "Population", en: "Population"),
    PageColumn("superficie_km2", fr: "km²", en: "km²", .area),
    PageColumn("densite", fr: "Hab./km²", en: "People/km²", .density),
    PageColumn("nb_communes", fr: "Communes", en: "Communes"),
    PageColumn("departements", fr: "Départements", en: "Departments"),
    PageColumn("nb_voisins", fr: "Voisines", en: "Neighbours", .neighbours),
  ]

  static let sectors = [
    PageColumn("commune_principale", fr: "Commune principale", en: "Main commune"),
    PageColumn("secteur", fr: "Secteur", en: "Sector", .sectors),
    PageColumn("nature", fr: "Nature", en: "Nature", .nature),
    PageColumn("population", fr: "Population", en: "Population"),
    PageColumn("departement_pilote", fr: "Département pilote", en: "Pilot department", .pilot),
    PageColumn("option", fr: "À voir d’abord", en: "To look at first", .options, hasWords: true),
    PageColumn("cpts_id", fr: "CPTS de l’option", en: "CPTS of the option", hasWords: true),
    PageColumn("avis", fr: "Avis", en: "Opinion", .options, hasWords: true),
    PageColumn("population_gagnee", fr: "Habitants gagnés", en: "People gained", .options),
    PageColumn("superficie_km2", fr: "km²", en: "km²", .area),
    PageColumn("nb_communes", fr: "Communes", en: "Communes"),
    PageColumn("zone", fr: "Zone blanche", en: "White zone", .zone),
  ]

  static let cpts = [
    PageColumn("cpts_nom", fr: "Nom", en: "Name"),
    PageColumn("cpts_id", fr: "Identifiant", en: "Identifier"),
    PageColumn("stade", fr: "Stade", en: "Stage", .stages),
    PageColumn("population", fr: "Population", en: "Population", .population),
    PageColumn("taille", fr: "Taille", en: "Size", .size),
    PageColumn("nb_communes", fr: "Communes", en: "Communes"),
    PageColumn("superficie_km2", fr: "km²", en: "km²", .area),
    PageColumn("nb_parties", fr: "Morceaux", en: "Pieces", .parts),
    PageColumn("departements", fr: "Départements", en: "Departments"),
    PageColumn("population_partagee", fr: "Partagés", en: "Shared", .shared),
  ]

  /// Of a study of some areas: of a CPTS or a territory its people elsewhere, of a white zone those without
  /// CPTS with whom it goes on there.
  static let peopleOutside = PageColumn(
    "population_hors_etude", fr: "Hors de l’étude", en: "Outside of the study", .studyArea)

  /// Of a study of some areas: border of a white zone that is the limit of the study.
  static let limit = PageColumn(
    "limite_etude_km", fr: "Limite (km)", en: "Limit (km)", .studyArea)

  static let overlaps = [
    PageColumn("cpts_a", fr: "CPTS A", en: "CPTS A"),
    PageColumn("cpts_b", fr: "CPTS B", en: "CPTS B"),
    PageColumn("stade_a", fr: "Stade A", en: "Stage A"),
    PageColumn("stade_b", fr: "Stade B", en: "Stage B"),
    PageColumn("qualification", fr: "Nature", en: "Kind", .overlaps),
    PageColumn("population", fr: "Population", en: "Population"),
    PageColumn("superficie_km2", fr: "km²", en: "km²", .area),
    PageColumn("communes", fr: "Communes", en: "Communes"),
  ]

  static let anomalies = [
    PageColumn("gravite", fr: "Gravité", en: "Severity", .anomalies),
    PageColumn("regle", fr: "Règle", en: "Rule"),
    PageColumn("objet", fr: "Objet", en: "Object"),
    PageColumn("constat", fr: "Constat", en: "Finding"),
    PageColumn("traitement", fr: "Traitement", en: "Treatment"),
    PageColumn("fichier", fr: "Fichier", en: "File"),
    PageColumn("ligne", fr: "Ligne", en: "Line"),
  ]
}
