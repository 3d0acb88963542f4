/// Whether a column of groups of communes says the territory of CPTS, or only where they are: departments and
/// regions are rather the place, and a number of communes tells of any group.
struct PlaceOrTerritory {
  /// Why the run cannot go on.
  private(set) var fault: InputFault?
  /// What is told where one CPTS alone leaves the doubt.
  private(set) var anomaly: Anomaly?

  /// - Parameters:
  ///   - isWide: whether its groups are departments or regions.
  ///   - finer: columns of finer groups, which the units do not know.
  ///   - numbers: columns of numbers that may be those of communes.
  ///   - communes: how many communes a text stands for; nil where it is not known.
  init(
    _ column: GroupColumns.Column, _ file: GroupColumns, isWide: Bool, finer: [String],
    numbers: [String], communes: (Set<String>) -> Int?
  ) {
    let groups = Dictionary(grouping: column.values, by: \.cpts)
    var isCounted = !groups.isEmpty
    for (id, values) in groups.sorted(by: { $0.value[0].line < $1.value[0].line }) {
      guard let said = file.beside.counts[id], let real = communes(Set(values.map(\.text))) else {
        isCounted = false
        continue
      }
      if said.communes == real { continue }
      let shown = ShownName.shortened(file.beside.countColumn)
      fault = Self.fault(
        column, file, values[0],
        Wording(
          fr: "« \(shown) » y dit \(said.communes) communes, ce groupe en a \(real)",
          en: "“\(shown)” says \(said.communes) communes there, this group has \(real)"), numbers)
      return
    }
    guard isWide, !isCounted, let first = column.values.first else { return }
    if let place = (finer + file.beside.places + numbers).first {
      let shown = ShownName.shortened(place)
      fault = Self.fault(
        column, file, first,
        Wording(
          fr: "« \(shown) » y dit plus précisément où elle est",
          en: "“\(shown)” says more closely where it is"), numbers)
    } else if groups.count > 1 {
      fault = Self.fault(
        column, file, first,
        Wording(
          fr: "c’est plus souvent le lieu d’une CPTS que son territoire",
          en: "that is more often the place of a CPTS than its territory"), numbers)
    } else {
      anomaly = Self.attention(column, file.file)
    }
  }

  private static func fault(
    _ column: GroupColumns.Column, _ file: GroupColumns, _ value: GroupColumns.Value,
    _ reason: Wording, _ numbers: [String]
  ) -> InputFault {
    let name = ShownName.shortened(column.name)
    let shown = ShownName.shortened(value.text)
    let whole = FieldRole.territory.option(column.name)
    // The names of options are the same in both languages.
    let others = numbers.map { FieldRole.communeNumber.option($0).french }.joined(separator: ", ")
    return InputFault(
      path: file.file, line: value.line,
      problem: Wording(
        fr:
          "« \(name) » (« \(shown) ») est tout ce qui dirait le territoire de « "
          + "\(ShownName.shortened(value.cpts.text)) » ; or \(reason.french)",
        en:
          "“\(name)” (“\(shown)”) is all that would say the territory of "
          + "“\(ShownName.shortened(value.cpts.text))”; but \(reason.english)"),
      cure: Wording(
        fr:
          "donnez les communes de chaque CPTS (une colonne code, ici ou dans une autre liste --cpts) ; si "
          + "chacune couvre tout son groupe : \(whole.french)"
          + (others.isEmpty ? "" : " ; si des numéros de communes le complètent : \(others)"),
        en:
          "give the communes of each CPTS (a column code, here or in another list --cpts); if each covers "
          + "all of its group: \(whole.english)"
          + (others.isEmpty ? "" : "; if numbers of communes complete it: \(others)")))
  }

  private static func attention(_ column: GroupColumns.Column, _ file: String) -> Anomaly {
    let whole = FieldRole.territory.option(column.name)
    return Anomaly(
      .warning, .territoryByGroup, file: file, line: column.values.first?.line,
      object: column.name,
      finding: Wording(
        fr: "tout ce qui dit le territoire ; ce peut n’être que le lieu de la CPTS",
        en: "all that says the territory; it may only be the place of the CPTS"),
      treatment: Wording(
        fr:
          "lu comme son territoire entier : \(whole.french) le confirme ; sinon donnez ses communes",
        en: "read as its whole territory: \(whole.english) confirms it; else give its communes"))
  }
}
