/// Reads what a list says of a territory as communes of the units, where it is no plain code.
///
/// What may be read in two ways is never chosen: the choices are named.
struct PlaceReader {
  let units: StudyUnits
  let isFormer: (UnitCode) -> Bool
  /// Made when a name is first looked for.
  private(set) lazy var names = PlaceNames(units)
  /// The telling words of all these names.
  private(set) lazy var vocabulary = names.words
  var levels: PlaceLevels

  /// - Parameters:
  ///   - isFormer: whether a code was that of a commune of another year.
  ///   - table: the units' own file, if its columns may be asked for.
  init(_ units: StudyUnits, isFormer: @escaping (UnitCode) -> Bool, table: FeatureTable? = nil) {
    self.units = units
    self.isFormer = isFormer
    levels = PlaceLevels(units, table)
  }

  /// What else a row and its file say of the places of a cell.
  struct Context {
    var scope = PlaceScope.communes
    /// Where names are looked for; none for everywhere.
    var departments: Set<String> = []
    /// Whether codes beside names are postal codes in that column.
    var hasPostalCodes = false
  }

  /// The places of a cell, in its order.
  ///
  /// - Complexity: O(length × separators), and the units once.
  mutating func read(_ text: String, _ context: Context) -> [PlaceReading] {
    if case .formula = SpoiledText(text) { return [.unknown(text)] }
    if PlaceText.saysPart(text), candidates(text, context).isEmpty {
      return [.refused(text, .part)]
    }
    return withoutContaining(read(text, context, from: 0))
  }

  private mutating func read(
    _ text: String, _ context: Context, from rank: Int
  ) -> [PlaceReading] {
    let whole = whole(text, context)
    let isSettled = whole.allSatisfy { !$0.isUnknown } && !isDoubtfulLabel(whole)
    if !whole.isEmpty, isSettled { return checked(whole, in: text) }
    if PlaceText.addsAndTakes(text) { return [.refused(text, .mark("-"))] }
    for rank in rank..<max(rank, PlaceText.separators.count) {
      let parts = PlaceText.parts(text, rank: rank)
      // `15014 - Aurillac` is no list: one part is the code of the other.
      // `15014 + Ytrac` is one, where the name is another place's.
      let isList = rank >= PlaceText.firstWeak && PlaceText.adds(text, rank: rank)
      guard parts.count > 1, whole.isEmpty || isList || parts.allSatisfy(Self.hasName)
      else { continue }
      let readings = afterDenials(
        namesWithCodes(
          parts.flatMap { part in
            PlaceText.sign(of: part, among: parts).map { [.refused(part, .mark($0))] }
              ?? read(part, context, from: rank + 1)
          }))
      let unknown = readings.count { $0.isUnknown }
      let isAccepted = rank < PlaceText.firstWeak ? unknown * 2 <= readings.count : unknown == 0
      if isAccepted { return readings }
      if rank < PlaceText.firstWeak { break }
    }
    return whole.isEmpty ? [unknown(text, context)] : checked(whole, in: text)
  }

  private static func hasName(_ text: String) -> Bool {
    WrittenPlace.all(in: text).contains { !$0.name.isEmpty }
  }

  /// `15014, Aurillac` is one place: a name beside the code of its commune is no second one.
  private func namesWithCodes(_ readings: [PlaceReading]) -> [PlaceReading] {
    var result = readings
    var isName = [Bool](repeating: false, count: readings.count)
    for index in readings.indices {
      guard case .found(var place) = readings[index], case .code = place.way, place.name.isEmpty,
        let code = place.codes.first
      else { continue }
      for other in [index + 1, index - 1] where readings.indices.contains(other) && !isName[other] {
        guard readings[other].text != place.text, self.isName(readings[other].text, of: code) else {
          continue
        }
        isName[other] = true
        place.name = readings[other].text
        result[index] = .found(place)
        break
      }
    }
    return result.indices.filter { !isName[$0] }.map { result[$0] }
  }

  /// A text that means nothing where it was looked for: it may be the name of places elsewhere.
  private mutating func unknown(_ text: String, _ context: Context) -> PlaceReading {
    guard !context.departments.isEmpty, context.scope == .communes else { return .unknown(text) }
    return named(text, in: context.departments, context)
  }

  /// A code with a name that is not that of its commune: the text may name others.
  private func isDoubtfulLabel(_ readings: [PlaceReading]) -> Bool {
    readings.contains { reading in
      guard case .found(let place) = reading, !place.name.isEmpty else { return false }
      // The name beside the code of a group may be one of its own, or another place.
      return place.isGroup || !place.codes.contains { isName(place.name, of: $0) }
    }
  }

  func isName(_ name: String, of code: UnitCode) -> Bool {
    units.place(of: code).map { placeName($0.name) == placeName(name) } ?? false
  }

  /// `Aurillac, Cantal` is one commune and where it lies, or a commune and a whole department.
  ///
  /// - Complexity: O(readings + communes of the groups, each once).
  private func withoutContaining(_ readings: [PlaceReading]) -> [PlaceReading] {
    let places = readings.compactMap { reading -> FoundPlace? in
      if case .found(let place) = reading { place } else { nil }
    }
    guard readings.count > 1, places.contains(where: { $0.isGroup }) else { return readings }
    var smallest: [UnitCode: FoundPlace] = [:]
    for place in places {
      guard let first = place.codes.first else { continue }
      if let other = smallest[first], other.codes.count <= place.codes.count { continue }
      smallest[first] = place
    }
    var insideOf: [String: FoundPlace?] = [:]
    return readings.map { reading in
      guard case .found(let group) = reading, group.isGroup else { return reading }
      let shown = shown(group)
      if insideOf[shown] == nil {
        let codes = Set(group.codes)
        insideOf[shown] = .some(
          group.codes.lazy.compactMap { smallest[$0] }.first { place in
            place.codes.count < codes.count && codes.isSuperset(of: place.codes)
          })
      }
      guard let place = insideOf[shown] ?? nil else { return reading }
      return .doubtful(group.text, choices: [shown, self.shown(place)])
    }
  }
}
