import GeoKernel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a reader needs to compute a study again: `resume.json`, in whose words the members are.
enum StudySummary {
  /// - Parameter history: what changed since an earlier report.
  static func json(
    of study: Study, since history: StudyHistory? = nil, _ clock: StepClock
  ) -> JSON {
    let sums = study.grossAndNet
    return [
      "version": .text(toolkitVersion),
      "bibliotheques": libraries,
      "date": now,
      "titre": .text(study.options.title),
      "options": options(study.options),
      "entrees": inputs(of: study),
      "unites": units(of: study),
      "population": population(of: study),
      "totaux": totals(of: study),
      "options_zones_blanches": OptionsSummary.json(of: study),
      "population_brute": .whole(sums.gross),
      "population_nette": .whole(sums.net),
      "population_comptee_plusieurs_fois": .whole(sums.inSeveral),
      "comptages_en_trop": .whole(sums.countedAgain),
      "territoires_dessines": DrawnSummary.json(of: study),
      "reconcile": ReconciliationSummary.json(of: study),
      "fragiles": VitalitySummary.fragile(in: study),
      "professionnels": VitalitySummary.professionals(in: study),
      "evolution": VitalitySummary.history(of: study),
      "depuis": history.map { changes($0.comparison) },
      "perimetres_dates": perimeters(of: study),
      "secondes": seconds(clock),
    ]
  }

  /// Why the indicator moved since an earlier report.
  private static func changes(_ comparison: Comparison) -> JSON {
    let whole = comparison.whole
    func points(_ hundredths: Int) -> JSON { .rounded(Double(hundredths) / 100) }
    return [
      "dossier": .text(comparison.names.before),
      "jour": .text(comparison.before.day.description),
      "empreinte": comparison.digests.before.first.map { .text($0.sha256) },
      "points": points(whole.hundredths.after - whole.hundredths.before),
      "population": .whole(whole.covered.after - whole.covered.before),
      "reserves": .texts(comparison.warnings.map(\.french)),
      "causes": .array(
        whole.steps.map { step in
          [
            "cause": .text(step.cause.rawValue), "population": .whole(step.people),
            "points": step.points.map(points),
          ]
        }),
    ]
  }

  /// The system's libraries: their last digits differ from version to version.
  static var libraries: JSON {
    ["geos": .text(LibraryVersions.geos), "proj": .text(LibraryVersions.proj)]
  }

  static var now: JSON { .text(Date.now.formatted(.iso8601)) }

  static func seconds(_ clock: StepClock) -> JSON {
    .object(clock.steps.map { ($0, .rounded($1)) })
  }

  /// Every file read, in the order of the options.
  static func inputs(of study: Study) -> JSON { inputs(study.digests, study.ledgers) }

  static func inputs(_ digests: [InputDigest], _ ledgers: [InputLedger]) -> JSON {
    .array(
      digests.map { digest in
        let ledger = ledgers.first { $0.input == digest.path }
        return [
          "chemin": .text(digest.path), "octets": .whole(digest.bytes),
          "sha256": .text(digest.sha256), "lignes_lues": .whole(ledger?.rowsRead ?? 0),
          "lignes_retenues": .whole(ledger?.rowsKept ?? 0),
          "lignes_ecartees": .whole(ledger?.rowsSetAside ?? 0),
        ]
      })
  }

  /// Which units the study is of.
  static func units(of study: Study) -> JSON { units(study.units, study.options) }

  static func units(_ units: StudyUnits, _ options: StudyOptions) -> JSON {
    let area = units.area
    return [
      "fichier": .text(options.units.name),
      "origine": options.carriedUnits.map { .text($0[options.language]) },
      "etude": area.isWhole ? nil : ["code": .text(area.code), "nom": .text(area.name)],
    ]
  }

  static func population(of study: Study) -> JSON { population(study.units) }

  static func population(_ units: StudyUnits) -> JSON {
    let source = units.populationSource
    return [
      "source": .text(source.statement.french),
      "annee": source.year.map { .whole($0) } ?? .null,
      "fichier": .text(source.file),
      "colonne": .text(source.column),
      "unites_sans_population": .whole(units.studied.count { $0.population == nil }),
      "denominateur": .text("population des unités de population connue, couvertes ou non"),
    ]
  }

  /// Communes that are of their CPTS for a time; nothing where no list has dates of pairs.
  static func perimeters(of study: Study) -> JSON? {
    guard !study.perimeters.isEmpty else { return nil }
    return .array(
      study.perimetersByCommune.map { perimeter in
        [
          "cpts": .text(perimeter.cpts.text),
          "debut": perimeter.span.start.map { .text($0.description) } ?? .null,
          "fin": perimeter.span.end.map { .text($0.description) } ?? .null,
          "communes": perimeter.communes
            .map { .text($0.map(\.text).joined(separator: "|")) } ?? .null,
        ]
      })
  }

  static func totals(of study: Study) -> JSON {
    let breakdown = study.coverage[0].breakdown
    let covered = breakdown.cumulative(study.options.whiteBelow)
    let cpts = study.figures.studiedCPTS.map { study.territories.cpts[$0] }
    return [
      "unites": .whole(study.units.studied.count),
      "communes": .whole(study.figures.studiedCommunes.count),
      "cpts": .whole(cpts.count),
      "cpts_par_stade": .byStage { stage in .whole(cpts.count { $0.stage == stage }) },
      "population_totale": .whole(breakdown.total),
      "population_par_stade": .byStage { .whole(breakdown[$0]) },
      "population_couverte": .whole(covered),
      "population_non_couverte": .whole(breakdown.total - covered),
      "zones_blanches": .whole(study.figures.zones.count),
      "chevauchements": .whole(study.figures.overlaps.count),
      "anomalies": .object(
        Anomaly.Severity.allCases.map { severity in
          (severity.rawValue, .whole(study.anomalies.count { $0.severity == severity }))
        }),
    ]
  }
}

extension JSON {
  static func byStage(_ value: (Stage) -> JSON) -> JSON {
    .object(Stage.allCases.map { ($0.key, value($0)) })
  }
}
