/// Territories drawn on a map, written as lists of communes.
public struct DrawnList: Sendable {
  /// CSV: `cpts_id, cpts_nom, stade, code_commune, part`, by CPTS and code.
  public let text: String
  /// What the list cannot say, for whoever asked for it.
  public let notes: [Wording]

  /// - Parameter options: of a study of the drawings; CPTS of which nothing says the stage have none in the list.
  /// - Complexity: as a study as far as its figures.
  /// - Throws: what stops the study; where nothing is drawn.
  public static func run(_ options: StudyOptions, clock: StepClock) async throws -> DrawnList {
    let options = options.completed(defaultStage: Stage.none)
    let study = try await Study.run(options, planning: .none, clock: clock)
    guard let drawn = study.figures.drawn, study.ground.isDrawn.contains(true) else {
      throw InputFault(
        path: options.cpts.map(\.name).joined(separator: ", "),
        problem: Wording(fr: "aucun territoire n’y est dessiné", en: "no territory is drawn there"),
        cure: Wording(
          fr: "--as-list lit une carte de territoires ; une liste l’est déjà",
          en: "--as-list reads a map of territories; a list is one already"))
    }
    var notes = [AlignmentText.sentence(drawn.alignment, options.language)].compactMap { $0 }
      .map { Wording($0) }
    notes += study.anomalies.filter { $0.rule == .otherMapEdition }.map(\.told)
    let rows = DrawnRows(study)
    if rows.partCount > 0 {
      notes.append(
        Wording(
          fr:
            "\(rows.partCount.inFrench("part", "parts")) de communes coupées : une liste dit combien "
            + "d’habitants, non où ; les habitants de chaque CPTS restent, zones et voisins peuvent changer",
          en:
            "\(rows.partCount.inEnglish("part", "parts")) of communes cut: a list says how many people, "
            + "not where; the people of each CPTS stay, zones and neighbours may change"))
    }
    if rows.sharedUnits > 0 {
      notes.append(
        Wording(
          fr:
            "\(rows.sharedUnits.inFrench("commune coupée", "communes coupées")) où des dessins se "
            + "recouvrent : une liste prend leurs parts pour distinctes, et compterait plus d’habitants",
          en:
            "\(rows.sharedUnits.inEnglish("commune", "communes")) cut where drawings overlap: a list "
            + "takes their parts for different ones, and would count more people"))
    }
    let bytes = CSVWriter.bytes(of: rows.table(), options.csv)
    return DrawnList(text: String(decoding: bytes, as: UTF8.self), notes: notes)
  }
}

/// Parts of units by CPTS that is drawn.
private struct DrawnRows {
  private struct Row {
    let cpts: Index<DatedCPTS>
    let unit: Index<Unit>
    var people = 0
    var area = 0.0
    var isWhole = true
  }

  private let study: Study
  private var rows: [Row] = []
  /// Units of which some people are in parts of several CPTS that have not all of it.
  private(set) var sharedUnits = 0
  /// Rows that have a part of a unit.
  var partCount: Int { rows.count { !$0.isWhole } }

  init(_ study: Study) {
    self.study = study
    let territories = study.territories
    let isDrawn = study.ground.isDrawn
    for (unit, members) in Dictionary(grouping: territories.parts, by: \.unit) {
      var found: [Index<DatedCPTS>: Row] = [:]
      for part in members {
        for cpts in territories.coverings[part.covering] where isDrawn[Int(cpts)] {
          found[cpts, default: Row(cpts: cpts, unit: unit)].people += part.population
          found[cpts]?.area += study.mesh.areas[part.piece] * part.areaShare
        }
      }
      for cpts in found.keys {
        found[cpts]?.isWhole = members.allSatisfy {
          territories.coverings[$0.covering].contains(cpts) || study.isCrumb($0)
        }
      }
      let isShared = members.contains { part in
        territories.coverings[part.covering].count { found[$0]?.isWhole == false } > 1
      }
      sharedUnits += isShared ? 1 : 0
      rows += found.values
    }
    rows.sort { ($0.cpts, $0.unit) < ($1.cpts, $1.unit) }
  }

  /// - Complexity: O(rows).
  func table() -> Table {
    var table = Table("liste", ["cpts_id", "cpts_nom", "stade", "code_commune", "part"])
    let unstaged = Set(study.anomalies.lazy.filter { $0.rule == .stageByDefault }.map(\.object))
    for row in rows {
      let cpts = study.territories[row.cpts]
      let unit = study.units[row.unit]
      let part = part(of: row)
      // Where nobody of a commune lives in its part, the list has nobody to name.
      guard row.isWhole || part > 0 else { continue }
      table.append(
        .code(cpts.id.text), .text(cpts.name),
        .text(unstaged.contains(cpts.id.text) ? "" : cpts.stage.key), .code(unit.code.text),
        row.isWhole ? .whole(1) : .decimal(part, decimals: 7))
    }
    return table
  }

  /// Of the people of a unit; of its land where none are known.
  private func part(of row: Row) -> Double {
    if let people = study.units[row.unit].population, people > 0 {
      return Double(row.people) / Double(people)
    }
    return row.area / max(study.mesh.unitAreas[row.unit], .leastNormalMagnitude)
  }
}

extension Study {
  /// Whether a part is noise of rounding, where nobody lives.
  fileprivate func isCrumb(_ part: Part) -> Bool {
    part.population == 0
      && mesh.areas[part.piece] * part.areaShare < Arrangement.leastSquareMetres
  }
}
