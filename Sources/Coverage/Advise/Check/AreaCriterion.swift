extension OpinionMaker {
  /// Bassins de vie: where people live their lives, as far as a file of attributes says.
  func livingAreas() -> OpinionCriterion {
    let column = ground.units.livingAreaColumn
    guard let column, let values = ground.units.attributes[column] else {
      return unknown(
        .livingAreas,
        "Donnée absente : donnez un fichier par « --attributes », avec le code de la commune et une "
          + "colonne « bassin_de_vie » ou « bv2022 » (INSEE, bassins de vie).")
    }
    return coherence(
      .livingAreas, values,
      Words(one: "bassin de vie", the: "le bassin de vie", many: "bassins de vie"))
  }

  /// EPCI: with whom communes already work.
  func intercommunalities() -> OpinionCriterion {
    let own = ground.units.units.map { $0.intercommunality }
    let isGiven = own.contains { !StudyUnits.noArea.contains($0) }
    guard let values = isGiven ? own : ground.units.attributes["epci"] else {
      return unknown(
        .intercommunalities,
        "Donnée absente : la carte des unités n’a pas de colonne d’EPCI (« epci »), et aucun fichier "
          + "de « --attributes » ne la donne.")
    }
    return coherence(.intercommunalities, values, Words(one: "EPCI", the: "l’EPCI", many: "EPCI"))
  }

  private func unknown(_ kind: OpinionCriterion.Kind, _ reason: String) -> OpinionCriterion {
    OpinionCriterion(kind: kind, finding: .notAssessed, reason: reason)
  }

  /// The name of a kind of area, alone, with its article, and in the plural.
  private struct Words {
    let one: String
    let the: String
    let many: String
  }

  private func coherence(
    _ kind: OpinionCriterion.Kind, _ values: [String], _ words: Words
  ) -> OpinionCriterion {
    let (one, many) = (words.one, words.many)
    let coherence = AreaCoherence(ground, parts, values)
    guard coherence.known > 0 else {
      return unknown(kind, "Aucun habitant de la proposition n’est dans un \(one) connu.")
    }
    let threshold = OpinionConvention.coherentPercent
    let isCoherent = !OpinionConvention.exceeds(
      coherence.known - coherence.atHome, 100 - threshold, of: coherence.known)
    let share = NumberText.share(coherence.atHome, coherence.known)
    let cut = coherence.cut
    let names = cut.map { label($0, kind) }
    return OpinionCriterion(
      kind: kind, finding: isCoherent ? .favourable : .toExamine,
      reason: "\(share) des habitants ont un \(one) situé surtout dans la proposition. "
        + (cut.isEmpty
          ? "Aucun n’est coupé."
          : "\(NumberText.count(cut.count, "\(one) coupé", "\(many) coupés")) : "
            + "\(ShownName.list(names, most: 4))."),
      figures: [
        OpinionFigure(
          "pct_coherent", "habitants dont \(words.the) est surtout dedans",
          .percent(of: coherence.atHome, in: coherence.known)),
        OpinionFigure("population_coherente", "soit", .whole(coherence.atHome)),
        OpinionFigure("entiers", "\(many) entiers", .whole(coherence.areas.count - cut.count)),
        OpinionFigure("coupes", "coupés", .whole(cut.count)),
        OpinionFigure(
          "population_sans_donnee", "habitants sans donnée",
          .whole(subject.population - coherence.known)),
      ],
      tables: cut.isEmpty ? [] : [table(cut, kind, many)],
      notes: [
        "Favorable à partir de \(threshold) % des habitants ; surtout dedans : plus de la moitié de "
          + "ses habitants. Ces deux seuils sont des conventions de l’outil. Le nom entre parenthèses "
          + "est celui de la commune la plus peuplée."
      ])
  }

  /// The name of an EPCI where one is known, else its code; and its main commune.
  private func label(_ area: AreaCoherence.Area, _ kind: OpinionCriterion.Kind) -> String {
    let name =
      kind == .intercommunalities ? ground.units.intercommunalityNames[area.code] : nil
    return "\(name ?? area.code) (\(ground.name(ofUnit: area.mainUnit)))"
  }

  private func table(
    _ cut: [AreaCoherence.Area], _ kind: OpinionCriterion.Kind, _ many: String
  ) -> DocumentTable {
    DocumentTable(
      "coupes", "\(many) coupés",
      [
        .init("", "nom"), .init("code", ""), .init("autour_de", ""),
        .init("population_dedans", "habitants dedans"), .init("population_dehors", "dehors"),
        .init("pct_dedans", "part dedans"),
      ],
      cut.map { area in
        [
          .text(label(area, kind)), .code(area.code),
          .text(ground.name(ofUnit: area.mainUnit)), .whole(area.inside),
          .whole(area.whole - area.inside), .percent(of: area.inside, in: area.whole),
        ]
      })
  }
}

/// How far a territory keeps together areas of a kind (bassins de vie, EPCI).
struct AreaCoherence: Sendable {
  struct Area: Sendable {
    let code: String
    /// The unit with most people, wherever it is.
    var mainUnit: Index<Unit>
    var mainPeople = -1
    var whole = 0
    var inside = 0
    /// Whether some of it is outside, be it without people.
    var isCut = false
  }

  /// Areas that the territory is named after, the most people inside first.
  private(set) var areas: [Area] = []
  /// People of the territory whose area is known, and those whose area is mostly inside.
  private(set) var known = 0
  private(set) var atHome = 0

  var cut: [Area] { areas.filter { $0.isCut } }

  /// - Parameter values: area of each unit.
  /// - Complexity: O(units + parts).
  init(_ ground: OpinionGround, _ parts: [Part], _ values: [String]) {
    var named = NamedUnits()
    for part in parts { named.add(part) }
    let present = Set(named.units.map { values[Int($0)] })
    var areas: [String: Area] = [:]
    for (unit, value) in values.enumerated()
    where present.contains(value) && !StudyUnits.noArea.contains(value) {
      let people = ground.units.units[unit].population ?? 0
      var area = areas[value] ?? Area(code: value, mainUnit: Index(unit))
      area.whole += people
      if people > area.mainPeople { (area.mainUnit, area.mainPeople) = (Index(unit), people) }
      areas[value] = area
    }
    let inside = Set(named.units)
    for part in parts { areas[values[Int(part.unit)]]?.inside += part.population }
    for (unit, value) in values.enumerated() where !inside.contains(Index(unit)) {
      areas[value]?.isCut = true
    }
    // A unit that a drawing cuts is cut, where people say so.
    for code in areas.keys where areas[code].map({ $0.inside < $0.whole }) == true {
      areas[code]?.isCut = true
    }
    self.areas = areas.values.sorted { ($1.inside, $0.code) < ($0.inside, $1.code) }
    known = self.areas.reduce(0) { $0 + $1.inside }
    atHome = self.areas.reduce(0) { $0 + ($1.inside > $1.whole - $1.inside ? $1.inside : 0) }
  }
}
