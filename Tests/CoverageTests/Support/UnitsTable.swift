import Testing

@testable import Coverage

/// A table of units without polygons, as a reader of maps would give it.
func unitsTable(_ columns: [String], _ rows: [[String?]]) -> FeatureTable {
  var table = FeatureTable(path: "units.gpkg")
  table.columns = columns
  table.values = columns.indices.map { column in rows.map { $0[column] } }
  table.lines = rows.indices.map { $0 + 1 }
  for _ in rows { table.endFeature() }
  return table
}

/// What a normaliser makes of rows.
struct NormalisedUnits {
  var units: StudyUnits
  let anomalies: [Anomaly]
  let ledger: InputLedger

  init(
    _ columns: [String], _ rows: [[String?]], named: [FieldRole: String] = [:]
  ) throws {
    var normaliser = try UnitsNormaliser(unitsTable(columns, rows), named: named)
    units = normaliser.run()
    anomalies = normaliser.anomalies
    ledger = normaliser.ledger
  }

  var codes: [String] { units.units.map(\.code.text) }

  /// The anomalies of one rule.
  func anomalies(_ rule: Anomaly.Rule) -> [Anomaly] { anomalies.filter { $0.rule == rule } }
}

extension Anomaly {
  /// Severity, rule, line and object: what a test usually cares about.
  var brief: String {
    "\(severity.rawValue) \(rule.rawValue) \(line.map { String($0) } ?? "-") \(object)"
  }
}

/// The fault that a body throws, or an issue.
func fault(
  _ sourceLocation: SourceLocation = #_sourceLocation, of body: () throws -> Void
) -> InputFault? {
  do {
    try body()
    Issue.record("no fault", sourceLocation: sourceLocation)
  } catch let fault as InputFault {
    return fault
  } catch {
    Issue.record("not an InputFault: \(error)", sourceLocation: sourceLocation)
  }
  return nil
}
