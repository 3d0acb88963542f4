/// What the senders say of one CPTS, put together field by field.
struct Composition {
  private let group: CPTSGroup
  private let senders: [Sender]
  private let precedence: Precedence
  private let base: Declaration
  private let people: Int
  /// Of which something is taken though another declaration is kept.
  private var completing: [(declaration: Declaration, field: DeclaredField)] = []
  /// Whether the senders differ in anything.
  private(set) var differs = false
  private(set) var result: ConsolidatedCPTS
  var anomaly: Anomaly? { completed() }

  /// - Throws: where a decision is none of its choices.
  init(
    _ group: CPTSGroup, _ senders: [Sender], _ precedence: Precedence,
    _ desk: inout ArbitrationDesk
  ) throws(InputFault) {
    (self.group, self.senders, self.precedence) = (group, senders, precedence)
    base = precedence.kept(of: group.members).declaration
    people = precedence.units.peopleByRegion(group.members).values.reduce(0, +)
    result = ConsolidatedCPTS(
      key: group.key, id: group.id, record: base.record.renamed(group.id), place: base.place,
      sender: base.sender,
      territorySender: base.sender, communes: base.communes, members: group.members)
    guard group.members.count > 1 else { return }
    differs = group.hasSeveralIdentifiers
    var record = CPTS(id: group.id, name: try chosen(.name, &desk).record.name)
    try takeMaturity(into: &record, &desk)
    try takeHeadcounts(into: &record, &desk)
    record.seat = try chosen(.seat, &desk).record.seat
    let territory = try territory(&desk)
    result = ConsolidatedCPTS(
      key: group.key, id: group.id, record: record, place: base.place, sender: base.sender,
      territorySender: territory.sender, communes: territory.communes, members: group.members)
  }

  /// The declaration that a field is taken from.
  private mutating func chosen(
    _ field: DeclaredField, _ desk: inout ArbitrationDesk
  ) throws(InputFault) -> Declaration {
    let telling = group.members.filter { field.isSaid(by: $0) }
    guard let first = telling.first else { return base }
    let isSame = telling.dropFirst().allSatisfy { field.agree($0, first) }
    let (kept, rule) = precedence.kept(of: telling)
    guard !isSame else {
      if !field.isSaid(by: base) { completing.append((kept, field)) }
      return field.isSaid(by: base) ? base : kept
    }
    differs = true
    let row = Arbitration(
      field, telling, kept, rule, key: group.key, people: people, senders, precedence.units)
    let (choice, _) = try desk.settle(row)
    return telling.first { $0.sender == choice.sender } ?? kept
  }

  /// The communes: of one declaration, or of all where each may say those of its region alone.
  private mutating func territory(
    _ desk: inout ArbitrationDesk
  ) throws(InputFault) -> (sender: Int, communes: [ClaimedCommune]) {
    let field = DeclaredField.territory
    let telling = group.members.filter { field.isSaid(by: $0) }
    let areApart =
      Set(telling.flatMap { $0.extent.keys }).count == telling.reduce(0) { $0 + $1.extent.count }
    guard let first = telling.first, !telling.allSatisfy({ field.agree($0, first) }) else {
      let source = try chosen(field, &desk)
      return (source.sender, source.communes)
    }
    differs = true
    let (kept, rule) = precedence.kept(of: telling)
    let row = Arbitration(
      field, telling, kept, areApart ? .complementary : rule, key: group.key, people: people,
      senders, precedence.units, others: [.union], instead: areApart ? .union : nil)
    let (choice, _) = try desk.settle(row)
    guard choice == .union else {
      let source = telling.first { $0.sender == choice.sender } ?? kept
      return (source.sender, source.communes)
    }
    // A commune may have several rows of one sender, for other days.
    var senderOf: [UnitCode: Int] = [:]
    let others = telling.filter { $0.sender != kept.sender }
    let all = (kept.communes + others.flatMap(\.communes)).filter { row in
      if senderOf[row.code] == nil { senderOf[row.code] = row.sender }
      return senderOf[row.code] == row.sender
    }
    return (kept.sender, all.sorted { ($0.code, $0.span) < ($1.code, $1.span) })
  }

  /// Stage and dates belong together: those of one declaration, or of all where they complete each other.
  private mutating func takeMaturity(
    into record: inout CPTS, _ desk: inout ArbitrationDesk
  ) throws(InputFault) {
    let telling = group.members.filter { DeclaredField.stage.isSaid(by: $0) }
    guard let first = telling.first else { return }
    let areOneStage = telling.allSatisfy { DeclaredField.stage.agree($0, first) }
    let field: DeclaredField = areOneStage ? .dates : .stage
    let areCompatible =
      areOneStage
      && telling.allSatisfy { left in telling.allSatisfy { DeclaredField.dates.agree(left, $0) } }
    if areCompatible {
      let kept = precedence.kept(of: telling).declaration
      for declaration in [kept] + telling {
        record.givenStage = record.givenStage ?? declaration.record.givenStage
        record.stageDates.merge(declaration.record.stageDates) { own, _ in own }
        record.endDate = record.endDate ?? declaration.record.endDate
      }
      if !field.isSaid(by: base) { completing.append((kept, .stage)) }
      return
    }
    differs = true
    let (kept, rule) = precedence.kept(of: telling)
    let row = Arbitration(
      field, telling, kept, rule, key: group.key, people: people, senders, precedence.units)
    let (choice, _) = try desk.settle(row)
    let source = telling.first { $0.sender == choice.sender } ?? kept
    record.givenStage = source.record.givenStage
    record.stageDates = source.record.stageDates
    record.endDate = source.record.endDate
  }

  /// Flag and counts: of one declaration where any differs, of all where they complete each other.
  private mutating func takeHeadcounts(
    into record: inout CPTS, _ desk: inout ArbitrationDesk
  ) throws(InputFault) {
    let field = DeclaredField.headcounts
    let telling = group.members.filter { field.isSaid(by: $0) }
    let agree = telling.allSatisfy { left in telling.allSatisfy { field.agree(left, $0) } }
    for declaration in agree ? [base] + telling : [try chosen(field, &desk)] {
      record.isFragile = record.isFragile ?? declaration.record.isFragile
      record.professionals = record.professionals ?? declaration.record.professionals
      record.members = record.members ?? declaration.record.members
      record.activeMembers = record.activeMembers ?? declaration.record.activeMembers
    }
  }

  /// What other senders say beside the declaration that is kept.
  private func completed() -> Anomaly? {
    guard !completing.isEmpty else { return nil }
    let parts = completing.map { "\($0.field.rawValue) (\($0.declaration.place.text))" }
      .joined(separator: ", ")
    return Anomaly(
      .information, .declarationCompleted, file: base.place.file, line: base.place.line,
      object: base.id.text,
      finding: Wording(
        fr: "cette déclaration ne dit pas tout de la CPTS",
        en: "this declaration does not say all of the CPTS"),
      treatment: Wording(fr: "complétée par : \(parts)", en: "completed by: \(parts)"))
  }
}

extension CPTS {
  /// The same under another identifier.
  fileprivate func renamed(_ id: CPTSID) -> CPTS {
    var result = CPTS(id: id, name: name)
    (result.givenStage, result.stageDates, result.endDate) = (givenStage, stageDates, endDate)
    (result.seat, result.isFragile) = (seat, isFragile)
    (result.professionals, result.members) = (professionals, members)
    result.activeMembers = activeMembers
    return result
  }
}
