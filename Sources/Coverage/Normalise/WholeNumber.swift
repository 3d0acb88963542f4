/// A number as spreadsheets write it: `1 234`, `776.0`, `776,0`.
///
/// - Returns: nil where the text is no number at all.
func decimalNumber(_ text: String) -> Double? {
  var plain = ""
  for character in text {
    switch character {
    case " ", "\u{A0}", "\u{202F}": continue
    case ",": plain.append(".")
    case "0"..."9", ".", "-", "+", "e", "E": plain.append(character)
    default: return nil
    }
  }
  guard let number = Double(plain), number.isFinite else { return nil }
  return number
}

/// No file holds more people than this: sums of counts below it cannot overflow.
private let largestPopulation = 1_000_000_000_000

/// Whether a point or comma may separate thousands: `1.234`, `12,345,678`.
func mayHaveThousands(_ text: String) -> Bool {
  let groups = text.utf8.split(omittingEmptySubsequences: false) {
    $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
  }
  return groups.count > 1 && (1...3).contains(groups[0].count)
    && groups.dropFirst().allSatisfy { $0.count == 3 }
    && groups.allSatisfy { $0.allSatisfy(isDigit) }
}

/// A count of people. Negative or unreadable ones are unknown, fractions are rounded: both are said.
///
/// - Parameter spelling: how the column writes its numbers.
func wholePopulation(
  _ text: String, file: String, line: Int, object: String,
  spelling: PopulationSpelling = .alone, _ anomalies: inout [Anomaly]
) -> Int? {
  if let exact = Int(text), exact >= 0, exact < largestPopulation { return exact }
  let plain = spelling.unmarked(text)
  let isAmbiguous = mayHaveThousands(plain) && !spelling.hasDecimals(plain)
  guard let number = decimalNumber(plain), number >= 0, number < Double(largestPopulation),
    !isAmbiguous
  else {
    anomalies.append(
      Anomaly(
        .error, .unitWithoutPopulation, file: file, line: line, object: object,
        finding: isAmbiguous
          ? Wording(
            fr: "« \(text) » : milliers ou décimales ?", en: "“\(text)”: thousands or decimals?")
          : Wording(
            fr: "« \(text) » n’est pas une population", en: "“\(text)” is no population"),
        treatment: Wording(
          fr: "population inconnue : l’unité ne compte pas dans les totaux",
          en: "unknown population: the unit is not in the totals")))
    return nil
  }
  let rounded = number.rounded()
  if rounded != number {
    anomalies.append(
      Anomaly(
        .information, .fractionalPopulation, file: file, line: line, object: object,
        finding: Wording(fr: "\(text) habitants", en: "\(text) people"),
        treatment: Wording(fr: "arrondi à \(Int(rounded))", en: "rounded to \(Int(rounded))")))
  }
  return Int(rounded)
}
