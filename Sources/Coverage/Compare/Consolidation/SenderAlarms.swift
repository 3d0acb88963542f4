extension LastConsolidation {
  /// Senders who are missing, or whose list has lost more than a tenth of its CPTS or of its communes: a file cut
  /// short looks like that.
  ///
  /// Rows are not held against a sender: the same list may have a row a commune, or all communes in a cell.
  func alarms(_ lists: [SenderList]) -> [Anomaly] {
    let former = formerNames(lists)
    let found = lists.compactMap { list -> Anomaly? in
      guard let name = former[list.sender.plainName], let before = counts[name] else { return nil }
      return shrinkage(of: list, before)
    }
    let here = Set(former.values)
    return found
      + counts.filter { !here.contains($0.key) }.sorted { $0.key < $1.key }.map { name, before in
        Anomaly(
          .error, .senderMissing, file: path, line: before.line, object: name,
          finding: Wording(
            fr: "« \(name) » avait envoyé \(before.cpts) CPTS, et n’est pas là",
            en: "“\(name)” had sent \(before.cpts) CPTS, and is not there"),
          treatment: Wording(
            fr: "ses CPTS ne sont plus dans les listes ; donnez aussi son fichier",
            en: "its CPTS are no longer in the lists; give its file too"))
      }
  }

  private func shrinkage(of list: SenderList, _ before: Counts) -> Anomaly? {
    let pairs = [
      (before.cpts, list.declarations.count, Wording("CPTS")),
      (before.communes, list.communeCount, Wording(fr: "communes", en: "communes")),
    ]
    let lost = pairs.filter { old, new, _ in
      old > 0 && Double(old - new) > Double(old) / 10
    }
    guard !lost.isEmpty else { return nil }
    func said(_ language: Language) -> String {
      lost.map { "\($0) \($2[language]) → \($1)" }.joined(separator: ", ")
    }
    return Anomaly(
      .error, .senderShrunk, file: list.sender.files[0], object: list.sender.name,
      finding: Wording(
        fr: "la liste a perdu plus d’un dixième depuis la dernière fois : \(said(.french))",
        en: "the list has lost more than a tenth since the last time: \(said(.english))"),
      treatment: Wording(
        fr: "prise telle quelle ; vérifiez auprès de l’expéditeur que le fichier est entier",
        en: "taken as it is; ask the sender whether the file is whole"))
  }
}
