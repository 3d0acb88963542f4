/// Since when zones and sectors are known: last columns, where an earlier report is named.
extension StudyTables {
  var historyColumns: [String] { history == nil ? [] : ["depuis", "etait"] }

  func historyCells(_ land: LandHistory?) -> [Cell] {
    land.map { [.code($0.since.description), .codes($0.names)] } ?? []
  }
}
