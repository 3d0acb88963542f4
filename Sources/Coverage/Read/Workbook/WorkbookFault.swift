/// Why a workbook is not read, beside faults of the archive and of XML.
enum WorkbookFault: Error, Equatable {
  case noWorkbook
  case binaryWorkbook
  case partMissing(String)
  case noSheet
  case unknownSheet(String, among: [String])
  case emptySheet(String)
  /// A cell says it stands where no cell can.
  case impossiblePlace(String)
  case outOfOrder(String)
  /// A cell points to a shared text that does not exist.
  case unknownText(cell: String)
  case tooManyCells

  func fault(path: String) -> InputFault {
    InputFault(path: path, problem: problem, cure: cure)
  }

  private var problem: Wording {
    switch self {
    case .noWorkbook:
      Wording(
        fr: "l’archive n’est ni un classeur .xlsx ni un classeur .ods",
        en: "the archive is neither an .xlsx nor an .ods workbook")
    case .binaryWorkbook:
      Wording(fr: "classeur Excel binaire (.xlsb)", en: "a binary Excel workbook (.xlsb)")
    case .partMissing(let part):
      Wording(fr: "« \(part) » manque dans le classeur", en: "the workbook lacks “\(part)”")
    case .noSheet:
      Wording(
        fr: "le classeur n’a aucune feuille de calcul visible",
        en: "the workbook has no visible sheet of cells")
    case .unknownSheet(let name, _):
      Wording(fr: "pas de feuille « \(name) »", en: "there is no sheet “\(name)”")
    case .emptySheet(let name):
      Wording(fr: "la feuille « \(name) » est vide", en: "the sheet “\(name)” is empty")
    case .impossiblePlace(let place):
      Wording(
        fr: "une cellule se dit en « \(place) », ce qui n’existe pas",
        en: "a cell says it is at “\(place)”, which cannot be")
    case .outOfOrder(let place):
      Wording(
        fr: "« \(place) » vient après une cellule ou une ligne qui devrait la suivre",
        en: "“\(place)” comes after a cell or a row that should follow it")
    case .unknownText(let cell):
      Wording(
        fr: "\(cell) renvoie à un texte qui n’est pas dans le classeur",
        en: "\(cell) points to a text that is not in the workbook")
    case .tooManyCells:
      Wording(
        fr: "la feuille déclare plus de cellules qu’elle n’en contient vraiment",
        en: "the sheet declares more cells than it really holds")
    }
  }

  private var cure: Wording {
    switch self {
    case .noWorkbook, .binaryWorkbook:
      Wording(
        fr: "enregistrez la feuille en .xlsx, en .ods ou en CSV (UTF-8)",
        en: "save the sheet as .xlsx, .ods or CSV (UTF-8)")
    case .unknownSheet(_, let names):
      Wording(
        fr: "feuilles présentes : \(names.joined(separator: ", "))",
        en: "sheets present: \(names.joined(separator: ", "))")
    case .noSheet, .emptySheet:
      Wording(
        fr: "nommez la feuille qui contient la table : FICHIER#feuille",
        en: "name the sheet that holds the table: FILE#sheet")
    case .tooManyCells:
      Wording(
        fr: "copiez la table seule dans une nouvelle feuille, ou donnez-la en CSV",
        en: "copy the table alone into a new sheet, or give it as CSV")
    case .partMissing, .impossiblePlace, .outOfOrder, .unknownText:
      Wording(
        fr: "ouvrez le classeur dans un tableur et enregistrez-le de nouveau",
        en: "open the workbook in a spreadsheet program and save it again")
    }
  }
}
