/// Something that a person must decide, or know: a line of `arbitrages.csv`.
struct Arbitration: Sendable {
  /// The kinds. The raw value is the word in the file.
  enum Nature: String, Sendable, CaseIterable {
    /// Two senders declare one CPTS, and do not say the same.
    case declaredTwice = "cpts_en_double"
    /// Two senders give people to two CPTS.
    case claimedTwice = "commune_revendiquee"
    /// A CPTS reaches into the region of a sender who does not declare it.
    case straddling = "cpts_a_cheval"
    /// One identifier stands for two CPTS.
    case sharedIdentifier = "identifiant_partage"
  }

  /// Why the output has what it has. The raw value is the word in the file.
  enum Rule: String, Sendable {
    /// The sender of the region where the CPTS has its seat.
    case seat = "siege"
    /// The sender of the region where most of its people live.
    case people = "plus_de_population"
    /// The declarations have no commune in common: each may say those of its region.
    case complementary = "complementaires"
    /// Nothing decides.
    case none = "aucune"
    /// Only one sender declares it.
    case onlyOne = "seul_declarant"
  }

  /// An alternative.
  struct Choice: Equatable, Sendable {
    /// As the file has it: `ara.csv:12`, or a word.
    let text: String
    /// What else a decision may write for it: the sender, the file.
    let names: [String]
    /// The sender's place among all; nil for a word.
    let sender: Int?

    init(_ declaration: Declaration, at place: SourcePlace, _ senders: [Sender]) {
      text = place.text
      names = [place.file, senders[declaration.sender].name]
      sender = declaration.sender
    }

    init(word: String) { (text, names, sender) = (word, [], nil) }

    /// Whether a decision means it; the line may be that of last month.
    func isMeant(by written: String) -> Bool {
      if written == text { return true }
      let end = written.lastIndex(of: ":") ?? written.endIndex
      let isLine = written[end...].dropFirst().utf8.allSatisfy(isDigit)
      return names.contains(written) || isLine && names.contains(String(written[..<end]))
    }
  }

  /// Its key, the same every month.
  let key: String
  let nature: Nature
  /// Identifiers of the CPTS, and the code of a region.
  let objects: [String]
  let choices: [Choice]
  /// What the output has.
  let kept: Choice
  let rule: Rule
  /// People concerned.
  let people: Int
  let finding: Wording
  /// Codes of the communes concerned; none where all of a CPTS are.
  var communes: [String] = []

  init(
    _ nature: Nature, _ objects: [String], kind: String = "", choices: [Choice], kept: Choice,
    _ rule: Rule, people: Int, communes: [String] = [], finding: Wording
  ) {
    key = ([nature.rawValue] + objects.prefix(nature.keyLength) + (kind.isEmpty ? [] : [kind]))
      .joined(separator: ":")
    (self.nature, self.objects, self.choices) = (nature, objects, choices)
    (self.kept, self.rule, self.people, self.communes) = (kept, rule, people, communes)
    self.finding = finding.bounded
  }

  static func precedes(_ left: Arbitration, _ right: Arbitration) -> Bool {
    left.nature == right.nature
      ? left.key < right.key : left.nature.rank < right.nature.rank
  }
}

extension Arbitration.Nature {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// How many of the objects the key names: which identifiers a CPTS has besides may change.
  fileprivate var keyLength: Int {
    switch self {
    case .declaredTwice, .sharedIdentifier: 1
    case .claimedTwice, .straddling: 2
    }
  }
}
