/// What the values of a column of a list look like, where nothing uses it.
private enum ColumnContent {
  case drawings, dates, stages, codes, postalCodes, partsOfCommunes, intercommunalities,
    identifiers,
    names

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
    if mostly(Self.isDrawing) {
      self = .drawings
    } else if mostly(CPTSYears.hasDay) {
      self = .dates
    } else if mostly(StatedStage.isInWords) {
      self = .stages
    } else if PostalCodes.endingInZero(Set(column.values)) != nil {
      self = .postalCodes
    } else if mostly(isCode) {
      self = .codes
    } else if mostly(isPart) {
      self = .partsOfCommunes
    } else if mostly(epci.contains) {
      self = .intercommunalities
    } else if mostly(Self.isSIREN) {
      self = .identifiers
    } else if mostly(isName) {
      self = .names
    } else {
      return nil
    }
  }

  private static func isDrawing(_ text: String) -> Bool {
    let begin = text.prefix(40).uppercased()
    return ["POINT", "LINESTRING", "POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "SRID="]
      .contains {
        begin.hasPrefix($0)
      } || (begin.hasPrefix("{") && begin.contains("\"TYPE\""))
  }

  /// Nine digits whose last holds the others (Luhn), as SIREN and FINESS numbers of structures have.
  private static func isSIREN(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }.map { Int($0) - 48 }
    guard digits.count == 9, digits.allSatisfy((0...9).contains) else { return false }
    let sum = digits.enumerated().reduce(0) { sum, digit in
      let twice = digit.offset % 2 == 1 ? 2 * digit.element : digit.element
      return sum + (twice > 9 ? twice - 9 : twice)
    }
    return sum % 10 == 0
  }

  var givesTerritory: Bool {
    switch self {
    case .drawings, .codes, .postalCodes, .partsOfCommunes, .intercommunalities, .names: true
    case .dates, .stages, .identifiers: false
    }
  }

  /// What it looks like, and the option that would use it.
  func words(_ name: String) -> (finding: Wording, cure: Wording) {
    func option(_ role: FieldRole) -> Wording {
      let option = "--map-column \(role.rawValue)=\(name)"
      return Wording(fr: "si elle doit servir : \(option)", en: "if it is meant: \(option)")
    }
    return switch self {
    case .drawings:
      (
        Wording(fr: "des dessins", en: "drawings"),
        Wording(
          fr:
            "un dessin d’une liste ne compte que sans colonne de communes : ôtez celle-ci pour qu’il "
            + "serve",
          en:
            "a drawing in a list counts only without a column of communes: take that away for it to "
            + "be used")
      )
    case .dates:
      (
        Wording(fr: "des dates", en: "dates"),
        Wording(
          fr: "si elle doit servir : --map-column date_aci=\(name) (ou date_fin, "
            + "date_lettre_intention…)",
          en: "if it is meant: --map-column date_aci=\(name) (or date_fin, date_lettre_intention…)")
      )
    case .stages: (Wording(fr: "des stades", en: "stages"), option(.stage))
    case .codes: (Wording(fr: "des codes de communes", en: "codes of communes"), option(.unitCode))
    case .postalCodes:
      (
        Wording(fr: "des codes postaux", en: "postal codes"),
        Wording(
          fr:
            "un code postal vaut pour plusieurs communes : donnez leurs codes INSEE, ou leurs noms",
          en: "a postal code stands for several communes: give their INSEE codes, or their names")
      )
    case .partsOfCommunes:
      (
        Wording(fr: "des codes d’IRIS", en: "codes of IRIS"),
        Wording(
          fr: "un IRIS est une partie de commune : donnez le code de la commune, ses cinq premiers "
            + "signes, si la CPTS la couvre toute, sinon le dessin du territoire",
          en: "an IRIS is a part of a commune: give the code of the commune, its first five signs, "
            + "where the CPTS covers all of it, else the drawing of the territory")
      )
    case .intercommunalities: (Wording(fr: "des EPCI", en: "EPCI"), option(.territory))
    case .identifiers:
      (Wording(fr: "des numéros SIREN ou FINESS", en: "SIREN or FINESS numbers"), option(.cptsID))
    case .names: (Wording(fr: "des noms de communes", en: "names of communes"), option(.unitName))
    }
  }
}

/// A column that nothing uses though its values look as if it were meant.
struct MeantColumn {
  let column: UnusedColumn
  /// What its values look like, and how to have it used.
  let finding, cure: Wording
  /// Whether it may say the communes of CPTS.
  let givesTerritory: Bool

  var anomaly: Anomaly {
    let shown = ShownName.shortened(column.values.first ?? "", to: 40)
    return Anomaly(
      .warning, .columnNotUsed, file: column.file, line: column.line, object: column.name,
      finding: Wording(
        fr: "\(finding.french) (« \(shown) »…) dans une colonne dont rien ne sert",
        en: "\(finding.english) (“\(shown)”…) in a column of which nothing is used"),
      treatment: Wording(
        fr: "colonne non utilisée ; \(cure.french)", en: "the column is not used; \(cure.english)"))
  }
}

extension CPTSFiles {
  /// Columns that nothing uses: those that look as if they were meant, and the others.
  ///
  /// - Complexity: O(columns × values), and the names of the units where there is a column.
  func settledColumns(in units: StudyUnits) -> (meant: [MeantColumn], others: [UnusedColumn]) {
    guard !unusedColumns.isEmpty else { return ([], []) }
    lazy var names = PlaceNames(units)
    let epci = Set(units.units.map(\.intercommunality)).subtracting([""])
    var (meant, others): ([MeantColumn], [UnusedColumn]) = ([], [])
    for column in unusedColumns {
      guard !column.isRival,
        let content = ColumnContent(
          column, units, epci, isName: { !names.codes(of: $0).isEmpty })
      else {
        others.append(column)
        continue
      }
      let (finding, cure) = content.words(column.name)
      meant.append(
        MeantColumn(
          column: column, finding: finding, cure: cure, givesTerritory: content.givesTerritory))
    }
    return (meant, others)
  }

  /// A line for each column that nothing uses.
  ///
  /// - Parameters:
  ///   - told: what is told already.
  ///   - used: rows that groups of communes gave.
  func unusedColumns(
    in units: StudyUnits, butTold told: [Anomaly], used: [Membership]
  ) -> [Anomaly] {
    var known: Set<[String]> = []
    for row in used { known.insert([row.file, row.column]) }
    for anomaly in told where anomaly.rule == .columnNotUsed {
      known.insert([anomaly.file, anomaly.object])
    }
    let columns = settledColumns(in: units)
    return (columns.meant.map(\.anomaly) + columns.others.map(\.listed)).filter {
      !known.contains([$0.file, $0.object])
    }
  }
}
