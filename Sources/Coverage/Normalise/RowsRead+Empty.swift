extension AttributeRows {
  /// A table without a row says nothing: it is not the one that was meant.
  func refuseEmpty() throws(InputFault) {
    guard rowCount == 0 else { return }
    let columns = ShownName.list(header, most: 12)
    throw InputFault(
      path: path,
      problem: header.isEmpty
        ? Wording(fr: "aucune ligne", en: "no row")
        : Wording(
          fr: "aucune ligne sous l’en-tête : \(columns)", en: "no row below the header: \(columns)"),
      cure: Wording(
        fr: "donnez le fichier rempli (ou la bonne feuille : FICHIER#feuille)",
        en: "give the file with its rows (or the right sheet: FILE#sheet)"))
  }
}
