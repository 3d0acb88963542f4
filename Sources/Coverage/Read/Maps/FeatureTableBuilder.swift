import GeoKernel

/// Fills a table row by row, where each row may have columns of its own: members of JSON, elements of KML.
struct FeatureTableBuilder {
  /// Why a row cannot be taken.
  enum Fault: Error {
    case tooManyCells
    case tooManyColumns
    /// A column comes twice in one row, and does not say the same.
    case twice(String)
  }

  var table: FeatureTable
  private let taker: FeatureTable.Taker?
  private var columnOfName: [String: Int] = [:]
  /// For each column, the last row that has it.
  private var lastRow: [Int] = []
  private var budget: TableBudget

  init(path: String, size: Int, handingTo taker: FeatureTable.Taker?) {
    table = FeatureTable(path: path)
    budget = TableBudget(fileSize: size)
    self.taker = taker
  }

  /// The row being filled.
  var row: Int { table.rowCount - 1 }

  mutating func beginRow(line: Int) throws(Fault) {
    table.lines.append(line)
    guard budget.take(cells: table.columns.count) else { throw .tooManyCells }
    for column in table.values.indices { table.values[column].append(nil) }
  }

  /// Gives a column of the row its value.
  ///
  /// - Parameter isNested: whether the file has something else than a text there.
  mutating func set(_ name: String, _ text: String?, isNested: Bool = false) throws(Fault) {
    let column = try column(name)
    if isNested { table.notes.note(.notText, row: row, column: column) }
    let value = text.map { table.notes.taken($0, row: row, column: column) }
    // A name given twice says one thing, or nothing that can be relied on.
    guard lastRow[column] != row || table.values[column][row] == value else {
      throw .twice(name)
    }
    lastRow[column] = row
    table.values[column][row] = value
  }

  private mutating func column(_ name: String) throws(Fault) -> Int {
    if let known = columnOfName[name] { return known }
    let column = table.columns.count
    guard column < TableBudget.greatestColumnCount else { throw .tooManyColumns }
    guard budget.take(cells: row + 1) else { throw .tooManyCells }
    columnOfName[name] = column
    table.columns.append(withoutInvisibleSigns(name) ?? name)
    table.values.append(Array(repeating: nil, count: row + 1))
    lastRow.append(-1)
    return column
  }

  /// Whether the row has a value in a column of this name.
  func has(_ name: String) -> Bool { columnOfName[name].map { lastRow[$0] == row } ?? false }

  /// Takes room for vertices that the file does not hold one by one.
  ///
  /// - Returns: false where there is none.
  mutating func take(vertices: Int) -> Bool { budget.take(vertices: vertices) }

  /// Says why the geometry of the row is not used, wholly or in part.
  mutating func note(unreadable reason: Wording?, passedOver: Int) {
    if let reason {
      table.geometry.discardOpenFeature()
      table.geometryProblems.append((row, .unreadableGeometry(reason)))
    } else if passedOver > 0 {
      table.geometryProblems.append((row, .partsWithoutArea(passedOver)))
    }
  }

  mutating func endRow() { table.endFeature(handingTo: taker) }
}

extension FeatureTableBuilder.Fault {
  var problem: Wording {
    switch self {
    case .tooManyCells: TableBudget.tooManyCells
    case .tooManyColumns: TableBudget.tooManyColumns
    case .twice(let name):
      Wording(
        fr: "« \(ShownName.shortened(name)) » vient deux fois pour un même territoire",
        en: "“\(ShownName.shortened(name))” comes twice for one territory")
    }
  }

  func fault(path: String, line: Int) -> InputFault {
    InputFault(
      path: path, line: line, problem: problem,
      cure: Wording(
        fr: "exportez de nouveau la couche, avec les seules colonnes utiles",
        en: "export the layer again, with the needed columns only"))
  }
}
