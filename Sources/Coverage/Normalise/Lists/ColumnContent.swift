/// What the values of a column of a list look like, where nothing uses it.
enum ColumnContent {
  case drawings, binaryDrawings, points, dates, ofStage, shares, answers, stages, codes,
    postalCodes,
    partsOfCommunes, intercommunalities, identifiers, names, places

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
    } else if Self.isOfStage(column) {
      self = .ofStage
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

  /// Whether a column is named after a stage, where nothing but dates says which one is reached, and some
  /// value is not yes.
  private static func isOfStage(_ column: UnusedColumn) -> Bool {
    !column.isBesideStages && StageColumnName.stage(of: column.name) != nil
      && column.values.contains { yesOrNo($0) != true }
      // Numbers alone may count people: `PS` is the health professionals too.
      && (column.saysProgress || !column.values.allSatisfy { decimalNumber($0) != nil })
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
    case .points, .dates, .ofStage, .shares, .answers, .stages, .identifiers: false
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
