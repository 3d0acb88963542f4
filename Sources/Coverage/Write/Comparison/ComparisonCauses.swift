/// The causes of the page, each of which opens into its CPTS and their communes.
struct ComparisonCauses {
  /// Communes that a row names; the file has all.
  private static let mostNamed = 12

  private let comparison: Comparison
  private let language: Language

  init(_ comparison: Comparison, _ language: Language) {
    (self.comparison, self.language) = (comparison, language)
  }

  /// - Complexity: O(changes × log of them).
  func html() -> [UInt8] {
    var text = ByteBuffer()
    text.append("<section class=\"causes\">\n<h2>")
    text.append(
      Wording(fr: "Chaque cause, par CPTS et par commune", en: "Each cause, by CPTS and commune")[
        language])
    text.append("</h2>\n")
    let changes = Dictionary(grouping: comparison.changes, by: \.cause)
    for step in comparison.whole.steps {
      let points = step.points.map { NumberText.points($0, language) } ?? "–"
      let unit = Wording(fr: "habitants", en: "people")[language]
      text.append("<details><summary><strong>\(step.cause.label[language])</strong> ")
      text.append("\(points) (\(NumberText.signed(step.people)) \(unit))</summary>\n")
      text.append(table(changes[step.cause] ?? [], step.cause.label[language])[...])
      text.append("</details>\n")
    }
    text.append("</section>\n")
    return text.bytes
  }

  private struct Row {
    var name: String
    var people = 0
    var changes: [CommuneChange] = []
  }

  private func table(_ changes: [CommuneChange], _ title: String) -> [UInt8] {
    let rows = Dictionary(grouping: changes, by: name).map { name, own in
      Row(
        name: name, people: own.reduce(0) { $0 + $1.people },
        changes: own.sorted {
          abs($0.people) == abs($1.people) ? $0.group < $1.group : abs($0.people) > abs($1.people)
        })
    }.sorted {
      abs($0.people) == abs($1.people) ? $0.name < $1.name : abs($0.people) > abs($1.people)
    }
    let most = ComparisonPage.mostRows
    let rest =
      rows.count > most
      ? Wording(
        fr: "\(most) lignes sur \(rows.count) : tout est dans communes_variation.csv.",
        en: "\(most) rows of \(rows.count): all is in communes_variation.csv.")[language] : nil
    let table = DocumentTable(
      [
        Wording(fr: "CPTS, ou département", en: "CPTS, or department")[language],
        Wording(fr: "habitants", en: "people")[language], "communes",
        Wording(fr: "les plus peuplées", en: "the most populous")[language],
      ],
      rows.prefix(most).map { row in
        [
          .cell(.text(row.name)), .figures(Prose(NumberText.signed(row.people))),
          .cell(.whole(row.changes.count)), .cell(.text(named(row.changes))),
        ]
      }, title: title, rest: rest.map { Prose($0) })
    return HTMLText.body(of: Document(title: "", sections: [.init(blocks: [.table(table)])]))
  }

  /// The CPTS that makes a change; where none does, the department.
  private func name(_ change: CommuneChange) -> String {
    guard change.cpts >= 0 else {
      let name = AdministrativeNames.departments[change.department] ?? ""
      return name.isEmpty ? change.department : "\(change.department) \(name)"
    }
    let cpts = (change.people > 0 ? comparison.after : comparison.before).cpts[Int(change.cpts)]
    return cpts.name == cpts.id.text ? cpts.name : "\(cpts.name) (\(cpts.id.text))"
  }

  private func named(_ changes: [CommuneChange]) -> String {
    let names = changes.prefix(Self.mostNamed).map { change in
      let group = comparison.ground.groups[Int(change.group)]
      let communes = group.after.map { comparison.after.communes[Int($0)].name }
      return "\(ShownName.list(communes, most: 3)) (\(NumberText.signed(change.people)))"
    }
    return names.joined(separator: ", ") + (changes.count > Self.mostNamed ? "…" : "")
  }
}
