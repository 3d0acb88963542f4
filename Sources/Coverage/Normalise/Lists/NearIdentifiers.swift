/// Identifiers that differ by what readers overlook: case, accents, signs between words. Two spellings of
/// one identifier make two CPTS.
enum NearIdentifiers {
  /// - Parameters:
  ///   - ids: of CPTS, each once.
  ///   - origins: where each is first named.
  ///   - said: pairs that are told already.
  /// - Complexity: O(ids log ids).
  static func anomalies(
    _ ids: [CPTSID], _ origins: [CPTSID: (file: String, line: Int)],
    butSaid said: [(CPTSID, CPTSID)]
  ) -> [Anomaly] {
    let known = Set(said.flatMap { [[$0.0, $0.1], [$0.1, $0.0]] })
    let groups = Dictionary(grouping: ids) { key($0.text) }
    return groups.filter { !$0.key.isEmpty && $0.value.count > 1 }.sorted { $0.key < $1.key }
      .flatMap { _, group -> [Anomaly] in
        let group = group.sorted()
        return group.dropFirst().filter { !known.contains([group[0], $0]) }.map { id in
          let origin = origins[id] ?? ("", 0)
          return Anomaly(
            .warning, .nearIdentifiers, file: origin.file, line: origin.line, object: id.text,
            finding: differing(id, group[0]),
            treatment: Wording(
              fr: "deux CPTS ; si c’en est une, écrivez l’identifiant d’une seule façon",
              en: "two CPTS; if it is one, write the identifier in one way"))
        }
      }
  }
}

extension NearIdentifiers {
  /// The digits of an identifier that is a number, as no spreadsheet changes them: without zeros before, and
  /// without decimals; nil for any other.
  static func number(_ text: String) -> String? {
    var plain = text.filter { !$0.isWhitespace }
    if let sign = plain.firstIndex(where: { $0 == "." || $0 == "," }) {
      guard plain[sign...].dropFirst().allSatisfy({ $0 == "0" }) else { return nil }
      plain = String(plain[..<sign])
    }
    guard !plain.isEmpty, plain.utf8.allSatisfy(isDigit) else { return nil }
    let digits = plain.drop { $0 == "0" }
    return digits.isEmpty ? nil : String(digits)
  }

  /// What the spellings of an identifier share: numbers in it are without zeros before, and without a sign
  /// between them and letters.
  static func key(_ text: String) -> String {
    if let number = number(text) { return number }
    let words = folded(text).split(separator: "_").map { word in
      var (result, isOfNumber) = ("", false)
      for (sign, next) in zip(word, word.dropFirst().map { Optional($0) } + [nil]) {
        let isPadding = sign == "0" && !isOfNumber && next.map { $0.isNumber } ?? false
        if !isPadding { result.append(sign) }
        isOfNumber = sign.isNumber && !isPadding
      }
      return result
    }
    return words.reduce(into: "") { key, word in
      if let last = key.last, let first = word.first, last.isNumber == first.isNumber {
        key.append("_")
      }
      key += word
    }
  }

  static func differing(_ first: CPTSID, _ second: CPTSID) -> Wording {
    folded(first.text).filter { $0 != "_" } == folded(second.text).filter { $0 != "_" }
      ? Wording(
        fr:
          "« \(first) » et « \(second) » ne diffèrent que par la casse, les accents ou les signes",
        en: "“\(first)” and “\(second)” differ by case, accents or signs alone")
      : Wording(
        fr: "« \(first) » et « \(second) » ne diffèrent que par l’écriture d’un nombre",
        en: "“\(first)” and “\(second)” differ by the spelling of a number alone")
  }

  /// Of two spellings of one number, that which no spreadsheet made.
  fileprivate static func whole(_ first: CPTSID, _ second: CPTSID) -> CPTSID {
    let isWhole = [first, second].map { $0.text.utf8.allSatisfy(isDigit) }
    if isWhole[0] != isWhole[1] { return isWhole[0] ? first : second }
    return first.text.utf8.count >= second.text.utf8.count ? first : second
  }
}

extension CPTSFiles {
  /// CPTS that are one: an identifier with a number that one file gives a territory and another, in another
  /// spelling (`1` and `1.0`, `C01` and `C1`), a stage.
  ///
  /// - Returns: for each that gives up its identifier, the one that stays; and what is told of them.
  /// - Complexity: O(rows + CPTS).
  func sameNumbers(
    _ listed: [Membership]
  ) -> (kept: [CPTSID: CPTSID], anomalies: [Anomaly]) {
    let numbers = Dictionary(
      grouping: cpts.keys.filter { !isProposal($0) && $0.text.contains(where: \.isNumber) },
      by: { NearIdentifiers.key($0.text) }
    ).filter { $0.value.count == 2 }
    guard !numbers.isEmpty else { return ([:], []) }
    let placed = Set(listed.map(\.cpts)).union(layers.flatMap { $0.rows.map(\.cpts) })
    var (kept, anomalies): ([CPTSID: CPTSID], [Anomaly]) = ([:], [])
    for (_, pair) in numbers.sorted(by: { $0.key < $1.key }) {
      let pair = pair.sorted()
      let (first, second) = (pair[0], pair[1])
      guard placed.contains(first) != placed.contains(second), isStaged(first) != isStaged(second),
        placed.contains(first) != isStaged(first), origins[first]?.file != origins[second]?.file
      else { continue }
      let whole = NearIdentifiers.whole(first, second)
      let other = whole == first ? second : first
      kept[other] = whole
      anomalies.append(
        Anomaly(
          .information, .nearIdentifiers, file: origins[other]?.file ?? "",
          line: origins[other]?.line, object: other.text,
          finding: Wording(
            fr: NearIdentifiers.differing(other, whole).french
              + " : l’un a un stade, l’autre un territoire",
            en: NearIdentifiers.differing(other, whole).english
              + ": one has a stage, the other a territory"),
          treatment: Wording(fr: "réunies sous « \(whole) »", en: "put together as “\(whole)”")))
    }
    return (kept, anomalies)
  }

  private func isStaged(_ id: CPTSID) -> Bool {
    cpts[id].map { $0.givenStage != nil || !$0.stageDates.isEmpty || $0.endDate != nil } ?? false
  }

  func nearIdentifiers(butSaid similar: [(CPTSID, CPTSID)]) -> [Anomaly] {
    NearIdentifiers.anomalies(cpts.keys.filter { !isProposal($0) }, origins, butSaid: similar)
  }
}
