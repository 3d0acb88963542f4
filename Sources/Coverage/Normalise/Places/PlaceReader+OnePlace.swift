// What one text means as a whole.

extension PlaceReader {
  /// What a text means as a whole; empty where it means nothing so.
  mutating func whole(_ text: String, _ context: Context) -> [PlaceReading] {
    if let doubt = CodeDoubt.signed(text) { return [.refused(text, doubt)] }
    if case .level(let level) = context.scope {
      let candidates = groups(text, level, isMeant: true)
      if !candidates.isEmpty { return [settled(text, candidates)] }
      if let reading = labelledGroup(text, [level]) { return [reading] }
      let codes = WrittenPlace.all(in: text)
      if codes.count > 1, codes.allSatisfy({ $0.name.isEmpty }) {
        return codes.map { code in
          let found = groups(code.code, level, isMeant: true)
          return found.isEmpty ? .unknown(code.code) : settled(code.code, found)
        }
      }
      // A column of groups may name a commune that is alone.
      return communesAlone(text, context)
    }
    let candidates = candidates(text, context)
    if !candidates.isEmpty { return [settled(text, candidates)] }
    if let number = sirenGroup(text) { return [number] }
    if let doubt = CodeDoubt.decimals(text) { return [.refused(text, doubt)] }
    guard !PlaceText.isDivided(text) else { return [] }
    if let doubt = CodeDoubt(text) { return [.refused(text, doubt)] }
    return label(text, context)
  }

  private mutating func communesAlone(_ text: String, _ context: Context) -> [PlaceReading] {
    guard
      let spelling = CodeSpelling(text, isKnown: { units.isKnown($0) }),
      spelling.damage.isEmpty
    else { return [] }
    return [.found(FoundPlace(text: text, way: .code(spelling), codes: [spelling.code]))]
  }

  /// All that a text without a code beside it may be.
  mutating func candidates(_ text: String, _ context: Context) -> [FoundPlace] {
    var found: [FoundPlace] = []
    if let spelling = CodeSpelling(text, isKnown: { units.isKnown($0) || isFormer($0) }) {
      let place = FoundPlace(text: text, way: .code(spelling), codes: [spelling.code])
      if spelling.damage.isEmpty { return [place] }
      found.append(place)
    } else {
      found += communes(named: text, context)
    }
    if let level = GroupName.level(of: text) {
      return found + groups(text, level, isMeant: true)
    }
    if case .any(let isCode) = context.scope {
      // A bassin de vie or a canton has the name of its commune, which is meant.
      let known = found.isEmpty ? levels.names : PlaceLevels.ofEverybody
      for level in known where Self.mayName(text, level, isCode: isCode) {
        found += groups(text, level, isMeant: false)
      }
    }
    return found
  }

  /// Whether a text may name a group without saying of which level: numbers of one or two digits are
  /// classes and ranks as well.
  private static func mayName(_ text: String, _ level: String, isCode: Bool) -> Bool {
    let isNumber = text.utf8.allSatisfy(isDigit)
    if isCode { return isNumber && text.utf8.count == 4 }
    return !isNumber || text.utf8.count >= 4 || level == "departement" || level == "region"
  }

  mutating func communes(named name: String, _ context: Context) -> [FoundPlace] {
    var codes = names.places(of: name, in: context.departments)
    let words = folded(name).split(separator: "_")
    if codes.isEmpty, words.count > 2, words[0] == "commune" {
      // `Commune de Pleaux`, `commune d'Ally`.
      let rest = words.dropFirst(["de", "d", "du", "des"].contains(words[1]) ? 2 : 1)
      codes = names.places(of: rest.joined(separator: " "), in: context.departments)
    }
    return codes.map { FoundPlace(text: name, way: .name, codes: [$0]) }
  }

  mutating func groups(_ text: String, _ level: String, isMeant: Bool) -> [FoundPlace] {
    levels.levels(level).flatMap { column in
      column.groups(text, isMeant: isMeant).map { group(text, $0, column) }
    }
  }

  func group(_ text: String, _ code: String, _ level: PlaceLevel) -> FoundPlace {
    FoundPlace(
      text: text, way: .group(level: level.title, shown: level.shown(code)),
      codes: level.units(of: code).map { units[$0].code })
  }

  /// The only thing that a text may be, or the choices.
  func settled(_ text: String, _ candidates: [FoundPlace]) -> PlaceReading {
    var different: [FoundPlace] = []
    for place in candidates
    where !different.contains(where: { unitCodes(of: $0) == unitCodes(of: place) }) {
      different.append(place)
    }
    if different.count == 1 { return .found(different[0]) }
    return .doubtful(text, choices: different.map { shown($0) })
  }

  private func unitCodes(of place: FoundPlace) -> [UnitCode] {
    place.codes.flatMap { code in
      units.cities[code].map { units.communes[Int($0)].units.map { units[$0].code } } ?? [code]
    }
  }

  func shown(_ place: FoundPlace) -> String {
    if case .group(let level, let shown) = place.way { return "\(level) \(shown)" }
    return place.codes.map { code in
      guard let known = units.place(of: code) else { return code.text }
      let department = AdministrativeNames.departments[known.department] ?? known.department
      return "\(code) \(known.name)" + (department.isEmpty ? "" : " (\(department))")
    }.joined(separator: ", ")
  }
}
