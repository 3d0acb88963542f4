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
    let groups = Dictionary(grouping: ids) { folded($0.text) }
    return groups.filter { !$0.key.isEmpty && $0.value.count > 1 }.sorted { $0.key < $1.key }
      .flatMap { _, group -> [Anomaly] in
        let group = group.sorted()
        return group.dropFirst().filter { !known.contains([group[0], $0]) }.map { id in
          let origin = origins[id] ?? ("", 0)
          return Anomaly(
            .warning, .nearIdentifiers, file: origin.file, line: origin.line, object: id.text,
            finding: Wording(
              fr:
                "« \(id) » et « \(group[0]) » ne diffèrent que par la casse, les accents ou les signes",
              en: "“\(id)” and “\(group[0])” differ by case, accents or signs alone"),
            treatment: Wording(
              fr: "deux CPTS ; si c’en est une, écrivez l’identifiant d’une seule façon",
              en: "two CPTS; if it is one, write the identifier in one way"))
        }
      }
  }
}

extension CPTSFiles {
  func nearIdentifiers(butSaid similar: [(CPTSID, CPTSID)]) -> [Anomaly] {
    NearIdentifiers.anomalies(cpts.keys.filter { !isProposal($0) }, origins, butSaid: similar)
  }
}
