/// Takes each thing that must be decided: what a person has decided holds and is said; the rest is a row of
/// `arbitrages.csv`.
struct ArbitrationDesk {
  private let decisions: ArbitrationDecisions
  /// Decisions that were about something.
  private var used: Set<String> = []
  private(set) var open: [Arbitration] = []
  private(set) var anomalies: [Anomaly] = []

  init(_ decisions: ArbitrationDecisions) { self.decisions = decisions }

  /// What holds of an arbitration.
  ///
  /// - Returns: the choice, and whether a person made it.
  /// - Throws: where the choice decided is none of it.
  mutating func settle(
    _ arbitration: Arbitration
  ) throws(InputFault) -> (choice: Arbitration.Choice, isDecided: Bool) {
    guard let decision = decisions.choices[arbitration.key] else {
      open.append(arbitration)
      if arbitration.rule == .none, arbitration.nature != .claimedTwice {
        anomalies.append(.undecided(arbitration))
      }
      return (arbitration.kept, false)
    }
    guard let choice = arbitration.choices.first(where: { $0.isMeant(by: decision.choice) }) else {
      throw noChoice(decision, of: arbitration)
    }
    used.insert(arbitration.key)
    anomalies.append(
      Anomaly(
        .information, .decisionApplied, file: decisions.path, line: decision.line,
        object: arbitration.key, finding: arbitration.finding,
        treatment: Wording(
          fr: "décision appliquée : \(choice.text)", en: "decision applied: \(choice.text)")))
    return (choice, true)
  }

  private func noChoice(
    _ decision: ArbitrationDecisions.Decision, of arbitration: Arbitration
  ) -> InputFault {
    let shown = ShownName.shortened(decision.choice)
    let choices = ShownName.quoted(arbitration.choices.map(\.text))
    return InputFault(
      path: decisions.path, line: decision.line,
      problem: Wording(
        fr: "« \(shown) » n’est pas un choix de « \(ShownName.shortened(arbitration.key)) »",
        en: "“\(shown)” is no choice of “\(ShownName.shortened(arbitration.key))”"),
      cure: Wording(fr: "écrivez l’un de : \(choices)", en: "write one of: \(choices)"))
  }

  /// Decisions about nothing: one that names CPTS of the lists has done its work, any other is a mistake.
  ///
  /// - Parameter ids: of all declarations.
  /// - Throws: for a key that can be none.
  mutating func finish(knowing ids: Set<String>) throws(InputFault) {
    for (key, decision) in decisions.choices.sorted(by: { $0.key < $1.key })
    where !used.contains(key) {
      guard Self.isKey(key, ids) else {
        throw InputFault(
          path: decisions.path, line: decision.line,
          problem: Wording(
            fr: "aucun arbitrage « \(ShownName.shortened(key)) »",
            en: "no arbitration “\(ShownName.shortened(key))”"),
          cure: Wording(
            fr: "recopiez la colonne « arbitrage » du dernier arbitrages.csv, ou ôtez la ligne",
            en: "copy the column “arbitrage” of the latest arbitrages.csv, or drop the row"))
      }
      anomalies.append(
        Anomaly(
          .warning, .decisionNotUsed, file: decisions.path, line: decision.line, object: key,
          finding: Wording(
            fr: "les listes ne posent plus cette question", en: "the lists no longer ask this"),
          treatment: Wording(
            fr: "décision sans effet ; sa ligne peut être ôtée",
            en: "the decision has no effect; its row can be dropped")))
    }
    open.sort(by: Arbitration.precedes)
  }

  /// Whether a key may be that of an arbitration about CPTS of the lists, this month or another.
  private static func isKey(_ key: String, _ ids: Set<String>) -> Bool {
    guard let end = key.firstIndex(of: ":"),
      let nature = Arbitration.Nature(rawValue: String(key[..<end]))
    else { return false }
    let rest = key[key.index(after: end)...]
    if nature == .sharedIdentifier { return ids.contains(String(rest)) }
    // An identifier may hold the sign that parts two.
    return rest.indices.contains { place in
      rest[place] == ":" && ids.contains(String(rest[..<place]))
        && !rest[rest.index(after: place)...].isEmpty
    }
  }
}

extension Anomaly {
  fileprivate static func undecided(_ arbitration: Arbitration) -> Anomaly {
    let place = arbitration.kept
    return Anomaly(
      .warning, .arbitrationOpen, file: place.names.last ?? "", object: arbitration.key,
      finding: arbitration.finding,
      treatment: Wording(
        fr: "aucune règle ne tranche ; retenu : \(place.text), en attendant une décision "
          + "(--decisions)",
        en: "no rule decides; kept: \(place.text), until somebody decides (--decisions)"))
  }
}
