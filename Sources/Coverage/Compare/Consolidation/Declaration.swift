/// A line of a sender's file, as outputs name it.
struct SourcePlace: Hashable, Sendable {
  let file: String
  let line: Int

  var text: String { "\(file):\(line)" }
}

/// A commune, or a part of one, that a sender gives to a CPTS.
struct ClaimedCommune: Sendable {
  let code: UnitCode
  /// The part of its people; nil for all of them.
  let share: Double?
  /// The days on which it is of the CPTS.
  let span: DateSpan
  let place: SourcePlace
  /// The sender's place among all, by name.
  let sender: Int
}

/// What one sender says of one CPTS.
struct Declaration: Sendable {
  /// The sender's place among all, by name.
  let sender: Int
  let id: CPTSID
  let record: CPTS
  /// Number of the structure in the FINESS register; empty where no column says it.
  let finess: String
  /// Where the CPTS is first named.
  let place: SourcePlace
  /// By code.
  let communes: [ClaimedCommune]
  /// What it has of each unit.
  let extent: [Index<Unit>: Extent]

  struct Extent: Sendable {
    /// Inhabitants.
    var people = 0
    /// Share of the unit's area, from 0 to 1.
    var area = 0.0
  }

  /// The name, or the identifier where there is none.
  var title: String { record.name.isEmpty ? id.text : record.name }

  /// People that two declarations have in common, and units.
  ///
  /// - Complexity: O(units of the smaller).
  func inCommon(with other: Declaration) -> (people: Int, units: Int) {
    if other.extent.count < extent.count { return other.inCommon(with: self) }
    var (people, units) = (0, 0)
    for (unit, own) in extent {
      guard let theirs = other.extent[unit] else { continue }
      people += min(own.people, theirs.people)
      units += 1
    }
    return (people, units)
  }

  var people: Int { extent.values.reduce(0) { $0 + $1.people } }

  /// Days of the communes that are not always of it.
  private var spans: [UnitCode: Set<DateSpan>] {
    communes.reduce(into: [:]) { spans, row in
      if row.span != .always { spans[row.code, default: []].insert(row.span) }
    }
  }

  /// Whether two have the same territory on the same days, whatever codes say it.
  func hasTerritory(of other: Declaration) -> Bool {
    spans == other.spans && extent.count == other.extent.count
      && extent.allSatisfy { unit, own in
        guard let theirs = other.extent[unit] else { return false }
        return own.people == theirs.people && abs(own.area - theirs.area) < 1e-9
      }
  }
}

extension StudyUnits {
  /// The people of the territories of one CPTS, each unit once at its largest, by region.
  func peopleByRegion(_ members: [Declaration]) -> [String: Int] {
    var largest: [Index<Unit>: Int] = [:]
    for declaration in members {
      for (unit, extent) in declaration.extent {
        largest[unit] = max(largest[unit] ?? 0, extent.people)
      }
    }
    var result: [String: Int] = [:]
    for (unit, people) in largest { result[self[unit].region, default: 0] += people }
    return result
  }
}

/// The key that counts most; nil where none is, or two are alike.
func most(_ counts: [String: Int]) -> String? {
  guard let largest = counts.values.max() else { return nil }
  let keys = counts.filter { $0.value == largest && !$0.key.isEmpty }.keys
  return keys.count == 1 ? keys.first : nil
}

extension StudyUnits {
  /// Code of the region that a known code lies in.
  func region(of code: UnitCode) -> String? {
    let unit =
      index[code] ?? cities[code].flatMap { communes[Int($0)].units.first }
      ?? delegated[code]?.unit
    return unit.map { self[$0].region }
  }
}
