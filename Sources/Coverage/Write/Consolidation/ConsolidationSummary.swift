/// `resume.json` of a consolidation, in whose words the members are.
enum ConsolidationSummary {
  static func json(of consolidation: Consolidation, _ clock: StepClock) -> JSON {
    let source = consolidation.units.populationSource
    return [
      "version": .text(toolkitVersion),
      "bibliotheques": StudySummary.libraries,
      "date": StudySummary.now,
      "options": StudySummary.options(consolidation.options),
      "entrees": StudySummary.inputs(consolidation.digests, consolidation.ledgers),
      "unites": ["fichier": .text(consolidation.options.units.name)],
      "denominateur": [
        "source": .text(source.statement.french), "fichier": .text(source.file),
        "colonne": .text(source.column),
      ],
      "expediteurs": .array(
        consolidation.lists.map { list in
          [
            "nom": .text(list.sender.name), "region": .text(list.region),
            "cpts": .whole(list.declarations.count), "communes": .whole(list.communeCount),
            "population": .whole(list.people),
          ]
        }),
      "cpts": .whole(consolidation.cpts.count),
      "communes": .whole(consolidation.cpts.reduce(0) { $0 + $1.communes.count }),
      "population": .whole(consolidation.people),
      "declarations_identiques": .whole(consolidation.sameCount),
      "arbitrages": .object(
        Arbitration.Nature.allCases.map { nature in
          (
            nature.rawValue,
            .whole(consolidation.arbitrations.count { $0.nature == nature })
          )
        }),
      "changements": consolidation.changes.map { .whole($0.count) },
      "anomalies": .object(
        Anomaly.Severity.allCases.map { severity in
          (severity.rawValue, .whole(consolidation.anomalies.count { $0.severity == severity }))
        }),
      "secondes": StudySummary.seconds(clock),
    ]
  }
}
