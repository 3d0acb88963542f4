// How the stage and the dates of a CPTS are read, and what is said of those that cannot be used.

extension CPTSRecords {
  static func unknownStage(_ place: Place) -> InputFault {
    let known = Stage.allCases.map(\.key).joined(separator: ", ")
    let shown = ShownName.shortened(place.text)
    if let spoiled = SpoiledText(place.text) {
      return InputFault(
        path: place.file, line: place.line, problem: SpoiledText.finding(shown, spoiled),
        cure: spoiled.cure)
    }
    return InputFault(
      path: place.file, line: place.line,
      problem: Wording(fr: "stade inconnu « \(shown) »", en: "unknown stage “\(shown)”"),
      cure: Wording(
        fr: "écrivez l’un de : \(known) ; ce qui est en cours, déposé ou refusé n’est pas atteint",
        en: "write one of: \(known); what is under way, deposited or refused is not reached"))
  }

  /// - Returns: nil for a date that cannot be used, which is told.
  mutating func date(
    _ place: Place, of id: CPTSID, _ role: FieldRole, _ anomalies: inout [Anomaly]
  ) throws(InputFault) -> CivilDate? {
    let reading = WrittenDate(place.text).reading
    switch reading {
    case .day(let date), .interpreted(let date, _):
      guard CPTSYears.possible.contains(date.year) else {
        let (first, last) = (CPTSYears.possible.lowerBound, CPTSYears.possible.upperBound)
        let problem = Wording(
          fr: "\(date), hors de \(first) à \(last)", en: "\(date), outside of \(first) to \(last)")
        refuse(.error, .impossibleYear, place, of: id, role, problem, &anomalies)
        return nil
      }
      if case .interpreted(_, let how) = reading {
        anomalies.append(.interpreted(place, role, of: id, as: date, how))
      }
      return date
    case .doubtful(let date):
      let shown = ShownName.shortened(place.text)
      refuse(
        .error, .doubtfulDate, place, of: id, role,
        Wording(
          fr: "« \(shown) » ne dit pas sûrement \(date)",
          en: "“\(shown)” does not surely say \(date)"),
        &anomalies)
      return nil
    case .absent:
      let shown = ShownName.shortened(place.text)
      refuse(
        .warning, .doubtfulDate, place, of: id, role,
        Wording(fr: "« \(shown) » n’est pas une date", en: "“\(shown)” is no date"), &anomalies)
      return nil
    case .monthFirst: throw Self.monthFirst(place)
    case .unreadable: throw Self.noDate(place)
    }
  }

  private mutating func refuse(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, _ place: Place, of id: CPTSID,
    _ role: FieldRole, _ problem: Wording, _ anomalies: inout [Anomaly]
  ) {
    let finding = Wording(
      fr: "\(role.rawValue) : \(problem.french)", en: "\(role.rawValue): \(problem.english)")
    // Nothing of a stage hangs on when a commune is of a CPTS.
    if !CPTSColumns.pairDates.contains(role) { noteUnused(id, place, finding) }
    anomalies.append(
      Anomaly(
        severity, rule, file: place.file, line: place.line, object: id.text, finding: finding,
        treatment: Wording(fr: "date non utilisée", en: "the date is not used")))
  }

  private static func noDate(_ place: Place) -> InputFault {
    let shown = ShownName.shortened(place.text)
    return InputFault(
      path: place.file, line: place.line,
      problem: Wording(fr: "« \(shown) » n’est pas une date", en: "“\(shown)” is no date"),
      cure: Wording(
        fr:
          "écrivez 2022-12-31, 31/12/2022, décembre 2022 ou T4 2022 ; laissez vide ce qui n’est pas daté",
        en:
          "write 2022-12-31, 31/12/2022, décembre 2022 or T4 2022; leave empty what has no date"))
  }

  /// Two values of one CPTS, where one alone can be.
  static func contradiction(
    _ role: FieldRole, of id: CPTSID, _ place: Place, _ earlier: Place
  ) -> InputFault {
    InputFault(
      path: place.file, line: place.line,
      problem: Wording(
        fr:
          "CPTS \(id) : \(role.rawValue) « \(place.text) » ici, « \(earlier.text) » à \(earlier.file):\(earlier.line)",
        en:
          "CPTS \(id): \(role.rawValue) “\(place.text)” here, “\(earlier.text)” at \(earlier.file):\(earlier.line)"
      ),
      cure: role == .endDate
        ? Wording(
          fr:
            "si la CPTS finit, gardez un seul jour ; si ce sont ses communes ou ses périmètres qui changent, "
            + "nommez la colonne date_fin_commune",
          en:
            "if the CPTS ends, keep one day; if its communes or its perimeters change, name the column "
            + "date_fin_commune")
        : Wording(
          fr: "gardez une seule valeur, ou donnez deux identifiants",
          en: "keep one value, or give two identifiers"))
  }

  private static func monthFirst(_ place: Place) -> InputFault {
    InputFault(
      path: place.file, line: place.line,
      problem: Wording(
        fr: "« \(place.text) » : le mois semble écrit avant le jour",
        en: "“\(place.text)”: the month seems to be written before the day"),
      cure: Wording(
        fr: "écrivez le jour d’abord (31/12/2022), ici et dans toute la colonne",
        en: "write the day first (31/12/2022), here and in the whole column"))
  }
}

extension Anomaly {
  fileprivate static func interpreted(
    _ place: CPTSRecords.Place, _ role: FieldRole, of id: CPTSID, as date: CivilDate,
    _ how: WrittenDate.Interpretation
  ) -> Anomaly {
    let shown = ShownName.shortened(place.text)
    let reason =
      switch how {
      case .lastDay: Wording(fr: "dernier jour de la période", en: "the last day of the period")
      case .serial: Wording(fr: "jours d’un tableur", en: "days of a spreadsheet")
      case .zone: Wording(fr: "heure de Paris", en: "the time of Paris")
      }
    return Anomaly(
      .information, .interpretedDate, file: place.file, line: place.line, object: id.text,
      finding: Wording(
        fr: "\(role.rawValue) : « \(shown) »", en: "\(role.rawValue): “\(shown)”"),
      treatment: Wording(
        fr: "lu \(date) : \(reason.french)", en: "read as \(date): \(reason.english)"))
  }
}
