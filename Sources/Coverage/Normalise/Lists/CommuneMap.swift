/// A map in which each row is a commune, with its code and its CPTS: the codes say more than the drawings,
/// which are simplified as a rule.
struct CommuneMap: Sendable {
  /// Place of its drawings among the layers.
  let layer: Int
  private(set) var rows: [Membership] = []
  /// Their places among the rows of the map.
  private var places: [Int] = []
  /// Rows of communes that have no CPTS.
  private(set) var free: [Int] = []

  /// Nil for a map of another kind: each row has the code of a commune, none has that of another row, and
  /// some CPTS has several. A map of territories has at most the commune of a seat.
  ///
  /// - Complexity: O(rows).
  init?(of table: FeatureTable, _ columns: CPTSColumns, layer: Int) {
    guard let id = columns.id, let code = columns.codes.code, columns.continued.isEmpty else {
      return nil
    }
    self.layer = layer
    var seen: Set<String> = []
    for row in 0..<table.rowCount {
      let text = table.value(row: row, column: code)
      guard UnitCode(text).isOfCommune, seen.insert(text).inserted else { return nil }
      let owner = table.value(row: row, column: id)
      if owner.isEmpty || RowsWithoutCPTS.isNone(owner) {
        free.append(row)
        continue
      }
      places.append(row)
      rows.append(
        Membership(
          cpts: CPTSID(owner), code: UnitCode(text),
          hint: columns.codes.hint(row: row, of: table), column: table.header[code],
          file: table.path, line: table.line(of: row)))
    }
    guard Set(rows.map(\.cpts)).count < rows.count else { return nil }
  }

  /// The same with the days on which each row holds, and without the rows set aside.
  func holding(_ spans: [DateSpan], butSetAside ids: [CPTSID?]) -> CommuneMap {
    var result = self
    let kept = rows.indices.filter { ids[places[$0]] != nil }
    result.places = kept.map { places[$0] }
    result.rows = kept.map { rows[$0].holding(spans[places[$0]]) }
    return result
  }

  /// Whether the units have all of its communes, by the names that it gives them.
  func fits(_ units: StudyUnits) -> Bool {
    rows.allSatisfy { row in
      guard let place = units.place(of: row.code) else { return false }
      return row.hint.name.isEmpty || placeName(place.name) == placeName(row.hint.name)
    }
  }
}

extension CPTSFiles {
  /// Takes the codes of maps of communes in the place of their drawings.
  ///
  /// - Returns: what is told of it.
  /// - Complexity: O(rows).
  mutating func settleCommuneMaps(in units: StudyUnits) -> [Anomaly] {
    let fitting = communeMaps.filter { $0.fits(units) }
    communeMaps = []
    memberships += fitting.flatMap(\.rows)
    let replaced = Set(fitting.map(\.layer))
    layers = layers.indices.filter { !replaced.contains($0) }.map { layers[$0] }
    return fitting.map { map in
      Anomaly(
        .information, .mapOfCommunes, file: map.rows.first?.file ?? "", object: "",
        finding: Wording(
          fr: "la carte dessine des communes, une par ligne : "
            + map.rows.count.inFrench("commune", "communes") + " avec CPTS, \(map.free.count) sans",
          en: "the map draws communes, one a row: "
            + map.rows.count.inEnglish("commune", "communes")
            + " with a CPTS, \(map.free.count) without"),
        treatment: Wording(
          fr: "leurs codes servent, comme dans une liste ; leurs dessins ne servent pas",
          en: "their codes are used, as in a list; their drawings are not"))
    }
  }
}
