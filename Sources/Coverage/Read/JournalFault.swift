import GeoKernel

extension SQLiteJournal {
  /// Why a database with an open journal is not read, and what to do: whoever writes it must finish.
  func fault(path: String) -> InputFault {
    switch self {
    case .writeAhead:
      InputFault(
        path: path,
        problem: Wording(
          fr: "un autre logiciel a ce GeoPackage ouvert (fichier -wal présent)",
          en: "another program has this GeoPackage open (there is a -wal file)"),
        cure: Wording(
          fr: "fermez-le dans QGIS, puis recommencez", en: "close it in QGIS, then run again"))
    case .rollback:
      InputFault(
        path: path,
        problem: Wording(
          fr:
            "une écriture de ce GeoPackage n’est pas finie (fichier -journal présent) : une partie "
            + "de son contenu manque ou n’est plus valable",
          en: "a write to this GeoPackage is not finished (there is a -journal file): some of its "
            + "content is missing or no longer holds"),
        cure: Wording(
          fr:
            "fermez le logiciel qui l’écrit ; s’il s’est arrêté, ouvrez puis fermez le fichier dans "
            + "QGIS, et recommencez",
          en:
            "close the program that writes it; if it has stopped, open and close the file in QGIS, "
            + "then run again"))
    }
  }
}
