// Names with a code or a department beside them, in one cell.

extension PlaceReader {
  mutating func sirenGroup(_ text: String) -> PlaceReading? {
    let plain = text.filter { !$0.isWhitespace }
    guard isWritten(plain, like: "000000000") else { return nil }
    let found = groups(plain, "epci", isMeant: false)
    return found.isEmpty ? nil : settled(text, found)
  }

  /// `241500230 - CA du Bassin d'Aurillac`, `Cantal (15)`: a group with both its code and its name.
  mutating func labelledGroup(_ text: String, _ names: [String]) -> PlaceReading? {
    let places = WrittenPlace.all(in: text)
    guard places.count == 1, let written = places.first, !written.name.isEmpty else { return nil }
    let code = written.code.isEmpty ? written.department : written.code
    let number = code.isEmpty ? Self.number(in: text) : code
    guard let number else { return nil }
    let name = written.code.isEmpty && written.department.isEmpty ? text : written.name
    var found: [FoundPlace] = []
    for level in names {
      for column in levels.levels(level) {
        for group in column.groups(number, isMeant: true)
        where column.isName(name, of: group) || !column.hasNames {
          var place = self.group(text, group, column)
          // Where nothing tells its name, what stands beside its code may be another place.
          if !column.isName(name, of: group) { place.name = name }
          found.append(place)
        }
      }
    }
    return found.isEmpty ? nil : settled(text, found)
  }

  /// The one number of a text that is as long as the code of a canton.
  private static func number(in text: String) -> String? {
    let numbers = text.split { !$0.isNumber }.map { String($0) }
    let long = numbers.filter { $0.utf8.count == 4 }
    return long.count == 1 ? long[0] : nil
  }

  mutating func label(_ text: String, _ context: Context) -> [PlaceReading] {
    let places = WrittenPlace.all(in: text)
    if places.count == 2, let only = onlyNamed(places, text) { return [only] }
    if places.count == 1 {
      return [labelled(places[0], text, context)].compactMap { $0.map { decorated($0, text) } }
    }
    return places.compactMap { place in
      labelled(place, place.name.isEmpty ? place.code : "\(place.name) \(place.code)", context)
    }
  }

  /// A code that stands alone among signs and words: that these were left out is told.
  private func decorated(_ reading: PlaceReading, _ text: String) -> PlaceReading {
    guard case .found(let place) = reading, case .code(let spelling) = place.way,
      place.name.isEmpty, place.text != text
    else { return reading }
    return .found(FoundPlace(text: text, way: .code(spelling.asDecorated), codes: place.codes))
  }

  /// Of two codes with one name between them, that of the name: the other is the postal code.
  private func onlyNamed(_ places: [WrittenPlace], _ text: String) -> PlaceReading? {
    let names = places.map(\.name).filter { !$0.isEmpty }
    guard names.count == 1 else { return nil }
    let fitting = places.filter { isName(names[0], of: UnitCode($0.code)) }
    guard fitting.count == 1,
      let spelling = CodeSpelling(fitting[0].code, isKnown: { units.isKnown($0) })
    else { return .doubtful(text, choices: places.map(\.code)) }
    return .found(
      FoundPlace(text: text, way: .code(spelling), codes: [spelling.code], name: names[0]))
  }

  private mutating func labelled(
    _ written: WrittenPlace, _ text: String, _ context: Context
  ) -> PlaceReading? {
    var context = context
    let shown = written.name.isEmpty ? written.code : written.name
    if !written.code.isEmpty {
      if isWritten(written.code, like: "000000000") {
        if let group = labelledGroup(text, ["epci"]) { return group }
        guard case .found(var group)? = sirenGroup(written.code) else { return .unknown(text) }
        group.name = written.name
        return .found(group)
      }
      let code = UnitCode(written.code)
      let isPostal =
        !written.name.isEmpty && !isName(written.name, of: code)
        && (context.hasPostalCodes || (!units.isKnown(code) && PostalCodes.mayBe(written.code)))
      guard isPostal else {
        guard
          let spelling = CodeSpelling(
            written.code, isKnown: { units.isKnown($0) || isFormer($0) })
            ?? CodeSpelling(written.code, isKnown: { _ in true })
        else { return nil }
        return .found(
          FoundPlace(
            text: shown, way: .code(spelling), codes: [spelling.code], name: written.name))
      }
      context.departments = PostalCodes.departments(of: written.code)
    } else if !written.postal.isEmpty {
      context.departments = PostalCodes.departments(of: written.postal)
    } else if !written.department.isEmpty {
      if context.scope != .communes, let group = labelledGroup(text, ["departement", "region"]) {
        return group
      }
      context.departments = UnitCodeColumns.departments(written.department)
    } else if let place = Self.qualified(text) {
      if context.scope != .communes, let group = labelledGroup(text, levels.names) { return group }
      return named(place.name, in: place.departments, context)
    } else {
      return nil
    }
    if written.name.isEmpty { return .unknown(text) }
    let reading = named(written.name, in: context.departments, context)
    if case .doubtful(_, let choices) = reading, !written.department.isEmpty,
      names.places(of: written.name, in: context.departments).isEmpty
    {
      return .refused(text, .department(written.department, choices: choices))
    }
    return reading
  }

  mutating func named(
    _ name: String, in departments: Set<String>, _ context: Context
  ) -> PlaceReading {
    var context = context
    context.departments = departments
    let found = communes(named: name, context)
    if !found.isEmpty { return settled(name, found) }
    context.departments = []
    let elsewhere = communes(named: name, context)
    return elsewhere.isEmpty
      ? .unknown(name) : .doubtful(name, choices: elsewhere.map { shown($0) })
  }

  /// A name with the name of a department in brackets: `Saint-Denis (Seine-Saint-Denis)`.
  private static func qualified(_ text: String) -> (name: String, departments: Set<String>)? {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
    let departments = UnitCodeColumns.departments(
      String(text[text.index(after: open)...].dropLast()))
    let name = PlaceText.trimmed(String(text[..<open]))
    return departments.isEmpty || name.isEmpty ? nil : (name, departments)
  }
}
