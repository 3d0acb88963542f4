/// Where in a workbook a table stands, and what was odd on the way.
struct SheetOrigin: Sendable {
  /// The sheet.
  let name: String
  /// Every sheet of the workbook that has cells.
  let names: [String]
  /// Number of the header's row in the spreadsheet, from 1.
  let headerLine: Int
  /// Column of the spreadsheet for each column of the table, from 0 for A.
  let columns: [Int]
  /// How many cells take the value of a cell above that they are merged with.
  let mergedCells: Int
  /// Numbers of the rows below the header that the spreadsheet does not show.
  let hiddenRows: [Int]
  /// Cells below the header whose content is not used.
  let problems: [WorkbookProblem]

  init(_ sheet: WorkbookSheet, _ table: SheetTable) {
    name = sheet.name
    names = sheet.names
    headerLine = table.headerLine
    columns = table.columns
    mergedCells = table.mergedCells
    hiddenRows = sheet.cells.hiddenRows.map { Int($0) }.filter { $0 > table.headerLine }
    problems = sheet.problems.filter { $0.row > table.headerLine }
  }
}
