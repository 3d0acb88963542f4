/// What a figure of the page means, for a reader who has no other document. `Figures.md` has the
/// same in full.
enum Definition: String, CaseIterable {
  case indicator, stages, exclusive, cumulative, population, gross, work, zone, status, density
  case neighbours, sectors, nature, pilot, options, size, area, parts, shared, overlaps, history
  case anomalies
  /// Only in a study of some areas.
  case studyArea
  /// Only where territories are drawn.
  case drawing
  /// Only where an earlier report is named.
  case since

  var title: Wording {
    switch self {
    case .indicator: Wording(fr: "Population couverte", en: "People covered")
    case .stages: Wording(fr: "Stades", en: "Stages")
    case .exclusive: Wording(fr: "Part à ce stade", en: "Share at this stage")
    case .cumulative: Wording(fr: "Part cumulée", en: "Cumulative share")
    case .population: Wording(fr: "Population", en: "Population")
    case .gross: Wording(fr: "Somme, doublons, couverts", en: "Sum, counted again, covered")
    case .work: Wording(fr: "Projet à l’œuvre, ou non", en: "Project at work, or not")
    case .zone: Wording(fr: "Zone blanche", en: "White zone")
    case .status: Wording(fr: "Statut d’une zone", en: "Status of a zone")
    case .density: Wording(fr: "Densité", en: "Density")
    case .neighbours: Wording(fr: "CPTS voisines", en: "Neighbouring CPTS")
    case .sectors: Wording(fr: "Secteur", en: "Sector")
    case .nature: Wording(fr: "Nature d’un secteur", en: "Nature of a sector")
    case .pilot: Wording(fr: "Département pilote", en: "Pilot department")
    case .options: Wording(fr: "Options d’un secteur", en: "Options of a sector")
    case .size: Wording(fr: "Taille", en: "Size")
    case .area: Wording(fr: "Surface", en: "Area")
    case .parts: Wording(fr: "Morceaux", en: "Pieces")
    case .shared: Wording(fr: "Population partagée", en: "Shared people")
    case .overlaps: Wording(fr: "Chevauchement", en: "Overlap")
    case .history: Wording(fr: "Couverture dans le temps", en: "Coverage over time")
    case .anomalies: Wording(fr: "Anomalies", en: "Anomalies")
    case .studyArea: Wording(fr: "Hors de l’étude", en: "Outside of the study")
    case .drawing: Wording(fr: "Dessin", en: "Drawing")
    case .since: Wording(fr: "Depuis le rapport antérieur", en: "Since the earlier report")
    }
  }

  /// - Parameter options: of the study, which say what a size is, and where a white zone begins.
  func text(_ options: StudyOptions) -> Wording {
    switch self {
    case .sectors: Self.sectorsText
    case .work: Self.workText
    case .nature: Self.nature(options)
    case .pilot: Self.pilotText
    case .options: Self.whatCanBeDone
    case .drawing: Self.drawing(options)
    case .since: Self.sinceText
    case .studyArea:
      Wording(
        fr:
          "Ce qui est hors du territoire étudié n’est pas étudié : jamais blanc, dans aucun total. "
          + "Une CPTS à cheval garde tout son territoire, donc sa taille. Une zone blanche s’arrête "
          + "à la limite ; au-delà, seuls sont comptés les départements où une CPTS des listes a la "
          + "plupart de ses habitants.",
        en:
          "What lies outside of the area of the study is not studied: never white, in no total. A "
          + "CPTS across the limit keeps its whole territory, and so its size. A white zone ends at "
          + "the limit; beyond, only departments count where a CPTS of the lists has most of its "
          + "people.")
    case .indicator:
      Wording(
        fr: "Part des habitants qui vivent là où une CPTS a atteint le stade retenu ou un "
          + "stade plus avancé. Chaque personne compte une fois, au plus haut stade des CPTS "
          + "qui couvrent son lieu de vie. Le dénominateur est toute la population connue, "
          + "couverte ou non.",
        en: "Share of the people who live where a CPTS has reached the stage required or a "
          + "later one. Each person counts once, at the highest stage of the CPTS that cover "
          + "the place where they live. The denominator is the whole known population, covered "
          + "or not.")
    case .stages:
      Wording(
        fr: "Dans l’ordre : aucune CPTS ; projet (initiative connue, rien de validé) ; lettre "
          + "d’intention validée ; projet de santé validé par l’ARS, ou réputé validé deux mois "
          + "après son dépôt sans opposition (CSP, art. L. 1434-12) ; contrat tripartite (ACI) "
          + "signé. Une CPTS a, un jour donné, le stade le plus avancé qu’elle a atteint ce "
          + "jour-là.",
        en: "In order: no CPTS; project (a known initiative, nothing validated); letter of "
          + "intent validated; health project validated by the ARS, or deemed validated two "
          + "months after its filing without opposition (CSP, art. L. 1434-12); tripartite "
          + "contract (ACI) signed. On a day, a CPTS has the highest stage that it has reached.")
    case .exclusive:
      Wording(
        fr: "Personnes dont ce stade est le plus avancé, rapportées à toute la population "
          + "connue. Les cinq parts font 100 %, aux arrondis près.",
        en: "People whose highest stage is this one, over the whole known population. The five "
          + "shares add up to 100%, but for rounding.")
    case .cumulative:
      Wording(
        fr: "Personnes à ce stade ou à un stade plus avancé, rapportées à toute la population "
          + "connue.",
        en: "People at this stage or a later one, over the whole known population.")
    case .population:
      Wording(
        fr: "Habitants des unités (communes, arrondissements de Paris, Lyon, Marseille) selon "
          + "la colonne citée. Comptée où vivent les gens, pas au siège de la CPTS. Une unité "
          + "partagée entre territoires est répartie en personnes entières, et les parts font "
          + "toujours le tout.",
        en: "People of the units (communes, arrondissements of Paris, Lyon, Marseille) by the "
          + "column named. Counted where people live, not at the seat of the CPTS. A unit "
          + "shared between territories is divided in whole people, and the parts always add "
          + "up to the whole.")
    case .gross:
      Wording(
        fr: "La somme des populations des CPTS compte deux fois les habitants de deux CPTS. "
          + "Ôtez ce qui est compté plusieurs fois : il reste les personnes couvertes, une "
          + "fois chacune.",
        en: "The sum of the people of all CPTS counts those of two CPTS twice. Take away what "
          + "is counted again: what is left is the people covered, once each.")
    case .zone: Self.zone(options.whiteBelow)
    case .status:
      Wording(
        fr: "« Projet en émergence » quand une CPTS à un stade antérieur travaille dans la "
          + "zone ; « sans projet » (atone) sinon.",
        en: "“Project emerging” when a CPTS at an earlier stage is at work in the zone; “no "
          + "project” (atone) otherwise.")
    case .density:
      Wording(
        fr: "Habitants non couverts de la zone divisés par sa surface : une zone blanche peut "
          + "être rurale ou urbaine.",
        en: "People not covered in the zone over its area: a white zone may be rural or urban.")
    case .neighbours:
      Wording(
        fr: "CPTS au stade retenu ou au-delà qui touchent la zone, avec la part de frontière "
          + "commune (côtes non comptées). « Avec la zone » : sa population si elle prenait "
          + "toute la zone. C’est un calcul, pas un avis.",
        en: "CPTS at the stage required or above that touch the zone, with their share of its "
          + "border (coasts not counted). “With the zone”: its people if it took the whole "
          + "zone. This is arithmetic, not advice.")
    case .size: Self.size(options.rules)
    case .area:
      Wording(
        fr: "Surface sur l’ellipsoïde terrestre, en km², de ce que le territoire a de chaque "
          + "unité.",
        en: "Area on the Earth’s ellipsoid, in km², of what the territory has of each unit.")
    case .parts:
      Wording(
        fr: "Groupes d’unités qui se touchent par une frontière. Plus d’un : le territoire est "
          + "coupé en deux, ou a une île qui est une commune.",
        en: "Groups of units that touch along a border. More than one: the territory is cut in "
          + "two, or has an island that is a commune.")
    case .shared:
      Wording(
        fr: "Habitants de la CPTS qui vivent aussi dans une autre, au stade projet ou au-delà.",
        en: "People of the CPTS who live in another one too, at project or above.")
    case .overlaps:
      Wording(
        fr: "Deux CPTS au stade projet ou au-delà qui couvrent les mêmes lieux. « Deux projets "
          + "validés » contredit la règle d’un projet de santé par territoire ; « à concilier "
          + "» appelle une fusion ou un nouveau découpage ; un liseré est un bruit de dessin.",
        en: "Two CPTS at project or above that cover the same places. “Two validated projects” "
          + "is against the rule of one health project a territory; “to conciliate” calls for "
          + "a merger or new borders; noise of drawing is a narrow strip where hardly anybody "
          + "lives.")
    case .history:
      Wording(
        fr: "À chaque date, chaque personne compte une fois, au plus haut stade que les CPTS "
          + "de son lieu de vie avaient alors atteint. Une CPTS qui a pris fin ne compte plus. "
          + "Les fichiers disent quand un stade a été atteint, pas quand un périmètre a changé "
          + ": périmètres et population sont ceux de l’étude. La dernière date est "
          + "l’indicateur.",
        en: "On each date, each person counts once, at the highest stage that the CPTS of the "
          + "place where they live had reached by then. A CPTS that has ended no longer "
          + "counts. Files say when a stage was reached, not when a perimeter changed: "
          + "perimeters and population are those of the study. The last date is the indicator.")
    case .anomalies:
      Wording(
        fr: "Ce qu’un lecteur doit savoir des données : où, quoi, et ce que l’outil en a fait. "
          + "Rien n’est écarté en silence.",
        en: "What a reader must know of the data: where, what, and what the tool did about it. "
          + "Nothing is set aside in silence.")
    }
  }

  private static func zone(_ lowest: Stage) -> Wording {
    let line = lowest.whiteZoneLine
    return Wording(
      fr: "Le plus grand ensemble d’un seul tenant où aucune CPTS n’a atteint le stade "
        + "retenu. \(line.french) Les unités se touchent par une frontière, un coin ne suffit pas. "
        + "Elle traverse les départements et les régions. Elle porte le nom de son unité la plus "
        + "peuplée.",
      en: "A largest set, in one piece, where no CPTS has reached the stage required. "
        + "\(line.english) Units touch along a border, a corner is not enough. It crosses "
        + "departments and regions. It is named after its most populous unit.")
  }

  private static func size(_ rules: RulePack) -> Wording {
    let source = ShownName.text(rules.sizes.bounds.first?.source ?? "")
    let french = rules.sizes.bounds
      .map { "\(NumberText.whole($0.people)) → \($0.classOnBound)" }.joined(separator: ", ")
    let english = french.replacing("\u{202F}", with: ",")
    return Wording(
      fr: "Classe de taille du territoire selon « \(rules.name) » (\(source)). Seuils en "
        + "habitants, et classe d’un territoire qui a exactement ce nombre : \(french). Qui "
        + "dépasse le dernier seuil est en taille \(rules.sizes.classCount).",
      en: "Size class of the territory by “\(rules.name)” (\(source)). Bounds in people, and class "
        + "of a territory with exactly that number: \(english). Above the last bound the size is "
        + "\(rules.sizes.classCount).")
  }
}
