/// Maps in which a column names the communes of each territory, and the drawings say others. The drawing counts.
struct DrawnAgainstListed {
  private struct Contradiction {
    let row: Membership
    /// Named, but not in the drawing; and the other way round.
    let absent, further: [UnitCode]
  }

  private var found: [Contradiction] = []

  /// - Parameter listed: what the columns of maps name, with codes of the units.
  /// - Complexity: O(listed + parts).
  init(_ listed: [Membership], _ territories: Territories, _ units: StudyUnits) {
    guard !listed.isEmpty else { return }
    let indexOfID = territories.indexOfID()
    let parts = territories.partsOfCPTS()
    var people = Column<Unit, Int>(repeating: 0, count: units.units.count)
    for part in territories.parts { people[part.unit] += part.population }
    for (id, rows) in Dictionary(grouping: listed, by: \.cpts) {
      guard let index = indexOfID[id], let first = rows.min(by: { $0.line < $1.line }) else {
        continue
      }
      var covered: [Index<Unit>: (people: Int, isWhole: Bool)] = [:]
      for part in parts[index].lazy.map({ territories.parts[$0] }) where !part.isSlight {
        covered[part.unit, default: (0, true)].people += part.population
      }
      let inside = Set(
        covered.filter { 2 * $0.value.people >= people[$0.key] }.map(\.key))
      let named = Set(rows.flatMap { Self.units(of: $0.code, units) })
      // One commune inside of the drawing is that of the seat.
      if named.isEmpty || named.count == 1 && named.isSubset(of: inside) { continue }
      let absent = named.subtracting(inside)
      let further = named.count == 1 ? [] : inside.subtracting(named)
      if absent.isEmpty, further.isEmpty { continue }
      found.append(
        Contradiction(
          row: first, absent: absent.map { units[$0].code }.sorted(),
          further: further.map { units[$0].code }.sorted()))
    }
  }

  private static func units(of code: UnitCode, _ units: StudyUnits) -> [Index<Unit>] {
    if let unit = units.index[code] ?? units.delegated[code]?.unit { return [unit] }
    return units.cities[code].map { Array(units.communes[Int($0)].units) } ?? []
  }

  // MARK: Words

  private static let mostShown = 3

  /// A line for each map.
  var anomalies: [Anomaly] {
    Dictionary(grouping: found, by: \.row.file).sorted { $0.key < $1.key }.map { file, all in
      let all = all.sorted { ($0.row.line, $0.row.cpts) < ($1.row.line, $1.row.cpts) }
      let shown = all.prefix(Self.mostShown).map(Self.words)
      let column = ShownName.shortened(all[0].row.column)
      let more = all.count > shown.count ? "…" : ""
      return Anomaly(
        .warning, .conflictingColumns, file: file, line: all[0].row.line,
        object: all.count == 1 ? all[0].row.cpts.text : all[0].row.column,
        finding: Wording(
          fr: "« \(column) » et le dessin ne disent pas le même territoire ("
            + "\(all.count) CPTS) : \(shown.map(\.french).joined(separator: " ; "))\(more)",
          en: "“\(column)” and the drawing do not say the same territory (\(all.count) CPTS): "
            + "\(shown.map(\.english).joined(separator: "; "))\(more)"),
        treatment: Wording(
          fr:
            "le dessin compte ; si ce sont les communes, donnez-les dans une liste sans dessin (CSV, colonnes "
            + "cpts_id, stade, code)",
          en:
            "the drawing counts; if the communes are meant, give them in a list without drawings (CSV, "
            + "columns cpts_id, stade, code)"))
    }
  }

  private static func words(_ contradiction: Contradiction) -> Wording {
    let name = ShownName.shortened(contradiction.row.cpts.text)
    let absent = ShownName.list(contradiction.absent.map(\.text), most: 8)
    let further = ShownName.list(contradiction.further.map(\.text), most: 8)
    let (french, english) = (
      [
        absent.isEmpty ? "" : "\(absent) hors du dessin",
        further.isEmpty ? "" : "\(further) en plus",
      ],
      [
        absent.isEmpty ? "" : "\(absent) outside of the drawing",
        further.isEmpty ? "" : "\(further) besides",
      ]
    )
    return Wording(
      fr: "« \(name) » \(french.filter { !$0.isEmpty }.joined(separator: ", "))",
      en: "“\(name)” \(english.filter { !$0.isEmpty }.joined(separator: ", "))")
  }
}
