/// What a commune's code of one year corresponds to in another year, earlier or later.
///
/// Two communes correspond where they share land. Which of the cases holds is decided by land alone:
/// the names of movements only tell the story.
enum Correspondence: Equatable, Sendable {
  /// The same code for the same land. It may have another name.
  case unchanged
  /// Another code for the same land: a change of department, of chef-lieu.
  case recoded(UnitCode)
  /// Wholly inside one commune, perhaps of the same code, with other land. That commune holds all of
  /// `parts`, this code among them, and may hold some land of those in `partly`; sorted.
  case part(of: UnitCode, parts: [UnitCode], partly: [UnitCode])
  /// Exactly these communes together: a division seen forward, a merger seen backward; sorted.
  case union([UnitCode])
  /// Its land is in these communes, perhaps not in each, and they hold other land too; sorted.
  case undecided([UnitCode])
  /// Was no commune in the first year, as far as the record tells.
  case notACommune
  /// The land belonged to no commune of the other year: Tende before 1947.
  case nowhere

  /// The codes that share land with it in the other year; sorted.
  func targets(of code: UnitCode) -> [UnitCode] {
    switch self {
    case .unchanged: [code]
    case .recoded(let other), .part(let other, _, _): [other]
    case .union(let others), .undecided(let others): others
    case .notACommune, .nowhere: []
    }
  }
}

/// A correspondence with the movements that made it.
struct CodeFate: Equatable, Sendable {
  var correspondence: Correspondence
  /// In order of time, renames included.
  var events: [CommuneMovement]
}
