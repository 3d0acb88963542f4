/// Groups of communes that lists give as territories: each is told once for a CPTS.
struct ListedGroups {
  private struct Group: Hashable {
    let cpts: CPTSID
    let level, shown: String
  }

  private var seen: Set<Group> = []
  private var communeCount = 0

  /// Communes that groups may stand for in a study: France has 35,000.
  private static let mostCommunes = 1_000_000
  /// Communes that a line names.
  private static let mostShown = 100

  /// What is told of a group; nil where the CPTS has it already.
  ///
  /// - Throws: where groups stand for more communes than any study has.
  mutating func take(
    _ level: String, _ shown: String, _ place: FoundPlace, _ row: Membership
  ) throws(InputFault) -> Anomaly? {
    guard seen.insert(Group(cpts: row.cpts, level: level, shown: shown)).inserted else {
      return nil
    }
    communeCount += place.codes.count
    guard communeCount <= Self.mostCommunes else { throw Self.tooMany(row) }
    let codes =
      place.codes.prefix(Self.mostShown).map(\.text).joined(separator: " ")
      + (place.codes.count > Self.mostShown ? " …" : "")
    let text = ShownName.shortened(place.text)
    let isTerse = shown == place.text
    return Anomaly(
      .information, .territoryByGroup, file: row.file, line: row.line, object: row.cpts.text,
      finding: Wording(
        fr: "« \(text) » : \(level)\(isTerse ? "" : " \(shown)")",
        en: "“\(text)”: \(level)\(isTerse ? "" : " \(shown)")"),
      treatment: Wording(
        fr: "lu comme " + place.codes.count.inFrench("commune", "communes") + " : \(codes)",
        en: "read as " + place.codes.count.inEnglish("commune", "communes") + ": \(codes)"))
  }

  private static func tooMany(_ row: Membership) -> InputFault {
    InputFault(
      path: row.file, line: row.line,
      problem: Wording(
        fr: "les groupes de communes de la liste en font plus d’un million",
        en: "the groups of communes of the list are more than a million communes"),
      cure: Wording(
        fr: "donnez à chaque CPTS ses propres communes, EPCI ou cantons",
        en: "give each CPTS its own communes, EPCI or cantons"))
  }
}

/// Cells of lists that hold more than the code of one commune, told once a column.
struct ListedCells {
  private struct Column: Hashable { let file, name: String }

  private struct Tally {
    let line: Int
    var examples: [String] = []
    var cells = 0
    var communes = 0
  }

  private var tallies: [Column: Tally] = [:]
  private static let mostExamples = 3

  /// A cell of one name alone, or of one group, is told elsewhere.
  mutating func see(_ text: String, _ readings: [PlaceReading], _ row: Membership) {
    let places = readings.compactMap { reading -> FoundPlace? in
      if case .found(let place) = reading { place } else { nil }
    }
    let isLabel = places.contains { !$0.name.isEmpty }
    guard readings.count > 1 || isLabel else { return }
    let column = Column(file: row.file, name: row.column)
    var tally = tallies[column] ?? Tally(line: row.line)
    tally.cells += 1
    if tally.examples.count < Self.mostExamples { tally.examples.append(text) }
    tally.communes += places.reduce(0) { $0 + $1.codes.count }
    tallies[column] = tally
  }

  var anomalies: [Anomaly] {
    tallies.sorted { ($0.key.file, $0.key.name) < ($1.key.file, $1.key.name) }
      .map { column, tally in
        let shown = tally.examples.map { text in
          ShownName.shortened(text.split { $0.isNewline }.joined(separator: " "), to: 60)
        }
        let more = tally.cells > shown.count ? "…" : ""
        let french = shown.map { "« \($0) »" }.joined(separator: ", ") + more
        let english = shown.map { "“\($0)”" }.joined(separator: ", ") + more
        return Anomaly(
          .information, .communesInCell, file: column.file, line: tally.line,
          object: column.name,
          finding: Wording(
            fr: tally.cells.inFrench("cellule tient", "cellules tiennent")
              + " plusieurs lieux, ou un code et un nom : \(french)",
            en: tally.cells.inEnglish("cell holds", "cells hold")
              + " several places, or a code and a name: \(english)"),
          treatment: Wording(
            fr: "lues comme " + tally.communes.inFrench("commune", "communes"),
            en: "read as " + tally.communes.inEnglish("commune", "communes")))
      }
  }
}
