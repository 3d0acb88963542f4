import GeoKernel

/// Why a GeoPackage is not read.
extension GeoPackageReader {
  /// SQLite reads the missing end of a page as zeros: the header says how long the file must be
  /// (sqlite.org/fileformat2.html, sections 1.3.2 and 1.3.8).
  static func refuseCutFile(_ input: OpenedInput) throws(InputFault) {
    let (header, size) = try input.head(count: 32)
    guard header.count == 32 else { return }
    let pageSize = Int(header[16]) << 8 | Int(header[17])
    let pages = header[28..<32].reduce(0) { $0 << 8 | Int($1) }
    guard size < (pageSize == 1 ? 65536 : pageSize) * pages else { return }
    throw damaged(input, SQLiteFault(code: 0, message: "\(size) octets", statement: "open"))
  }

  /// Columns added to a table without rewriting its rows cost a file nothing.
  static func tooLarge(_ input: OpenedInput) -> InputFault {
    InputFault(
      path: input.name, problem: TableBudget.tooManyCells,
      cure: Wording(
        fr: "exportez de nouveau la couche, avec les seules colonnes utiles",
        en: "export the layer again, with the needed columns only"))
  }

  static func unopened(_ input: OpenedInput) -> InputFault {
    InputFault(
      .missing, path: input.name,
      problem: Wording(
        fr: "SQLite n’ouvre pas ce fichier : son chemin complet a peut-être plus de 500 signes",
        en: "SQLite does not open this file: its whole path may have more than 500 signs"),
      cure: Wording(
        fr: "copiez-le dans un dossier au chemin plus court",
        en: "copy it to a folder with a shorter path"))
  }

  /// A database of another kind: SpatiaLite, tiles, a program's own.
  static func refuseOtherDatabases(
    _ database: borrowing SQLiteDatabase, _ input: OpenedInput
  ) throws {
    let statement = try database.prepare(
      "SELECT count(*) FROM sqlite_master WHERE name IN ('gpkg_geometry_columns', 'gpkg_contents')")
    guard try statement.step(), statement.text(0) == "0" else { return }
    throw InputFault(
      path: input.name,
      problem: Wording(
        fr: "c’est une base SQLite ou SpatiaLite, pas un GeoPackage",
        en: "this is an SQLite or SpatiaLite database, no GeoPackage"),
      cure: Wording(
        fr:
          "ouvrez-la dans QGIS et exportez la couche en GeoPackage (« Sauvegarder les entités sous… »)",
        en: "open it in QGIS and export the layer as GeoPackage (“Save Features As…”)"))
  }

  /// A view that sorts, groups, calls functions, or takes longer than its file explains.
  static func unansweredView(_ input: OpenedInput, _ fault: SQLiteFault) -> InputFault {
    InputFault(
      path: input.fullName,
      problem: Wording(
        fr:
          "cette couche est une vue trop lourde, ou qui trie, regroupe ou appelle des fonctions (\(ShownName.shortened(fault.message)))",
        en:
          "this layer is a view that is too heavy, or that sorts, groups or calls functions (\(ShownName.shortened(fault.message)))"
      ),
      cure: Wording(
        fr: "dans QGIS, exportez-la en une couche de GeoPackage, qui n’est plus une vue",
        en: "in QGIS, export it as a layer of a GeoPackage, which is no longer a view"))
  }

  static func damaged(_ input: OpenedInput, _ fault: SQLiteFault) -> InputFault {
    guard !fault.isRefusalToOpen else { return unopened(input) }
    return InputFault(
      path: input.name,
      problem: Wording(
        fr: "GeoPackage illisible ou tronqué (\(ShownName.shortened(fault.message)))",
        en: "the GeoPackage is damaged or truncated (\(ShownName.shortened(fault.message)))"),
      cure: Wording(
        fr: "téléchargez ou exportez le fichier de nouveau", en: "download or export it again"))
  }
}
