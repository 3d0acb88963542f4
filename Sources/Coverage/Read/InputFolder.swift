import GeoKernel

/// The files of a folder that a user names in the place of a file.
struct InputFolder {
  /// Paths of the files that may hold a list or a map, sorted by name.
  let files: [String]
  /// Names of those that hold neither, by their endings.
  let others: [String]

  private static let endings = [
    ".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".zip", ".gpkg", ".geojson",
    ".shp", ".kml", ".kmz",
  ]
  /// What accompanies a Shapefile, which is named itself.
  private static let companions = [".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix"]

  /// - Parameter only: names that are read alone where the folder has all of them, as one that we wrote.
  /// - Returns: nil where the path is that of no folder.
  /// - Complexity: O(names).
  init?(_ path: String, only: [String], besides: String) {
    guard let names = try? Folder.names(in: path).all else { return nil }
    let visible = names.filter { name in
      !name.hasPrefix(".") && !name.hasPrefix("~$")
        && FileStatus(path + "/" + name)?.kind != .folder
    }
    if Set(only + [besides]).isSubset(of: visible) {
      files = only.map { path + "/" + $0 }
      others = []
      return
    }
    func ends(_ name: String, _ endings: [String]) -> Bool {
      endings.contains { name.lowercased().hasSuffix($0) }
    }
    files = visible.filter { ends($0, Self.endings) }.map { path + "/" + $0 }
    others = visible.filter { !ends($0, Self.endings) && !ends($0, Self.companions) }
  }
}
