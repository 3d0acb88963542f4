/// What a text of a list means among the units of a study.
enum PlaceReading {
  /// Communes that it means for sure.
  case found(FoundPlace)
  /// It names nothing that the units know.
  case unknown(String)
  /// It may mean several things, which are named.
  case doubtful(String, choices: [String])
  /// What surrounds its codes may change what is meant.
  case refused(String, CodeDoubt)

  /// As written.
  var text: String {
    switch self {
    case .found(let place): place.text
    case .unknown(let text), .doubtful(let text, _), .refused(let text, _): text
    }
  }

  var isFound: Bool { if case .found = self { true } else { false } }
  var isDoubtful: Bool { if case .doubtful = self { true } else { false } }
  var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

/// A place of a list, and how its text led to it.
struct FoundPlace {
  enum Way: Equatable {
    /// Its code, as a spreadsheet may have left it.
    case code(CodeSpelling)
    /// Its name, which only one has.
    case name
    /// A group of communes.
    case group(level: String, shown: String)
  }

  let text: String
  let way: Way
  let codes: [UnitCode]
  /// The name beside a code; empty where there is none.
  var name = ""

  var isGroup: Bool { if case .group = way { true } else { false } }
}

/// What a column of a list may name.
enum PlaceScope: Equatable {
  /// Communes; a group only where the text says that it is one.
  case communes
  /// Whatever the units know: of numbers without a name beside them, only those that are no class or rank.
  case any(isCode: Bool)
  /// Groups of one level.
  case level(String)

  /// What the name of a column says of its values.
  init(column: String, knows: (String) -> Bool) {
    if LevelName.isOfCommunes(column) || FieldRole.communeNames.contains(folded(column)) {
      self = .communes
    } else if folded(column) == "code" {
      self = .any(isCode: true)
    } else if let level = LevelName.level(of: column), knows(level) {
      self = .level(level)
    } else {
      self = .any(isCode: false)
    }
  }
}
