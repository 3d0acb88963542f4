/// A date as people write it in a table: `31/12/2022`, `2022-12-31T23:00:00Z`, `1er mars 2020`, `déc-22`,
/// `T4 2022`, `44926`.
///
/// The day comes first, as in France. What follows a date is a time, or makes the date doubtful: “annulé”,
/// “prévisionnel”, “ou le 15”. A month, a quarter or a year stands for its last day, when what it dates is
/// certainly so.
struct WrittenDate: Sendable {
  enum Reading: Equatable, Sendable {
    case day(CivilDate)
    /// A day that the text does not name in so many words.
    case interpreted(CivilDate, Interpretation)
    /// There is a date, and something that may take it back.
    case doubtful(CivilDate)
    /// The text says that there is no date, or none yet.
    case absent
    /// The month would come before the day.
    case monthFirst
    case unreadable

    /// The day, where there is no doubt.
    var day: CivilDate? {
      switch self {
      case .day(let day), .interpreted(let day, _): day
      default: nil
      }
    }
  }

  enum Interpretation: Equatable, Sendable {
    /// The last day of a month, a quarter, a half-year, or a year.
    case lastDay
    /// Days as a spreadsheet counts them.
    case serial
    /// A time of another zone, which is another day in Paris.
    case zone
  }

  let reading: Reading

  /// No date of a table is longer.
  private static let longestText = 200

  init(_ text: String) {
    guard text.utf8.count <= Self.longestText else {
      reading = .unreadable
      return
    }
    if Self.saysNothing(text) {
      reading = .absent
      return
    }
    let tokens = DateToken.all(of: text)
    let start = tokens.firstIndex { !$0.isAffirmation } ?? tokens.endIndex
    if let found = DateForm.first(in: tokens[start...]) {
      reading = Self.reading(found)
    } else if Self.isMonthFirst(tokens[start...]) {
      reading = .monthFirst
    } else {
      // Words that come before may take it back as well.
      let later = tokens.indices.dropFirst(start + 1).lazy.compactMap { index in
        tokens[index].isApart || tokens[index - 1].text == "("
          ? DateForm.first(in: tokens[index...]) : nil
      }.first
      reading = later.map { .doubtful($0.day) } ?? .unreadable
    }
  }

  private static func reading(_ found: DateForm) -> Reading {
    let rest = found.rest
    if rest.isEmpty || isHarmless(rest) { return found.reading }
    guard !found.isPeriod, let time = TimeOfDay(rest) else {
      return isMistyped(rest) ? .unreadable : .doubtful(found.day)
    }
    guard let day = time.dayInParis(of: found.day), day != found.day else { return found.reading }
    return .interpreted(day, .zone)
  }

  /// `2022-12-31x`, `2022-12-315`: no date, but one that was mistyped.
  private static func isMistyped(_ rest: ArraySlice<DateToken>) -> Bool {
    guard let first = rest.first, !first.isApart else { return false }
    return !first.isSign || rest.dropFirst().first.map { $0.isNumber && !$0.isApart } ?? false
  }

  /// A full stop, or an amendment, which only what is signed can have.
  private static func isHarmless(_ rest: ArraySlice<DateToken>) -> Bool {
    let words = rest.filter { !$0.isSign }
    return words.isEmpty && rest.allSatisfy { $0.text == "." } || words.first?.text == "avenant"
  }

  /// `12/31/2022`.
  private static func isMonthFirst(_ tokens: ArraySlice<DateToken>) -> Bool {
    let parts = Array(tokens.prefix(5))
    guard parts.count == 5, parts[1].text == parts[3].text,
      ["/", "-", "."].contains(parts[1].text),
      let month = parts[0].number, let day = parts[2].number, let year = parts[4].number
    else { return false }
    return CivilDate(year: year, month: month, day: day) != nil && parts[4].text.utf8.count == 4
  }

  private static let wordsForNothing: Set<String> = [
    "", "neant", "aucune", "aucun", "sans", "sans_objet", "so", "s_o", "na", "n_a", "nc", "nd",
    "nr",
    "non", "0", "non_communique", "non_communiquee", "non_renseigne", "non_renseignee",
    "non_disponible", "non_concerne", "non_concernee", "inconnue", "inconnu", "pas_encore",
    "pas_de_date", "en_cours", "en_attente", "a_venir", "a_definir", "a_preciser", "non_signe",
    "non_signee", "non_valide", "non_validee", "vide", "null", "none", "nan",
  ]

  /// Whether a text says that there is no date: `-`, `néant`, `en cours`.
  static func saysNothing(_ text: String) -> Bool { wordsForNothing.contains(folded(text)) }

  /// Whether a text is a sign for an empty cell, and no more.
  static func isBlank(_ text: String) -> Bool { folded(text).isEmpty || text == "0" }
}
