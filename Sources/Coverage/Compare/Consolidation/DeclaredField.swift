/// What two senders may say differently of one CPTS. The raw value ends the key of the arbitration.
enum DeclaredField: String, Sendable {
  case identifier = "identifiant"
  case name = "nom"
  case stage = "stade"
  case dates = "dates"
  case territory = "communes"
  case seat = "siege"
  case headcounts = "effectifs"

  func isSaid(by declaration: Declaration) -> Bool {
    let record = declaration.record
    return switch self {
    case .identifier: true
    case .name: !record.name.isEmpty
    case .stage, .dates:
      record.givenStage != nil || !record.stageDates.isEmpty || record.endDate != nil
    case .territory: !declaration.communes.isEmpty
    case .seat: record.seat != nil
    case .headcounts: !record.headcounts.isEmpty || record.isFragile != nil
    }
  }

  /// Whether two declarations that say the field say the same, or complete each other.
  func agree(_ left: Declaration, _ right: Declaration) -> Bool {
    let (one, other) = (left.record, right.record)
    switch self {
    case .identifier: return left.id == right.id
    case .name: return folded(one.name) == folded(other.name)
    case .stage:
      return one.highestStage == other.highestStage
        && (one.endDate == nil) == (other.endDate == nil)
    case .dates:
      return (one.endDate == nil || other.endDate == nil || one.endDate == other.endDate)
        && one.stageDates.allSatisfy { other.stageDates[$0.key] ?? $0.value == $0.value }
        && (one.givenStage == nil || other.givenStage == nil || one.givenStage == other.givenStage)
    case .territory: return left.hasTerritory(of: right)
    case .seat: return one.seat?.code == other.seat?.code
    case .headcounts:
      return one.headcounts.allSatisfy { other.headcounts[$0.key] ?? $0.value == $0.value }
        && (one.isFragile == nil || other.isFragile == nil || one.isFragile == other.isFragile)
    }
  }

  /// What a declaration says, for people.
  func text(_ declaration: Declaration, _ language: Language) -> String {
    let record = declaration.record
    switch self {
    case .identifier: return declaration.id.text
    case .name: return record.name
    case .stage:
      let end = record.endDate.map { " (\(Wording(fr: "fin le", en: "end on")[language]) \($0))" }
      return record.highestStage.key + (end ?? "")
    case .dates:
      let dates = record.stageDates.sorted { $0.key < $1.key }.map { "\($0.key.key) \($0.value)" }
      let end = record.endDate.map { "\(Wording(fr: "fin", en: "end")[language]) \($0)" }
      let all = dates + [end].compactMap { $0 }
      return all.isEmpty ? record.highestStage.key : all.joined(separator: ", ")
    case .territory:
      let count = declaration.communes.count
      let communes =
        language == .french
        ? count.inFrench("commune", "communes") : count.inEnglish("commune", "communes")
      let dated = declaration.communes.filter { $0.span != .always }
        .map { ConsolidatedTexts.commune($0.code.text, nil, $0.span) }
      guard !dated.isEmpty else { return communes }
      return "\(communes), \(dated.prefix(3).joined(separator: ", "))\(dated.count > 3 ? "…" : "")"
    case .seat: return record.seat?.code.text ?? ""
    case .headcounts:
      let counts = record.headcounts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      let flag = record.isFragile.map { "fragile " + ($0 ? "oui" : "non") }
      return (counts + [flag].compactMap { $0 }).joined(separator: ", ")
    }
  }

  /// Its name in a sentence.
  var title: Wording {
    switch self {
    case .identifier: Wording(fr: "identifiants différents", en: "different identifiers")
    case .name: Wording(fr: "noms différents", en: "different names")
    case .stage: Wording(fr: "stades différents", en: "different stages")
    case .dates: Wording(fr: "dates différentes", en: "different dates")
    case .territory: Wording(fr: "communes différentes", en: "different communes")
    case .seat: Wording(fr: "sièges différents", en: "different seats")
    case .headcounts: Wording(fr: "effectifs différents", en: "different headcounts")
    }
  }
}

extension CPTS {
  /// The highest stage of those given and dated, whatever the day.
  var highestStage: Stage {
    stageDates.isEmpty ? givenStage ?? Stage.none : stageDates.keys.max() ?? Stage.none
  }

  /// Counts by the name of their column.
  var headcounts: [String: Int] {
    var result: [String: Int] = [:]
    result[FieldRole.professionals.rawValue] = professionals
    result[FieldRole.members.rawValue] = members
    result[FieldRole.activeMembers.rawValue] = activeMembers
    return result
  }
}
