/// Finds communes that a list names far from the rest of their CPTS, where another commune of the same
/// name lies beside it: somebody probably took one for the other.
struct Homonyms {
  private let units: StudyUnits
  private let mesh: Mesh
  /// Units by name, made where a commune stands alone.
  private lazy var unitsOfName = Dictionary(
    grouping: units.units.indices.map { Index<Unit>($0) }, by: { placeName(units[$0].name) })

  /// Communes as near to a territory as this many borders are beside it.
  private static let nearby = 3
  /// A group of so many communes away from the main one may hold a mistake; a larger one is a territory.
  private static let largestStray = 2

  private init(_ units: StudyUnits, _ mesh: Mesh) {
    self.units = units
    self.mesh = mesh
  }

  /// - Parameter rows: with codes that the units know, or not.
  /// - Complexity: O(rows × neighbours), and the neighbourhoods of CPTS in several groups.
  static func anomalies(_ rows: [Membership], _ units: StudyUnits, _ mesh: Mesh) -> [Anomaly] {
    var finder = Homonyms(units, mesh)
    let ofCPTS = Dictionary(grouping: rows.indices, by: { rows[$0].cpts })
    return ofCPTS.sorted { $0.key < $1.key }.flatMap { _, members in
      finder.strays(members.map { rows[$0] })
    }
  }

  private mutating func strays(_ rows: [Membership]) -> [Anomaly] {
    var rowOfUnit: [Index<Unit>: Membership] = [:]
    for row in rows {
      if let unit = units.index[row.code] { rowOfUnit[unit] = rowOfUnit[unit] ?? row }
    }
    let groups = groups(of: rowOfUnit.keys.sorted())
    guard groups.count > 1, let main = groups.first, main.count > Self.largestStray else {
      return []
    }
    let strays = groups.dropFirst().filter { $0.count <= Self.largestStray }.flatMap { $0 }
    guard !strays.isEmpty else { return [] }
    let beside = neighbourhood(of: main)
    return strays.filter { !beside.contains($0) }.sorted().compactMap { unit in
      let namesakes = (unitsOfName[placeName(units[unit].name)] ?? []).filter {
        beside.contains($0) && rowOfUnit[$0] == nil
      }
      guard !namesakes.isEmpty, let row = rowOfUnit[unit] else { return nil }
      return anomaly(row, units[unit], namesakes.map { units[$0].code })
    }
  }

  private func anomaly(_ row: Membership, _ unit: Unit, _ namesakes: [UnitCode]) -> Anomaly {
    let codes = namesakes.map(\.text).joined(separator: ", ")
    return Anomaly(
      .warning, .probableHomonym, file: row.file, line: row.line, object: row.code.text,
      finding: Wording(
        fr:
          "\(unit.name) (\(unit.code)) est loin du reste de \(row.cpts) ; \(codes), de même nom, est à côté",
        en:
          "\(unit.name) (\(unit.code)) is far from the rest of \(row.cpts); \(codes), of the same name, is beside it"
      ),
      treatment: Wording(fr: "le code est retenu", en: "the code is used"))
  }

  /// Units that hold together by borders, the largest group first.
  private func groups(of members: [Index<Unit>]) -> [[Index<Unit>]] {
    var rest = Set(members)
    var groups: [[Index<Unit>]] = []
    for unit in members where rest.remove(unit) != nil {
      var group = [unit]
      var next = 0
      while next < group.count {
        for neighbour in neighbours(of: group[next]) where rest.remove(neighbour) != nil {
          group.append(neighbour)
        }
        next += 1
      }
      groups.append(group)
    }
    return groups.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }

  private func neighbourhood(of main: [Index<Unit>]) -> Set<Index<Unit>> {
    var near = Set(main)
    var front = main
    for _ in 0..<Self.nearby {
      front = front.flatMap { neighbours(of: $0) }.filter { near.insert($0).inserted }
    }
    return near
  }

  private func neighbours(of unit: Index<Unit>) -> [Index<Unit>] {
    var found: [Index<Unit>] = []
    for piece in mesh.pieces.of(unit) {
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        guard other.exists else { continue }
        let neighbour = mesh.pieces.unit[other]
        if neighbour != unit, found.last != neighbour { found.append(neighbour) }
      }
    }
    return found
  }
}
