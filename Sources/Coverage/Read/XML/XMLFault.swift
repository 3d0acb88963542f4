/// Why XML is not read.
enum XMLFault: Error, Equatable {
  /// The byte from which it breaks the rules.
  case malformed(at: Int)
  case notUTF8
  /// A document type could declare entities that grow without end; no workbook has one.
  case documentType
  case tooDeep

  /// - Parameter part: the member of the archive.
  func fault(
    path: String, part: String, cure: Wording = XMLFault.cureOfWorkbooks
  ) -> InputFault {
    InputFault(path: path, problem: problem(part), cure: cure)
  }

  private func problem(_ part: String) -> Wording {
    switch self {
    case .malformed(let position):
      Wording(
        fr: "« \(part) » n’est pas du XML correct (octet \(position))",
        en: "“\(part)” is not correct XML (byte \(position))")
    case .notUTF8:
      Wording(fr: "« \(part) » n’est pas en UTF-8", en: "“\(part)” is not UTF-8")
    case .documentType:
      Wording(
        fr:
          "« \(part) » déclare un type de document (<!DOCTYPE>), ce qu’aucun classeur ni aucune carte ne fait",
        en: "“\(part)” declares a document type (<!DOCTYPE>), which no workbook and no map does")
    case .tooDeep:
      Wording(
        fr: "« \(part) » emboîte trop d’éléments", en: "“\(part)” nests too many elements")
    }
  }

  static let cureOfWorkbooks = Wording(
    fr: "ouvrez le classeur dans un tableur et enregistrez-le de nouveau",
    en: "open the workbook in a spreadsheet program and save it again")
}
