/// `resume.json` of a comparison, in whose words the members are.
enum ComparisonSummary {
  static func json(of comparison: Comparison, _ clock: StepClock) -> JSON {
    [
      "version": .text(toolkitVersion),
      "date": StudySummary.now,
      "avant": side(comparison.before, comparison.names.before, comparison.digests.before),
      "apres": side(comparison.after, comparison.names.after, comparison.digests.after),
      "cog": comparison.digests.movements.map { input($0) } ?? .null,
      "carte": comparison.land?.digest.map { input($0) } ?? .null,
      "variation": .object(
        comparison.whole.steps.map { step in
          (
            step.cause.rawValue,
            ["population": .whole(step.people), "points": .cell(.points(step.points))]
          )
        }),
      "population_gagnee_nette": .whole(
        comparison.whole.covered.after - comparison.whole.covered.before),
      "cpts": counts(
        CPTSVariation.allCases.map(\.rawValue), comparison.cpts.map(\.variation.rawValue)),
      "zones": zones(comparison.zoneTally),
      "secteurs": zones(comparison.sectorTally),
      "chevauchements": comparison.overlaps.map { rows in
        counts(OverlapVariation.allCases.map(\.rawValue), rows.map(\.variation.rawValue))
      } ?? .null,
      "montants": .text(comparison.pack.name),
      "reserves": .texts(comparison.warnings.map(\.french)),
      "secondes": StudySummary.seconds(clock),
    ]
  }

  private static func side(_ study: Snapshot, _ name: String, _ digests: [InputDigest]) -> JSON {
    [
      "chemin": .text(name),
      "titre": .text(study.title),
      "jour": .text(study.day.description),
      "white_below": .text(study.whiteBelow.key),
      "population": [
        "colonne": .text(study.population.column),
        "annee": study.population.year.map { .whole($0) } ?? .null,
        "source": .text(study.population.source),
      ],
      "population_totale": .whole(study.total),
      "population_couverte": .whole(study.covered),
      "communes": .whole(study.communes.count),
      "communes_sans_population": .whole(study.communes.count { $0.people == nil }),
      "cpts": .whole(study.cpts.count),
      "zones_blanches": .whole(study.zones.count),
      "entrees": .array(digests.map { input($0) }),
    ]
  }

  private static func input(_ digest: InputDigest) -> JSON {
    [
      "chemin": .text(digest.path), "octets": .whole(digest.bytes),
      "sha256": .text(digest.sha256),
    ]
  }

  private static func zones(_ tally: ZoneTally) -> JSON {
    .object(
      ZoneVariation.allCases.filter { $0 != .population }.map {
        ($0.rawValue, .whole(tally.count($0)))
      } + [("meme_terrain_autre_nom", .whole(tally.renamed.count))])
  }

  /// How many there are of each kind.
  private static func counts(_ kinds: [String], _ found: [String]) -> JSON {
    let counts = Dictionary(grouping: found) { $0 }.mapValues(\.count)
    return .object(kinds.map { ($0, .whole(counts[$0] ?? 0)) })
  }
}
