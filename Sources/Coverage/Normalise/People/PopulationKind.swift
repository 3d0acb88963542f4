/// What INSEE's kinds of population are called, and the year that a name says.
enum PopulationKind: CaseIterable {
  /// Each person once.
  case municipal
  /// With those counted apart, some of them twice.
  case total
  case apart
  /// With second homes: what the dotation globale de fonctionnement is reckoned by.
  case dgf

  var label: Wording {
    switch self {
    case .municipal: Wording(fr: "Population municipale", en: "Municipal population")
    case .total: Wording(fr: "Population totale", en: "Total population")
    case .apart: Wording(fr: "Population comptée à part", en: "Population counted apart")
    case .dgf: Wording(fr: "Population DGF", en: "DGF population")
    }
  }

  private var names: [String] {
    switch self {
    case .municipal: ["population_municipale", "pmun"]
    case .total: ["population_totale", "ptot"]
    case .apart: ["population_comptee_a_part", "pcap"]
    case .dgf: ["population_dgf", "pop_dgf", "dgf"]
    }
  }

  /// What the name of a column says: `PMUN21`, `population_municipale_2021`, `P20_POP`.
  static func said(byColumn column: String) -> (kind: PopulationKind?, year: Int?) {
    let name = folded(column)
    if isWritten(name, like: "p00_pop") { return (nil, year(name.dropFirst().prefix(2))) }
    for kind in allCases {
      for base in kind.names where name.hasPrefix(base) {
        let end = name.dropFirst(base.count)
        if end.isEmpty || isYear(end) { return (kind, year(end)) }
      }
    }
    for base in ["population", "pop"] where name.hasPrefix(base) {
      let end = name.dropFirst(base.count)
      if isYear(end) { return (nil, year(end)) }
    }
    return (nil, nil)
  }

  private static func isYear(_ end: Substring) -> Bool {
    ["00", "_00", "0000", "_0000"].contains { isWritten(end, like: $0) }
  }

  /// INSEE writes years by two digits since 1962.
  private static func year(_ digits: Substring) -> Int? {
    Int(digits.drop { $0 == "_" }).map { $0 >= 100 ? $0 : $0 + ($0 < 60 ? 2000 : 1900) }
  }

  /// Years that stand alone in a text: not those in a word or in a longer number.
  static func years(in text: some StringProtocol) -> [Int] {
    text.split { !($0.isLetter || $0.isNumber) }.filter { word in
      isWritten(word, like: "1900") || isWritten(word, like: "2000")
    }.compactMap { Int($0) }
  }
}
