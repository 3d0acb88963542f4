// What stands beside the code of a commune and is not its name.

extension PlaceReader {
  /// As `checked` for each; a sign sets all aside at once.
  mutating func checked(_ readings: [PlaceReading], in text: String) -> [PlaceReading] {
    if readings.contains(where: \.isFound), let sign = doubtfulSign(in: text) {
      return [.refused(text, .mark(String(sign)))]
    }
    return readings.map { checked($0, in: text, isAlone: readings.count == 1) }
  }

  /// A place that was found, unless a sign or a note beside it may change what is meant.
  private mutating func checked(
    _ reading: PlaceReading, in text: String, isAlone: Bool
  ) -> PlaceReading {
    guard case .found(let place) = reading else { return reading }
    switch place.way {
    case .name:
      let bare = trimmedSpace(text)
      if PlaceText.isEnclosed(bare) {
        return .refused(text, .mark(bare.first == "(" ? "( )" : "[ ]"))
      }
      return bare.dropFirst().contains("*") ? .refused(text, .mark("*")) : reading
    case .code:
      guard let code = place.codes.first, let note = note(in: place.name, beside: code) else {
        return reading
      }
      return .refused(
        isAlone ? text : "\(code) \(place.name)", .note(code: code.text, note: note))
    case .group:
      guard let note = groupNote(place) else { return reading }
      return .refused(isAlone ? text : place.text, note)
    }
  }

  /// What of the words beside a code is neither the name of a commune nor where it lies; nil where nothing is.
  ///
  /// - Parameter isColumn: whether they are a column of their own, which may be one of other names.
  /// - Complexity: O(length), and the names of the units once.
  mutating func note(
    in text: String, beside code: UnitCode, isColumn: Bool = false
  ) -> String? {
    guard !text.isEmpty, !isName(text, of: code), names.places(of: text).isEmpty else { return nil }
    let known = units.place(of: code)
    let own = Set(Self.words(known?.name ?? ""))
    let all = Self.words(text)
    let isNamed = !own.isEmpty && own.isSubset(of: all)
    var left = unexplained(all.filter { !isNamed || !own.contains($0) }, code)
    if isNamed { left = NoteWords.withoutCounts(left, isNumbered: left.first == all.first) }
    let isCity = CityWithDistricts.city(of: code) != nil || units.cities[code] != nil
    let shown = ShownName.shortened(text)
    if left.isEmpty {
      return !isNamed && !isColumn && !isCity && NoteWords.sayGroup(all) ? shown : nil
    }
    if left.contains(where: { NoteWords.isLimit($0) && (isNamed || !isColumn || $0 != "cpts") })
      || NoteWords.sayPart(left, isNamed: isNamed)
      || !isCity && left.contains(where: { $0.utf8.contains(where: isDigit) })
    {
      return shown
    }
    // `Bayonne / Baiona` is one commune in two languages.
    let isTwice = text.split(separator: "/").contains {
      isName(PlaceText.trimmed(String($0)), of: code)
    }
    if isCity || isTwice || own.isEmpty || isColumn && !isNamed { return nil }
    // `Aurillac (CC du Pays)`: an EPCI whose name nothing tells is none that contradicts.
    if NoteWords.nameGroup(left) { return nil }
    // `Saint-Jean-le-Vieux` may be what `Saint-Jean` was called.
    if isNamed, !text.contains(where: { "([:;,".contains($0) }) { return nil }
    return left.contains { vocabulary.contains($0) } ? nil : shown
  }

  /// Words without those that announce codes and those of the department, its number and the EPCI.
  private func unexplained(_ words: [String], _ code: UnitCode) -> [String] {
    var left = words
    let department = units.place(of: code)?.department ?? ""
    let group = units.index[code].map { units[$0].intercommunality } ?? ""
    let groups = [
      AdministrativeNames.departments[department] ?? "", department, group,
      units.intercommunalityNames[group] ?? "",
    ]
    for group in groups + AdministrativeNames.regions.values {
      let names = Set(folded(group).split(separator: "_").map(String.init))
      if !names.isEmpty, names.isSubset(of: left) { left.removeAll(where: names.contains) }
    }
    return left.filter { !NoteWords.harmless.contains($0) }
  }

  static func words(_ name: String) -> [String] {
    placeName(name).split(separator: "_").map(String.init)
  }

  /// `Non retenues : Ayrens, Carlat`: what follows a denial may be meant by it.
  func afterDenials(_ readings: [PlaceReading]) -> [PlaceReading] {
    var denial: String?
    return readings.map { reading in
      switch reading {
      case .refused(let text, _), .unknown(let text):
        if NoteWords.begin(text) { denial = denial ?? text }
        return reading
      case .found(let place):
        return denial.map { .refused(place.text, .after($0)) } ?? reading
      case .doubtful: return reading
      }
    }
  }
}
