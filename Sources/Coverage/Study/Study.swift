import GeoKernel

/// A study from its inputs to its figures: read → normalise → resolve → measure.
///
/// `run` makes the whole of it; `StudyReport` writes what it found.
public struct Study: Sendable {
  public let options: StudyOptions
  public let anomalies: [Anomaly]
  public let ledgers: [InputLedger]
  public let digests: [InputDigest]
  /// The indicator at each level.
  public var coverage: [AreaCoverage] { figures.areas }
  public var grossAndNet: GrossAndNet { figures.grossAndNet }

  let units: StudyUnits
  let territories: Territories
  let mesh: Mesh
  let figures: StudyFigures

  /// Runs a study on one or two tasks.
  ///
  /// - Complexity: O(vertices + memberships).
  /// - Throws: `InputFault` for what is wrong in an input, with its place and its cure.
  public static func run(_ options: StudyOptions, clock: StepClock = StepClock()) async throws
    -> Study
  {
    let inputs = try await StudyInputs.read(options, clock)
    let normalised = try clock.measure(.normalising) { try inputs.normalise(options) }
    let units = normalised.units
    let (mesh, resolved) = try await concurrently(
      jobs: options.jobs,
      { try clock.measure(.meshing) { try Mesh.build(inputs.table, units) } },
      {
        clock.measure(.resolving) {
          TerritoryResolver.run(normalised.cpts, inputs.cpts.memberships, units)
        }
      })
    let figures = clock.measure(.measuring) {
      measure(resolved.territories, units, mesh, options)
    }
    let anomalies =
      normalised.anomalies + resolved.anomalies
      + BorderAnomalies.all(mesh, units, file: inputs.table.path)
    return Study(
      options: options, anomalies: anomalies.sorted(by: Anomaly.precedes),
      ledgers: normalised.ledgers.map { ledger in
        var ledger = ledger
        ledger.rowsSetAside += resolved.setAside[ledger.path] ?? 0
        return ledger
      },
      digests: inputs.digests, units: units, territories: resolved.territories, mesh: mesh,
      figures: figures)
  }

  private static func measure(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, _ options: StudyOptions
  ) -> StudyFigures {
    let finder = WhiteZoneFinder(territories, units, mesh, whiteBelow: options.whiteBelow)
    let (zones, zoneOfUnit) = finder.zones()
    return StudyFigures(
      areas: CoverageMeasure.areas(territories, units, by: options.by),
      grossAndNet: CoverageMeasure.grossAndNet(territories, countedFrom: options.whiteBelow),
      communes: CommuneMeasure.figures(
        territories, units, whiteBelow: options.whiteBelow, zoneOfUnit: zoneOfUnit),
      cpts: CPTSMeasure.figures(territories, units, mesh),
      overlaps: Overlap.all(territories, mesh), zones: zones)
  }
}

extension Wording {
  static let reading = Wording(fr: "lecture", en: "reading")
  static let readingLists = Wording(fr: "lecture des listes", en: "reading the lists")
  static let hashing = Wording(fr: "empreintes", en: "digests")
  static let normalising = Wording(fr: "normalisation", en: "normalising")
  static let meshing = Wording(fr: "maillage", en: "mesh")
  static let resolving = Wording(fr: "territoires", en: "territories")
  static let measuring = Wording(fr: "mesures", en: "measures")
  static let writing = Wording(fr: "écriture", en: "writing")
}
