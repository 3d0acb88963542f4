/// What the values of a column of a list look like, where nothing uses it.
enum ColumnContent {
  case drawings, binaryDrawings, points, dates, shares, answers, stages, codes, postalCodes,
    partsOfCommunes,
    intercommunalities, identifiers, names, places

  /// - Parameter isName: asked last, as it needs the names of all units.
  /// - Returns: nil where no more than half of the values look like one thing.
  init?(
    _ column: UnusedColumn, _ units: StudyUnits, _ epci: Set<String>, isName: (String) -> Bool
  ) {
    func mostly(_ holds: (String) -> Bool) -> Bool {
      !column.values.isEmpty && 2 * column.values.count(where: holds) > column.values.count
    }
    func isCode(_ text: String) -> Bool {
      CodeSpelling(text, isKnown: { units.index[$0] != nil || units.cities[$0] != nil }) != nil
    }
    func isPart(_ text: String) -> Bool {
      text.utf8.count == 9 && units.index[UnitCode(String(text.prefix(5)))] != nil
    }
    func isList(_ text: String) -> Bool {
      let parts = PlaceText.allParts(text)
      return parts.count > 1 && 2 * parts.count { isCode($0) || isName($0) } > parts.count
    }
    if mostly(Self.isDrawing) {
      self = .drawings
    } else if mostly(Self.isBinaryDrawing) {
      self = .binaryDrawings
    } else if mostly(WrittenPoint.isPoint)
      || WrittenPoint.isCoordinate(column.name) && mostly(WrittenPoint.isDecimal)
    {
      self = .points
    } else if mostly(CPTSYears.hasDay) {
      self = .dates
    } else if !mostly(isPart), ShareColumn.isOne(column) {
      self = .shares
    } else if Self.areAnswers(column) {
      self = .answers
    } else if mostly(StatedStage.isInWords), column.values.contains(where: Self.isReached) {
      self = .stages
    } else if PostalCodes.endingInZero(Set(column.values)) != nil {
      self = .postalCodes
    } else if mostly(isCode) {
      self = .codes
    } else if mostly(isPart) {
      self = .partsOfCommunes
    } else if mostly(epci.contains) {
      self = .intercommunalities
    } else if mostly(Self.isIdentifier) {
      self = .identifiers
    } else if mostly(isName) {
      self = .names
    } else if mostly({ isList($0) || isCode($0) || isName($0) }) {
      self = .places
    } else {
      return nil
    }
  }

  /// Whether a text is a stage: “non” under a stage is none of its own.
  private static func isReached(_ text: String) -> Bool {
    yesOrNo(text) == nil && StatedStage(text).map { $0.stage != .none } ?? false
  }

  private static func isDrawing(_ text: String) -> Bool {
    let begin = text.prefix(40).uppercased()
    return ["POINT", "LINESTRING", "POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "SRID="]
      .contains {
        begin.hasPrefix($0)
      } || (begin.hasPrefix("{") && begin.contains("\"TYPE\""))
  }

  /// Well-known binary in hexadecimal, as PostGIS shows geometries: the order of bytes, then a type.
  private static func isBinaryDrawing(_ text: String) -> Bool {
    let begin = text.prefix(10)
    return text.utf8.count >= 18 && (begin.hasPrefix("01") || begin.hasPrefix("00"))
      && text.utf8.count.isMultiple(of: 2) && text.utf8.allSatisfy(isHexadecimal)
      && begin.dropFirst(2).contains { "1234567".contains($0) } && begin.contains("000")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Nine digits, or fourteen, whose last holds the others (Luhn), as SIREN, SIRET and FINESS numbers of
  /// structures have.
  private static func isIdentifier(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }.map { Int($0) - 48 }
    guard [9, 14].contains(digits.count), digits.allSatisfy((0...9).contains) else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let twice = digit.offset % 2 == 1 ? 2 * digit.element : digit.element
      return sum + (twice > 9 ? twice - 9 : twice)
    }
    return sum % 10 == 0
  }

  var givesTerritory: Bool {
    switch self {
    case .drawings, .binaryDrawings, .codes, .postalCodes, .partsOfCommunes, .intercommunalities,
      .names, .places:
      true
    case .points, .dates, .shares, .answers, .stages, .identifiers: false
    }
  }
}

// MARK: Answers

extension ColumnContent {
  /// Words for what counts and what does not.
  private static let words: Set<String> = [
    "oui", "non", "o", "n", "vrai", "faux", "true", "false", "yes", "no", "y", "x", "ok", "actif",
    "active", "inactif", "inactive", "inclus", "incluse", "exclu", "exclue", "exclus", "retenu",
    "retenue", "ecarte", "ecartee", "retire", "retiree", "sorti", "sortie", "dissous", "dissoute",
    "ferme", "fermee", "clos", "close", "suspendu", "suspendue", "radie", "radiee",
  ]
  private static let signs: Set<String> = ["✓", "✔", "✗", "✘", "☑", "☒", "☐"]
  /// Zeros and ones under these names count something.
  private static let counts: Set<String> = [
    "nombre", "effectif", "total", "rang", "ordre", "numero", "part", "taux", "niveau",
    "population",
    "annee", "version",
  ]

  /// Whether a column says of rows, by yes and no, something that does not hold for all.
  fileprivate static func areAnswers(_ column: UnusedColumn) -> Bool {
    let values = Set(column.values.map { signs.contains($0) ? $0 : folded($0) })
    guard !values.isEmpty, values.count > 1 || !column.isEverywhere else { return false }
    let answers = column.values.count { words.contains(folded($0)) || signs.contains($0) }
    if 2 * answers > column.values.count { return true }
    return column.values.allSatisfy { $0 == "0" || $0 == "1" }
      && counts.isDisjoint(with: HeaderName(column.name).words)
  }
}

/// Names of columns that say what does not belong: `Communes exclues`, `Sauf`, `Hors territoire`.
enum ExclusionName {
  private static let beginnings = ["exclu", "except", "retire", "sorti", "ecarte", "enleve"]
  private static let words: Set<String> = ["sauf", "hors", "non"]

  static func isSaid(by name: String) -> Bool {
    folded(name).split(separator: "_").contains { word in
      words.contains(String(word)) || beginnings.contains { word.hasPrefix($0) }
    }
  }

  /// - Throws: where the user names such a column as that of territories.
  static func refuse(
    _ fields: FieldMap, _ rows: some AttributeRows, _ named: [FieldRole: String]
  ) throws(InputFault) {
    for role in [FieldRole.unitCode, .unitName, .territory] {
      guard let name = named[role], let column = fields[role], isSaid(by: name),
        folded(rows.header[column]) == folded(name)
      else { continue }
      throw InputFault(
        path: rows.path, line: 1,
        problem: Wording(
          fr:
            "--map-column \(role.rawValue)=\(name) : cette colonne dit, par son nom, ce qui n’est pas "
            + "du territoire",
          en:
            "--map-column \(role.rawValue)=\(name): by its name, this column says what is not of the "
            + "territory"),
        cure: Wording(
          fr: "donnez la colonne des communes couvertes ; si c’est bien elle, renommez-la",
          en: "give the column of the communes that are covered; if this is the one, rename it"))
    }
  }
}

/// A place on the ground in one cell or two, which is no territory: `45.1, 2.3`.
enum WrittenPoint {
  private static let names: Set<String> = [
    "lat", "latitude", "lon", "lng", "long", "longitude", "x", "y", "coordx", "coordy", "xcoord",
    "ycoord", "coord", "coordonnee", "coordonnees", "point", "gps", "easting", "northing",
  ]

  /// Whether a text is a latitude and a longitude, in whichever order.
  static func isPoint(_ text: String) -> Bool {
    let bare = text.filter { !"()[]°".contains($0) }
    let parts = bare.split { ",; ".contains($0) || $0.isWhitespace }.map(String.init)
    guard parts.count == 2, parts.allSatisfy({ $0.contains(".") }) else { return false }
    let numbers = parts.compactMap { Double($0) }
    return numbers.count == 2 && numbers.allSatisfy { abs($0) <= 180 }
      && numbers.contains { abs($0) <= 90 }
  }

  /// Whether the name of a column is that of one coordinate.
  static func isCoordinate(_ name: String) -> Bool {
    !HeaderName(name).words.isDisjoint(with: names)
  }

  static func isDecimal(_ text: String) -> Bool {
    text.contains { ".,".contains($0) } && decimalNumber(text) != nil
  }
}
