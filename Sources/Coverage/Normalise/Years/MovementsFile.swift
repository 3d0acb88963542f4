/// INSEE's file of the movements of communes, as rows that can be used and rows that cannot.
struct MovementsFile: Sendable {
  /// A row that no movement could be read from.
  struct SetAside: Equatable, Sendable {
    var line: Int
    /// The code after, else before, else empty.
    var object: String
    var reason: Wording
  }

  /// The file, as the user named it.
  let path: String
  /// In the order of the file.
  private(set) var movements: [CommuneMovement] = []
  private(set) var setAside: [SetAside] = []

  /// - Parameter table: columns MOD, DATE_EFF, TYPECOM_AV, COM_AV, TYPECOM_AP, COM_AP, whatever their
  ///   case and order; the names LIBELLE_AV and LIBELLE_AP are read where present.
  /// - Complexity: O(rows).
  /// - Throws: `InputFault` where a column is missing, or no row can be used.
  init(_ table: some AttributeRows) throws(InputFault) {
    path = table.path
    let columns = try Columns(table)
    var days = DayReader()
    movements.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      switch Self.movement(table, row, columns, &days) {
      case .success(let movement): movements.append(movement)
      case .failure(let flaw): setAside.append(flaw.setAside)
      }
    }
    guard !movements.isEmpty else { throw Self.empty(path) }
  }

  private struct Flaw: Error { var setAside: SetAside }

  private static func movement(
    _ table: some AttributeRows, _ row: Int, _ columns: Columns, _ days: inout DayReader
  ) -> Result<CommuneMovement, Flaw> {
    func text(_ column: Int) -> String { table.value(row: row, column: column) }
    let line = table.line(of: row)
    let codes = (before: text(columns.codeBefore), after: text(columns.codeAfter))
    func flaw(_ fr: String, _ en: String) -> Result<CommuneMovement, Flaw> {
      let object = codes.after.isEmpty ? codes.before : codes.after
      return .failure(
        Flaw(
          setAside: SetAside(
            line: line, object: object, reason: Wording(fr: fr, en: en))))
    }
    let mod = text(columns.kind)
    guard let kind = Int(mod).flatMap(MovementKind.init(rawValue:)) else {
      return flaw("MOD « \(mod) » inconnu", "unknown MOD “\(mod)”")
    }
    let day = text(columns.date)
    guard let date = days.date(day) else {
      return flaw("DATE_EFF « \(day) » n’est pas un jour", "DATE_EFF “\(day)” is no day")
    }
    let types = (before: text(columns.typeBefore), after: text(columns.typeAfter))
    guard let typeAfter = CommuneType(rawValue: types.after), isCode(codes.after) else {
      return flaw(
        "« \(types.after) \(codes.after) » après n’est pas une commune",
        "“\(types.after) \(codes.after)” after is no commune")
    }
    let after = CommuneMovement.Side(
      type: typeAfter, code: UnitCode(codes.after), name: columns.nameAfter.map(text) ?? "")
    var before: CommuneMovement.Side?
    if !(types.before.isEmpty && codes.before.isEmpty) {
      guard let typeBefore = CommuneType(rawValue: types.before), isCode(codes.before) else {
        return flaw(
          "« \(types.before) \(codes.before) » avant n’est pas une commune",
          "“\(types.before) \(codes.before)” before is no commune")
      }
      before = CommuneMovement.Side(
        type: typeBefore, code: UnitCode(codes.before), name: columns.nameBefore.map(text) ?? "")
    } else if kind != .creation {
      return flaw("pas de commune avant", "no commune before")
    }
    if kind == .rename, before?.code != after.code {
      return flaw("un changement de nom entre deux codes", "a new name between two codes")
    }
    return .success(
      CommuneMovement(kind: kind, date: date, before: before, after: after, line: line))
  }

  /// The shape of INSEE's codes: `01001`, `2A004`, `97401`. Corsica was `20…` before 1976.
  private static func isCode(_ text: String) -> Bool {
    isWritten(text, like: "00000") || isWritten(text, like: "0A000")
      || isWritten(text, like: "0B000")
  }

  private static func empty(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(fr: "aucun mouvement lisible", en: "no readable movement"),
      cure: cure)
  }

  static let cure = Wording(
    fr: "donnez le fichier « mouvements-communes » de l’INSEE tel que publié",
    en: "give INSEE's “mouvements-communes” file as published")
}

/// Where the columns are.
private struct Columns {
  let kind: Int
  let date: Int
  let typeBefore: Int
  let codeBefore: Int
  let typeAfter: Int
  let codeAfter: Int
  let nameBefore: Int?
  let nameAfter: Int?

  private static let needed = [
    "mod", "date_eff", "typecom_av", "com_av", "typecom_ap", "com_ap",
  ]

  init(_ table: some AttributeRows) throws(InputFault) {
    var places: [String: Int] = [:]
    for (column, name) in table.header.enumerated() {
      let isFirst = places.updateValue(column, forKey: name.lowercased()) == nil
      guard isFirst || !Self.needed.contains(name.lowercased()) else {
        throw InputFault(
          path: table.path, line: 1,
          problem: Wording(
            fr: "deux colonnes « \(name) »", en: "two columns “\(name)”"),
          cure: MovementsFile.cure)
      }
    }
    let missing = Self.needed.filter { places[$0] == nil }.map { $0.uppercased() }
    guard missing.isEmpty else {
      let list = missing.joined(separator: ", ")
      throw InputFault(
        path: table.path, line: 1,
        problem: Wording(fr: "colonnes absentes : \(list)", en: "missing columns: \(list)"),
        cure: MovementsFile.cure)
    }
    func column(_ name: String) -> Int { places[name] ?? 0 }
    kind = column("mod")
    date = column("date_eff")
    typeBefore = column("typecom_av")
    codeBefore = column("com_av")
    typeAfter = column("typecom_ap")
    codeAfter = column("com_ap")
    nameBefore = places["libelle_av"]
    nameAfter = places["libelle_ap"]
  }
}

/// Reads days, and the day of the row before again at no cost: the file is sorted by day.
private struct DayReader {
  private var text = ""
  private var known: CivilDate?

  mutating func date(_ text: String) -> CivilDate? {
    if text != self.text {
      self.text = text
      known = CivilDate(text)
    }
    return known
  }
}
