extension Decisions {
  /// Rows with the codes that the user chose, where no movements of communes tell more.
  ///
  /// - Throws: `InputFault` where a code chosen is not among the units.
  func applied(
    to rows: [Membership], in units: StudyUnits
  ) throws(InputFault) -> [Membership] {
    guard !codes.isEmpty else { return rows }
    for (_, choice) in codes.sorted(by: { $0.key < $1.key }) where !units.isKnown(choice.name) {
      throw fault(
        choice.line,
        Wording(
          fr: "\(choice.name) n’est pas parmi les unités",
          en: "\(choice.name) is not among the units"))
    }
    return rows.map { row in
      var row = row
      row.code = codes[row.code]?.name ?? row.code
      return row
    }
  }
}
