extension OpinionMaker {
  /// Which population is counted, where it is unknown, and where a drawing shares it out.
  func population() -> OpinionCriterion {
    let unknown = subject.named.units.filter { ground.units[$0].population == nil }
    let cut = cutUnits()
    let shared = cut.reduce(0) { $0 + min($1.inside, $1.whole - $1.inside) }
    let percent = OpinionConvention.sharedPercent
    let isShared = OpinionConvention.exceeds(shared, percent, of: subject.population)
    var tables: [DocumentTable] = []
    if !unknown.isEmpty { tables.append(table(ofUnknown: unknown)) }
    if !cut.isEmpty { tables.append(table(ofCut: cut)) }
    return OpinionCriterion(
      kind: .population,
      finding: unknown.isEmpty && !isShared ? .favourable : .toExamine,
      reason: reason(unknown, cut, shared),
      figures: [
        OpinionFigure("source", "source", .text(ground.units.populationSource.statement.french)),
        OpinionFigure("fichier", "fichier", .text(ground.units.populationSource.file)),
        OpinionFigure("colonne", "colonne", .text(ground.units.populationSource.column)),
        OpinionFigure("unites_sans_population", "communes sans population", .whole(unknown.count)),
        OpinionFigure("unites_coupees", "communes coupées", .whole(cut.count)),
        OpinionFigure("population_incertaine", "habitants en jeu", .whole(shared)),
      ], tables: tables,
      notes: cut.isEmpty
        ? []
        : [
          "Habitants en jeu : ceux qui changeraient de côté si chaque commune coupée allait du côté "
            + "de la plupart de ses habitants. À examiner au-delà de \(percent) % de la proposition : "
            + "convention de l’outil."
        ])
  }

  private struct CutUnit {
    let unit: Index<Unit>
    var inside = 0
    var whole = 0
    var squareMetres = 0.0
  }

  /// Units that the proposal has in part, the most people at stake first.
  private func cutUnits() -> [CutUnit] {
    var cut: [CutUnit] = []
    for part in parts {
      if cut.last?.unit != part.unit {
        cut.append(
          CutUnit(unit: part.unit, whole: ground.units[part.unit].population ?? 0))
      }
      cut[cut.count - 1].inside += part.population
      cut[cut.count - 1].squareMetres += ground.mesh.areas[part.piece] * part.areaShare
    }
    let named = Set(subject.named.units)
    return cut.filter { found in
      guard named.contains(found.unit) else { return false }
      // Where hardly anything is left outside, the commune is whole for anybody but a computer.
      let area = ground.mesh.unitAreas[found.unit]
      let isWhole =
        found.squareMetres >= area * 0.99
        && !OpinionConvention.exceeds(found.whole - found.inside, 1, of: found.whole)
      return !isWhole
    }
    .sorted {
      (min($1.inside, $1.whole - $1.inside), $0.unit)
        < (min($0.inside, $0.whole - $0.inside), $1.unit)
    }
  }

  /// How its people were shared out; a list shares them out by those of its parts.
  private func method(of unit: Index<Unit>) -> String {
    let method = study.figures.drawn?.methods[unit] ?? .wholeUnit
    return method == .wholeUnit ? "liste" : method.rawValue
  }

  private func reason(_ unknown: [Index<Unit>], _ cut: [CutUnit], _ shared: Int) -> String {
    var reasons: [String] = []
    if !unknown.isEmpty {
      reasons.append(
        "Population inconnue, comptée sans habitants : "
          + "\(ShownName.list(ground.communes(of: unknown), most: 4)).")
    }
    if !cut.isEmpty {
      let names = cut.map { ground.name(ofUnit: $0.unit) }
      reasons.append(
        "\(NumberText.count(cut.count, "commune coupée", "communes coupées")) "
          + "(\(ShownName.list(names, most: 4))) : \(NumberText.whole(shared)) habitants en jeu.")
    }
    return reasons.isEmpty
      ? "La population de chaque commune est connue, et comptée entière."
      : reasons.joined(separator: " ")
  }

  private func table(ofUnknown units: [Index<Unit>]) -> DocumentTable {
    DocumentTable(
      "sans_population", "Communes sans population",
      [.init("", "commune"), .init("code", ""), .init("nom", "")],
      units.map { index in
        let unit = ground.units[index]
        return [.text(ground.name(ofUnit: index)), .code(unit.code.text), .text(unit.name)]
      })
  }

  private func table(ofCut cut: [CutUnit]) -> DocumentTable {
    DocumentTable(
      "coupees", "Communes coupées par le dessin",
      [
        .init("", "commune"), .init("code", ""), .init("nom", ""),
        .init("population_dedans", "habitants dedans"),
        .init("population", "de"), .init("pct_population", "part des habitants"),
        .init("pct_superficie", "% de la surface"), .init("methode", "méthode"),
      ],
      cut.map { found in
        let unit = ground.units[found.unit]
        let area = ground.mesh.unitAreas[found.unit]
        return [
          .text(unit.name.isEmpty ? unit.code.text : "\(unit.name) (\(unit.code))"),
          .code(unit.code.text), .text(unit.name),
          .whole(found.inside), .whole(unit.population),
          .percent(of: found.inside, in: found.whole),
          .measured(area > 0 ? found.squareMetres / area * 100 : nil, decimals: 2),
          .text(method(of: found.unit)),
        ]
      })
  }
}
