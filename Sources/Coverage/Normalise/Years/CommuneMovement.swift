/// What happened to a commune on a day. The raw value is INSEE's column MOD.
///
/// Source: INSEE, Code officiel géographique, dictionary of the variables of the file
/// "événements survenus aux communes depuis 1943" (`mouvements-communes`).
enum MovementKind: Int, Sendable, CaseIterable {
  /// Another name, the same land and code.
  case rename = 10
  /// A commune made from parts of others, or come from another country.
  case creation = 20
  /// A commune that had been merged is a commune again.
  case restoration = 21
  /// A commune divided among its neighbours.
  case suppression = 30
  /// Communes become one, without a trace of the old ones.
  case merger = 31
  /// Communes become one commune nouvelle, with or without communes déléguées.
  case newCommune = 32
  /// Communes become one, and the old ones stay as communes associées.
  case association = 33
  /// An association becomes a plain merger: its communes associées end.
  case associationEnded = 34
  /// Communes déléguées end.
  case delegationEnded = 35
  /// Another code, because of another department.
  case departmentChange = 41
  /// Another code, because of another chef-lieu.
  case seatTransfer = 50
  /// A commune associée becomes déléguée.
  case associatedToDelegated = 70
  /// A commune déléguée is restored.
  case delegatedRestored = 71
  /// A commune déléguée is created.
  case delegatedCreated = 72

  /// Whether the movement can change which commune some land belongs to. The others rename, or only
  /// concern parts of communes.
  var movesLand: Bool {
    switch self {
    case .creation, .restoration, .suppression, .merger, .newCommune, .association,
      .departmentChange, .seatTransfer:
      true
    case .rename, .associationEnded, .delegationEnded, .associatedToDelegated,
      .delegatedRestored, .delegatedCreated:
      false
    }
  }

  /// What happened, as part of a sentence.
  var wording: Wording {
    switch self {
    case .rename: Wording(fr: "changement de nom", en: "new name")
    case .creation: Wording(fr: "création", en: "creation")
    case .restoration: Wording(fr: "rétablissement", en: "re-establishment")
    case .suppression: Wording(fr: "suppression", en: "suppression")
    case .merger: Wording(fr: "fusion simple", en: "merger")
    case .newCommune: Wording(fr: "commune nouvelle", en: "commune nouvelle")
    case .association: Wording(fr: "fusion-association", en: "merger by association")
    case .associationEnded:
      Wording(fr: "fin d’une commune associée", en: "end of a commune associée")
    case .delegationEnded:
      Wording(fr: "fin d’une commune déléguée", en: "end of a commune déléguée")
    case .departmentChange: Wording(fr: "changement de département", en: "change of department")
    case .seatTransfer: Wording(fr: "transfert de chef-lieu", en: "transfer of the chef-lieu")
    case .associatedToDelegated:
      Wording(fr: "commune associée devenue déléguée", en: "commune associée made déléguée")
    case .delegatedRestored:
      Wording(fr: "commune déléguée rétablie", en: "commune déléguée restored")
    case .delegatedCreated:
      Wording(fr: "commune déléguée créée", en: "commune déléguée created")
    }
  }
}

/// What a code stands for. The raw value is INSEE's TYPECOM.
enum CommuneType: String, Sendable {
  /// A commune.
  case commune = "COM"
  /// A part of a commune: associée.
  case associated = "COMA"
  /// A part of a commune: déléguée.
  case delegated = "COMD"
  /// An arrondissement of Paris, Lyon or Marseille.
  case district = "ARM"

  /// Whether it is a part of a commune that lists may name in its place.
  var isFormerCommune: Bool { self == .associated || self == .delegated }
}

/// One row of INSEE's movements: what a territory was before a day, and what it is from that day on.
struct CommuneMovement: Equatable, Sendable {
  /// A code with its type and name, on one side of the day.
  struct Side: Equatable, Sendable {
    var type: CommuneType
    var code: UnitCode
    /// May be empty.
    var name: String
  }

  var kind: MovementKind
  /// The first day of the new state.
  var date: CivilDate
  /// nil where a territory comes from another country, or from none: Tende in 1947.
  var before: Side?
  var after: Side
  /// Line of the file.
  var line: Int

  /// Whether land goes from a commune to a commune, possibly itself.
  var isLandLink: Bool {
    guard after.type == .commune else { return false }
    guard let before else { return true }
    return before.type == .commune && (kind.movesLand || before.code != after.code)
  }
}
