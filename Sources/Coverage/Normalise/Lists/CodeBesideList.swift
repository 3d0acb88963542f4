/// A column of codes beside one of territories: `Code INSEE` (of the seat, may be) and `Communes`. Only one
/// can give the territory; where the other says more, the choice is the user's.
enum CodeBesideList {
  /// Leaves the column of territories only where the user names it, or where the codes say no less.
  ///
  /// - Complexity: O(rows).
  /// - Throws: `InputFault` at the first CPTS of which the column of territories says more than its codes.
  static func settle(
    _ fields: inout FieldMap, _ rows: some AttributeRows, _ named: [FieldRole: String]
  ) throws(InputFault) {
    guard let code = fields[.unitCode], let list = fields[.territory], code != list,
      !rows.header[code].isEmpty
    else { return }
    if named[.territory] != nil, named[.unitCode] == nil {
      fields.forget(.unitCode)
      return
    }
    let id = fields[.cptsID] ?? fields[.cptsName]
    if named[.unitCode] == nil, let row = fuller(list, than: code, id, rows) {
      throw fault(code, list, row, rows)
    }
    fields.forget(.territory)
    // Names of one commune each are those of the codes.
    let isOfCommunes = folded(rows.header[list]).hasPrefix("commune")
    let isDivided = (0..<rows.rowCount).contains {
      PlaceText.allParts(rows.value(row: $0, column: list)).count > 1
    }
    if fields[.unitName] == nil, isOfCommunes, !isDivided { fields.use(.unitName, column: list) }
  }

  /// The first row whose list has more places than its CPTS has codes.
  private static func fuller(
    _ list: Int, than code: Int, _ id: Int?, _ rows: some AttributeRows
  ) -> Int? {
    func owner(_ row: Int) -> String { id.map { rows.value(row: row, column: $0) } ?? "" }
    func places(_ text: String) -> Int { text.isEmpty ? 0 : PlaceText.allParts(text).count }
    var codes: [String: Int] = [:]
    for row in 0..<rows.rowCount {
      codes[owner(row), default: 0] += places(rows.value(row: row, column: code))
    }
    return (0..<rows.rowCount).first { row in
      let text = rows.value(row: row, column: list)
      if text.isEmpty { return false }
      let isGroup = isWritten(text, like: "000000000") || GroupName.level(of: text) != nil
      let own = codes[owner(row)] ?? 0
      return places(text) > own || isGroup && own < 2
    }
  }

  private static func fault(
    _ code: Int, _ list: Int, _ row: Int, _ rows: some AttributeRows
  ) -> InputFault {
    let names = [code, list].map { ShownName.shortened(rows.header[$0]) }
    let values = [code, list].map { ShownName.shortened(rows.value(row: row, column: $0)) }
    let options = [code, list].map { FieldRole.unitCode.option(rows.header[$0]) }
    return InputFault(
      path: rows.path, line: rows.line(of: row),
      problem: Wording(
        fr:
          "« \(names[1]) » (« \(values[1]) ») dit plus de lieux que « \(names[0]) » (« \(values[0]) »)",
        en: "“\(names[1])” (“\(values[1])”) says more places than “\(names[0])” (“\(values[0])”)"),
      cure: Wording(
        fr:
          "si c’est le territoire : \(options[1].french) ; si seuls les codes comptent : "
          + "\(options[0].french), ou ôtez la colonne « \(names[1]) »",
        en:
          "if that is the territory: \(options[1].english); if the codes alone count: "
          + "\(options[0].english), or take the column “\(names[1])” away"))
  }
}
