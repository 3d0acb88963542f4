extension OpinionMaker {
  /// Which white zones the proposal closes, and what it leaves of them.
  func whiteZones(_ effect: WhiteZoneEffect) -> OpinionCriterion {
    let orphans = effect.orphans
    var tables: [DocumentTable] = []
    if !effect.touched.isEmpty { tables.append(table(of: effect.touched)) }
    let remnants = effect.touched.flatMap { $0.remnants }
    if !remnants.isEmpty { tables.append(table(of: remnants)) }
    if !effect.uncovered.isEmpty { tables.append(table(ofUncovered: effect.uncovered)) }
    let (finding, reason) = judged(effect)
    return OpinionCriterion(
      kind: .whiteZones, finding: finding, reason: reason,
      figures: [
        OpinionFigure(
          "population_nouvellement_couverte", "habitants nouvellement couverts",
          .whole(effect.newlyCovered)),
        OpinionFigure(
          "pct_nouvellement_couverte", "part de la proposition",
          .percent(of: effect.newlyCovered, in: subject.population)),
        OpinionFigure(
          "population_deja_couverte", "habitants déjà couverts", .whole(effect.alreadyCovered)),
        OpinionFigure("zones_fermees", "zones fermées", .whole(count(.closed, effect))),
        OpinionFigure("zones_reduites", "zones réduites", .whole(count(.reduced, effect))),
        OpinionFigure("zones_scindees", "zones scindées", .whole(count(.split, effect))),
        OpinionFigure("reliquats_trop_petits", "reliquats trop petits", .whole(orphans.count)),
        OpinionFigure(
          "population_reliquats_trop_petits", "leurs habitants",
          .whole(orphans.reduce(0) { $0 + $1.people })),
        OpinionFigure(
          "population_decouverte", "habitants qui ne seraient plus couverts",
          .whole(effect.newlyUncovered)),
      ]
        + (ground.units.area.isWhole
          ? []
          : [
            OpinionFigure(
              "population_hors_etude", "habitants hors de l’étude, qui ne sont pas comptés ici",
              .whole(subject.figures.peopleOutside))
          ]),
      tables: tables,
      notes: (effect.touched.isEmpty ? [] : notesOfDrawing)
        + (orphans.isEmpty
          ? []
          : [
            "Un reliquat est trop petit au-dessous de \(NumberText.whole(smallestPeople)) habitants : "
              + "convention de l’outil (option-smallest)."
          ]))
  }

  private var smallestPeople: Int {
    options.optionRules.range(options.rules.sizes).lowerBound
  }

  private func count(_ fate: ZoneFate, _ effect: WhiteZoneEffect) -> Int {
    effect.touched.count { $0.fate == fate }
  }

  private func judged(_ effect: WhiteZoneEffect) -> (OpinionFinding, String) {
    var reasons: [String] = []
    if !effect.uncovered.isEmpty {
      let people = NumberText.count(
        effect.newlyUncovered, "habitant ne serait plus couvert",
        "habitants ne seraient plus couverts")
      reasons.append("\(people) : \(ShownName.list(names(of: effect.uncovered), most: 4)).")
    }
    let orphans = effect.orphans
    if !orphans.isEmpty {
      let people = NumberText.whole(orphans.reduce(0) { $0 + $1.people })
      let names = orphans.flatMap { ground.communes(of: after.figures.zones[$0.zone].units) }
      reasons.append(
        (orphans.count == 1 ? "Un reliquat trop petit" : "\(orphans.count) reliquats trop petits")
          + " pour une CPTS (\(people) habitants) : \(ShownName.list(names, most: 4)).")
    }
    if reasons.isEmpty, effect.newlyCovered == 0, effect.touched.isEmpty, subject.former == nil {
      reasons.append("Tous les habitants de la proposition sont déjà couverts.")
    }
    let gain = gain(effect)
    return reasons.isEmpty
      ? (.favourable, gain) : (.toExamine, ([gain] + reasons).joined(separator: " "))
  }

  /// What the proposal brings, in one sentence.
  private func gain(_ effect: WhiteZoneEffect) -> String {
    guard !effect.touched.isEmpty else { return "Aucune zone blanche n’est touchée." }
    let counts = ZoneFate.allCases.compactMap { fate -> String? in
      let count = count(fate, effect)
      return count == 0 ? nil : NumberText.count(count, fate.words, "\(fate.words)s")
    }
    let newly = "habitants nouvellement couverts"
    let people =
      switch subject.people.known {
      case .all: NumberText.count(effect.newlyCovered, "habitant nouvellement couvert", newly)
      case .some: "Au moins \(NumberText.whole(effect.newlyCovered)) \(newly)"
      case .none: "Population inconnue"
      }
    let zones = effect.touched.count == 1 ? "Zone blanche" : "Zones blanches"
    return "\(people). \(zones) : \(counts.joined(separator: ", "))."
  }

  // MARK: Tables

  private func table(of touched: [WhiteZoneEffect.Touched]) -> DocumentTable {
    DocumentTable(
      "zones", "Zones blanches touchées",
      [
        .init("zone", "zone"), .init("commune_principale", "commune principale"),
        .init("effet", "effet"), .init("population_avant", "habitants avant"),
        .init("population_couverte", "couverts"), .init("population_restante", "restants"),
      ],
      touched.map { touched in
        let zone = study.figures.zones[touched.zone]
        let cells: [Cell] = [
          .code(zone.id), .text(ground.name(ofUnit: zone.mainUnit)), .text(touched.fate.words),
        ]
        return cells
          + people([zone.population, touched.covered, touched.left], of: zone, in: study)
      })
  }

  private func table(of remnants: [WhiteZoneEffect.Remnant]) -> DocumentTable {
    DocumentTable(
      "reliquats", "Ce qui en reste",
      [
        .init("zone", "reliquat"), .init("population", "habitants"),
        .init("superficie_km2", "km²"), .init("trop_petit", "trop petit"),
        .init("communes", "communes"), .init("cpts_voisines", "autres CPTS qui le bordent"),
      ],
      remnants.map { remnant in
        let zone = after.figures.zones[remnant.zone]
        return [
          .code(zone.id), people([zone.population], of: zone, in: after)[0],
          .squareKilometres(zone.squareMetres),
          .text(remnant.isTooSmall ? "oui" : "non"), .codes(ground.communes(of: zone.units)),
          .codes(remnant.neighbours.map { after.territories[$0].shownName }),
        ]
      })
  }

  /// Counts of a zone of which nobody may know the people.
  private func people(_ counts: [Int], of zone: WhiteZone, in study: Study) -> [Cell] {
    let isUnknown = study.units.people(of: zone).known == .none
    return counts.map { .whole(isUnknown ? nil : $0) }
  }

  private func table(ofUncovered parts: [Part]) -> DocumentTable {
    DocumentTable(
      "decouvert", "Ce qui ne serait plus couvert",
      [
        .init("", "commune"), .init("code", ""), .init("nom", ""),
        .init("population", "habitants"),
      ],
      communes(of: parts).map { commune, people in
        let found = ground.units.communes[Int(commune)]
        return [
          .text(ground.name(ofCommune: commune)), .code(found.code.text), .text(found.name),
          .whole(people),
        ]
      })
  }
}

extension ZoneFate {
  /// As the opinion says it.
  fileprivate var words: String {
    switch self {
    case .closed: "fermée"
    case .reduced: "réduite"
    case .split: "scindée"
    case .unchanged: "inchangée"
    case .grown: "agrandie"
    case .merged: "réunie"
    case .opened: "ouverte"
    }
  }
}
