/// People whom two CPTS of two senders have.
struct SharedGround {
  struct Pair {
    /// Places among the CPTS, the lower first.
    let first, second: Int
    var people = 0
    var units: Set<Index<Unit>> = []
  }

  /// By the first CPTS, then the second.
  let pairs: [Pair]

  /// - Parameter territories: of the CPTS, in their order by id.
  /// - Complexity: O(parts + pairs of each covering).
  /// - Throws: where there are more pairs than the run may hold.
  init(
    _ cpts: [ConsolidatedCPTS], _ territories: Territories, _ units: StudyUnits,
    _ bounds: StudyBounds
  ) throws(InputFault) {
    let place = Dictionary(
      uniqueKeysWithValues: cpts.enumerated().map { ($1.id, $0) })
    let owners = territories.cpts.map { place[$0.id] ?? 0 }
    let wanted = territories.coverings.mapped { covering in
      Set(covering.map { cpts[owners[Int($0)]].territorySender }).count > 1 ? covering : []
    }
    let count = OverlapCount(territories, wanted, upTo: bounds.overlaps)
    guard count.bytes <= bounds.overlaps else { throw Self.tooMany(count.pairs, bounds) }
    var found: [SIMD2<Int>: Pair] = [:]
    let days = ClaimedDays(cpts, units)
    for part in territories.parts {
      let covering = wanted[part.covering].map { owners[Int($0)] }
      for (index, one) in covering.enumerated() {
        for other in covering[(index + 1)...]
        where cpts[one].territorySender != cpts[other].territorySender {
          let (first, second) = (min(one, other), max(one, other))
          guard days.meet(first, second, in: part.unit) else { continue }
          var pair = found[[first, second]] ?? Pair(first: first, second: second)
          pair.people += part.population
          pair.units.insert(part.unit)
          found[[first, second]] = pair
        }
      }
    }
    pairs = found.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private static func tooMany(_ count: Int, _ bounds: StudyBounds) -> InputFault {
    let bound = bounds.memoryInWords
    return InputFault(
      path: "",
      problem: Wording(
        fr: "\(count) paires de CPTS ou plus se partagent des communes d’un expéditeur à l’autre : "
          + "plus que n’en tient la borne de \(bound.french)",
        en: "\(count) pairs of CPTS or more share communes from sender to sender: more than the "
          + "bound of \(bound.english) holds"),
      cure: StudyBounds.cure)
  }
}

extension SharedGround.Pair {
  /// What a person must decide of the pair.
  func arbitration(
    _ cpts: [ConsolidatedCPTS], _ senders: [Sender], _ units: StudyUnits
  ) -> Arbitration {
    let both = [cpts[first], cpts[second]].sorted { $0.key < $1.key }
    let codes = self.units.sorted().map { units[$0].code.text }
    let names =
      self.units.sorted().prefix(6).map { "\(units[$0].code) \(units[$0].name)" }
      .joined(separator: ", ") + (codes.count > 6 ? "…" : "")
    let titles = both.map { "« \($0.title) » (\($0.territoryPlace.text))" }
    let english = both.map { "“\($0.title)” (\($0.territoryPlace.text))" }
    let (few, many) = (
      codes.count.inFrench("commune", "communes"), codes.count.inEnglish("commune", "communes")
    )
    return Arbitration(
      .claimedTwice, both.map(\.key),
      choices: both.map { cpts in
        let member = cpts.members.first { $0.sender == cpts.territorySender } ?? cpts.members[0]
        return .init(member, at: cpts.territoryPlace, senders)
      } + [.both],
      kept: .both, .none, people: people, communes: codes,
      finding: Wording(
        fr: "\(few) de \(titles.joined(separator: " et de ")) : \(names)",
        en: "\(many) of \(english.joined(separator: " and of ")): \(names)"))
  }
}

extension ConsolidatedCPTS {
  /// Where its territory begins in the lists.
  var territoryPlace: SourcePlace { communes.first?.place ?? place }

  /// Takes units away that somebody decided are of another CPTS: its rows that lie in them, where the other has
  /// the whole unit or the same part of it.
  mutating func give(_ given: Set<Index<Unit>>, to other: ConsolidatedCPTS, _ units: StudyUnits) {
    let theirs = Set(other.communes.map(\.code))
    communes = communes.flatMap { row -> [ClaimedCommune] in
      let places = units.places(of: row.code)
      guard places.contains(where: { given.contains($0) }) else { return [row] }
      let rivals = other.communes.filter {
        !units.places(of: $0.code).allSatisfy { !places.contains($0) }
      }
      guard rivals.contains(where: { $0.span.meets(row.span) }) else { return [row] }
      if places.count == 1 {
        let isPart = units.delegated[row.code] != nil && units.index[row.code] == nil
        let unit = units[places[0]]
        let city = units.communes[Int(unit.commune)].code
        let isTheirs =
          !isPart || theirs.contains(row.code) || theirs.contains(unit.code)
          || theirs.contains(city)
        return isTheirs ? [] : [row]
      }
      // The rest of a city stays.
      return places.filter { !given.contains($0) }.map {
        ClaimedCommune(
          code: units[$0].code, share: row.share, span: row.span, place: row.place,
          sender: row.sender)
      }
    }
  }
}

extension StudyUnits {
  /// The units that a code means, or lies in.
  func places(of code: UnitCode) -> [Index<Unit>] {
    if let unit = index[code] { return [unit] }
    if let city = cities[code] { return communes[Int(city)].units }
    let unit = delegated[code]?.unit ?? CityWithDistricts.city(of: code).flatMap { index[$0] }
    return unit.map { [$0] } ?? []
  }
}
