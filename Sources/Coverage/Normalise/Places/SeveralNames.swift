/// Names of several communes beside one code: `15014;Aurillac, Arpajon-sur-Cère, Ayrens`.
struct SeveralNames {
  /// Communes named beside that of the code.
  let others: [UnitCode]
  /// Whether that of the code is one of several, and each name is of one commune alone.
  let areSure: Bool

  /// Whether a text has a sign that separates names.
  static func mayBe(_ text: String) -> Bool {
    (0...3).contains { PlaceText.parts(text, rank: $0).count > 1 }
  }

  /// Nil where the text names no commune but that of the code.
  ///
  /// - Parameters:
  ///   - isDivided: whether a sign separates the names that is in no name: `Bayonne / Baiona` is one
  ///     commune in two languages.
  ///   - isOwn: whether a code is that of the row, or of a part of its commune.
  init?(_ readings: [PlaceReading], isDivided: Bool, isOwn: (UnitCode) -> Bool) {
    // `Aurillac, Cantal` says where it lies.
    let readings = readings.filter { UnitCodeColumns.departments($0.text).isEmpty || $0.isFound }
    let found = readings.compactMap { reading -> UnitCode? in
      guard case .found(let place) = reading, !place.isGroup, place.codes.count == 1 else {
        return nil
      }
      return place.codes[0]
    }
    var seen: Set<UnitCode> = []
    others = found.filter { !isOwn($0) && seen.insert($0).inserted }
    guard readings.count > 1, !found.isEmpty,
      !others.isEmpty || isDivided && found.count < readings.count
    else { return nil }
    areSure = found.count == readings.count && found.contains(where: isOwn)
  }

  func anomaly(_ row: Membership) -> Anomaly {
    let shown = ShownName.shortened(row.hint.name.split { $0.isNewline }.joined(separator: " "))
    let codes = ShownName.list(others.map(\.text), most: 12)
    return Anomaly(
      .warning, .communesInCell, file: row.file, line: row.line, object: row.cpts.text,
      finding: Wording(
        fr: "plusieurs noms de communes à côté d’un seul code, \(row.code) : « \(shown) »",
        en: "several names of communes beside one code, \(row.code): “\(shown)”"),
      treatment: areSure
        ? Wording(
          fr:
            "toutes comptent, chaque nom étant d’une seule commune du département : \(codes) en plus ; "
            + "si le code seul est voulu, ôtez les autres noms",
          en:
            "all count, each name being of one commune of the department: \(codes) besides; if the "
            + "code alone is meant, take the other names out")
        : Wording(
          fr: "le code seul compte ; donnez une ligne à chaque commune, avec son code",
          en: "the code alone counts; give each commune a row, with its code"))
  }
}
