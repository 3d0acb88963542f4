/// Professionals of one CPTS, or of the CPTS of one area.
public struct ProfessionalArea: Sendable {
  /// `cpts`, `departement`, `region`, and `national` or, of a study of some areas, `etude`.
  public let level: String
  /// Id of the CPTS, or code of the area; empty for units whose file does not say.
  public let code: String
  /// Name of the CPTS or of the area; empty where it is not known.
  public let name: String
  /// Its professionals. Those of a CPTS in several areas are shared out by its people: an estimate, in
  /// whole numbers that add up.
  public let counts: Headcounts
}

/// Adds up the professionals of the CPTS at `projet` or above.
///
/// Files count them by CPTS. Where a CPTS lies in several areas its counts are shared out by its people
/// in each: an estimate, in whole numbers that add up at every level. What falls to areas that the study
/// is not of is left out; the row of a CPTS has its own counts, whole.
struct ProfessionalMeasure {
  private let territories: Territories
  private let units: StudyUnits

  /// - Returns: nil where no CPTS gives any count.
  /// - Complexity: O(parts).
  static func areas(_ territories: Territories, _ units: StudyUnits) -> [ProfessionalArea]? {
    let measure = ProfessionalMeasure(territories: territories, units: units)
    let areStudied = territories.areStudied(units.area)
    let members = territories.cpts.indices.filter {
      territories.cpts[$0].stage >= .project && areStudied[Index($0)]
    }
    let answers = members.map { Headcounts.Answer(territories.cpts[$0].record) }
    guard answers.contains(where: { $0.isGiven }) else { return nil }
    let partsOfCPTS = territories.partsOfCPTS()
    var (departments, regions) = ([String: Headcounts](), [String: Headcounts]())
    var national = Headcounts()
    var areas: [ProfessionalArea] = []
    for (index, answer) in zip(members, answers) {
      let cpts = territories.cpts[index]
      var own = Headcounts()
      own.add(answer)
      areas.append(
        ProfessionalArea(level: "cpts", code: cpts.id.text, name: cpts.name, counts: own))
      let cells = measure.cells(partsOfCPTS[Index(index)])
      let all = zip(cells, answer.shared(by: cells.map { $0.weight })).filter {
        $0.0.place.isStudied
      }
      let (places, shares) = (all.map { $0.0.place }, all.map { $0.1 })
      Self.add(shares, by: places.map { $0.department }, to: &departments)
      Self.add(shares, by: places.map { $0.region }, to: &regions)
      if let first = shares.first { national.add(shares.dropFirst().reduce(first, +)) }
    }
    areas += Self.level("departement", departments, AdministrativeNames.departments)
    areas += Self.level("region", regions, AdministrativeNames.regions)
    areas.append(
      ProfessionalArea(
        level: units.area.level, code: units.area.code, name: units.area.name, counts: national))
    return areas
  }

  private struct Place: Hashable {
    let region: String
    let department: String
    var isStudied = true
  }

  /// Where a CPTS lies, with what its counts are shared out by: its people in each place; the number
  /// of its parts there where it has no people; one place without a name where it has no territory.
  private func cells(_ parts: ArraySlice<Index<Part>>) -> [(place: Place, weight: Double)] {
    var found: [Place: (people: Int, parts: Int)] = [:]
    var named = NamedUnits()
    for part in parts { named.add(territories.parts[part]) }
    let units = Set(named.units)
    for part in parts.lazy.map({ territories.parts[$0] }) where units.contains(part.unit) {
      let unit = self.units[part.unit]
      let place = Place(
        region: unit.region, department: unit.department, isStudied: part.isStudied)
      found[place, default: (0, 0)].people += part.population
      found[place, default: (0, 0)].parts += 1
    }
    guard !found.isEmpty else { return [(Place(region: "", department: ""), 1)] }
    let hasPeople = found.values.contains { $0.people > 0 }
    func order(_ place: Place) -> (String, String, Int) {
      (place.region, place.department, place.isStudied ? 0 : 1)
    }
    return found.sorted { order($0.key) < order($1.key) }
      .map { ($0.key, Double(hasPeople ? $0.value.people : $0.value.parts)) }
  }

  private static func add(
    _ shares: [Headcounts.Answer], by codes: [String], to areas: inout [String: Headcounts]
  ) {
    let ofCode = Dictionary(zip(codes, shares), uniquingKeysWith: +)
    for (code, share) in ofCode { areas[code, default: Headcounts()].add(share) }
  }

  private static func level(
    _ name: String, _ areas: [String: Headcounts], _ names: [String: String]
  ) -> [ProfessionalArea] {
    areas.sorted { $0.key < $1.key }.map { code, counts in
      ProfessionalArea(
        level: name, code: code, name: code.isEmpty ? "non renseigné" : names[code] ?? "",
        counts: counts)
    }
  }
}
