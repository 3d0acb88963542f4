/// What options were judged by, and how many there are: in `resume.json`.
enum OptionsSummary {
  static func json(of study: Study) -> JSON {
    let options = study.options
    let people = options.optionRules.range(options.rules.sizes)
    let all = study.plans.options
    let gaps = all.joined().compactMap { $0.search?.gap }
    return [
      "regles": rules(options),
      "poids": .object(
        OptionRules.Criterion.allCases.map { ($0.rawValue, .whole(options.optionRules[$0])) }),
      "taille_coherente_min": .whole(people.lowerBound),
      "taille_coherente_max": .whole(people.upperBound),
      // Absent where there are too few CPTS to tell.
      "distance_usuelle_km": study.plans.reach.map { .number(($0.metres / 100).rounded() / 10) },
      // Absent where no column gives the bassins de vie.
      "colonne_bassins": study.plans.livingAreaColumn.map { .text($0) },
      "options": .object(
        SectorOptionKind.allCases.map { ($0.rawValue, counts(of: $0, in: all)) }),
      "secteurs_sans_option": .whole(all.count { $0.first?.isFeasible != true }),
      // How far from the best the divisions of sectors can be.
      "partages": [
        "optimaux_prouves": .whole(gaps.count { $0 == 0 }),
        "avec_ecart": .whole(gaps.count { $0 > 0 }),
        "ecart_max_pct": .number(Double(gaps.max() ?? 0) / 100),
      ],
    ]
  }

  static func rules(_ options: StudyOptions) -> JSON {
    let pack = options.rules
    return [
      "nom": .text(pack.name), "valide_depuis": .text(pack.validFrom.description),
      "en_vigueur": .flag(pack.isInForce(at: options.at)), "source": .text(pack.source),
      "signe_le": pack.signedOn.map { .text($0.description) } ?? .null,
      "publie_le": pack.publishedOn.map { .text($0.description) } ?? .null,
      "remplace_le": pack.supersededOn.map { .text($0.description) } ?? .null,
      "reference": options.referenceRules.map { .text($0.name) } ?? .null,
      "avertissement": options.amountWarning.map { .text($0[options.language]) } ?? .null,
    ]
  }

  private static func counts(of kind: SectorOptionKind, in all: [[SectorOption]]) -> JSON {
    let own = all.joined().filter { $0.kind == kind }
    let feasible = own.count { $0.isPlain }
    return [
      "possibles": .whole(feasible), "impossibles": .whole(own.count { $0.obstacle != nil }),
      // Where people are unknown nobody can say; where a convention speaks against it somebody must.
      "a_examiner": .whole(own.count { $0.obstacle == nil && !$0.isPlain }),
      "premieres": .whole(
        all.count { $0.first.map { $0.kind == kind && $0.isFeasible } ?? false }),
    ]
  }
}
