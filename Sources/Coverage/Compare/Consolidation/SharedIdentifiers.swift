// Identifiers that stand for two CPTS: each gets its own.

extension Sender {
  /// What tells its CPTS from those of others that have their identifier.
  func suffix(among senders: [Sender]) -> String {
    let isOwn = senders.count { $0.stem == stem } == 1
    return (isOwn ? stem : name).replacing("|", with: "_")
  }
}

extension Arbitration.Choice {
  /// Two CPTS, each with an identifier of its own.
  static let twoCPTS = Arbitration.Choice(word: "distinctes")
  /// One CPTS after all.
  static let oneCPTS = Arbitration.Choice(word: "une_seule")
  /// The communes of all declarations.
  static let union = Arbitration.Choice(word: "reunion")
  /// Both CPTS keep the communes.
  static let both = Arbitration.Choice(word: "les_deux")
}

extension Arbitration {
  /// One identifier that stands for two CPTS.
  static func shared(_ members: [Declaration], _ senders: [Sender]) -> Arbitration {
    let id = members[0].id
    let names = members.map { "« \($0.title) » (\($0.place.text))" }
    let english = members.map { "“\($0.title)” (\($0.place.text))" }
    return Arbitration(
      .sharedIdentifier, [id.text],
      choices: members.map { Choice($0, at: $0.place, senders) } + [.twoCPTS, .oneCPTS],
      kept: .twoCPTS, .none, people: members.reduce(0) { $0 + $1.people },
      finding: Wording(
        fr: "l’identifiant « \(id) » est celui de plusieurs CPTS : " + names.joined(separator: ", ")
          + " ; chacune reçoit le nom de son expéditeur à la suite",
        en: "the identifier “\(id)” is that of several CPTS: " + english.joined(separator: ", ")
          + "; each has the name of its sender after it"))
  }
}
