/// A table with a column for each CPTS: crosses in the rows of its communes, or its communes themselves; or
/// with a column for each commune and crosses in the rows of its CPTS.
struct CrossedTable {
  enum Form {
    /// Crosses in columns of CPTS: rows are communes.
    case cptsAcross
    /// Communes in columns of CPTS: rows mean nothing.
    case communesBelow
    /// Crosses in columns of communes: rows are CPTS.
    case communesAcross
  }

  let form: Form
  /// Columns of CPTS or of communes, in their order.
  let columns: [Int]
  /// Columns whose name says that no CPTS covers what is crossed below: `Hors CPTS`.
  let withoutCPTS: [Int]
  /// Whether the names of the columns say that they are CPTS, or codes of communes.
  let isSure: Bool

  /// Signs that say yes in a cell, beside words.
  private static let marks: Set<String> = ["✓", "✔", "☑", "●", "•", "■", "*", "+"]

  /// Nil for a table of another form.
  ///
  /// - Complexity: O(fields) where no column names CPTS, or none names communes.
  init?(_ rows: some AttributeRows, _ columns: CPTSColumns) {
    let free = rows.header.indices.filter {
      !columns.uses($0) && !rows.header[$0].isEmpty
        && CrossedStages.stage(of: rows.header[$0]) == nil
    }
    let none = free.filter { RowsWithoutCPTS.isNone(rows.header[$0]) }
    let named = free.filter { Self.isCPTS(rows.header[$0]) && !none.contains($0) }
    let says = CPTSColumns.attributes.contains { $0 != .cptsName && columns[$0] != nil }
    guard columns[.cptsID] == nil, !says else {
      guard columns.id != nil, !columns.codes.areThere else { return nil }
      let codes = free.filter { Self.isCommune(rows.header[$0]) }
      guard codes.count > 1, let crossed = Self.crossed(codes, rows), crossed == codes else {
        return nil
      }
      self.init(form: .communesAcross, columns: codes, isSure: true)
      return
    }
    if columns.codes.areThere || (columns[.cptsName] != nil && !named.isEmpty) {
      let others = free.filter { !none.contains($0) }
      guard columns.id == nil || !named.isEmpty,
        let crossed = Self.crossed(named.isEmpty ? others : named, rows, orStages: true)
          ?? (Self.holdOthers(named, rows) ? named : nil)
      else { return nil }
      self.init(
        form: .cptsAcross, columns: crossed, withoutCPTS: none, isSure: !named.isEmpty)
      return
    }
    guard columns.id == nil, free.count == rows.header.count(where: { !$0.isEmpty }) else {
      return nil
    }
    let isSure = named.count + none.count == free.count
    guard none.count < free.count, free.allSatisfy({ !Self.isCommune(rows.header[$0]) }),
      isSure ? free.count > 1 : Self.holdCodes(free, rows)
    else { return nil }
    self.init(
      form: .communesBelow, columns: free.filter { !none.contains($0) }, withoutCPTS: none,
      isSure: isSure)
  }

  private init(form: Form, columns: [Int], withoutCPTS: [Int] = [], isSure: Bool) {
    (self.form, self.columns, self.isSure) = (form, columns, isSure)
    self.withoutCPTS = withoutCPTS
  }

  static func isCPTS(_ name: String) -> Bool {
    folded(name).split(separator: "_").contains("cpts") && folded(name) != "cpts"
  }

  private static func isCommune(_ name: String) -> Bool {
    WrittenPlace.all(in: name).contains { UnitCode($0.code).isOfCommune }
  }

  /// Whether a cell is a cross; nil where it is neither that nor a word for no.
  static func isCross(_ text: String) -> Bool? {
    if text.isEmpty || text.allSatisfy({ "-–—".contains($0) }) { return false }
    return marks.contains(text) ? true : yesOrNo(text)
  }

  /// What a cell of a column of a CPTS says.
  enum Mark: Equatable {
    case no, yes
    /// The commune belongs to the CPTS, which is at this stage.
    case stage
  }

  /// Nil for a cell that is no cross, no word for no, and no stage.
  static func mark(_ text: String) -> Mark? {
    if let isCross = isCross(text) { return isCross ? .yes : .no }
    guard StatedStage.isInWords(text) else { return nil }
    return StatedStage(text)?.stage == Stage.none ? .no : .stage
  }

  /// Of some columns, those of crosses alone, with one cross at least.
  private static func crossed(
    _ columns: [Int], _ rows: some AttributeRows, orStages: Bool = false
  ) -> [Int]? {
    let found = columns.filter { column in
      var hasCross = false
      for row in 0..<rows.rowCount where !isTotal(row, rows) {
        let mark = mark(rows.value(row: row, column: column))
        guard let mark, orStages || mark != .stage else { return false }
        hasCross = hasCross || mark != .no
      }
      return hasCross
    }
    return found.isEmpty ? nil : found
  }

  /// Whether columns of CPTS hold numbers, shares, dates or doubtful crosses (`x ?`) in the place of crosses:
  /// they are refused, with the first cell.
  private static func holdOthers(_ columns: [Int], _ rows: some AttributeRows) -> Bool {
    var isFound = false
    for column in columns {
      for row in 0..<rows.rowCount where !isTotal(row, rows) {
        let text = rows.value(row: row, column: column)
        if mark(text) != nil { continue }
        guard isDoubtfulCross(text) || text.contains(where: \.isNumber) else { return false }
        isFound = true
      }
    }
    return isFound
  }

  static func isDoubtfulCross(_ text: String) -> Bool {
    text.utf8.count <= 20 && ["x", "X"].contains(text.prefix(1))
  }

  /// A row that counts the crosses above it.
  static func isTotal(_ row: Int, _ rows: some AttributeRows) -> Bool {
    (0..<rows.fieldCount(row: row)).contains { column in
      let text = folded(rows.value(row: row, column: column))
      return text.hasPrefix("total") || text.hasPrefix("sous_total") || text == "ensemble"
    }
  }

  private static func holdCodes(_ columns: [Int], _ rows: some AttributeRows) -> Bool {
    columns.count > 1
      && columns.allSatisfy { column in
        var isFilled = false
        for row in 0..<rows.rowCount {
          let text = rows.value(row: row, column: column)
          if text.isEmpty { continue }
          guard isCommune(text) else { return false }
          isFilled = true
        }
        return isFilled
      }
  }
}
