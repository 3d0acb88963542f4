extension PopulationSource {
  /// The population of the units' own file.
  ///
  /// - Parameters:
  ///   - description: what the layer says of itself. Its line “Population : …” tells of the column that
  ///     programs recognise.
  init(units file: String, column: String, description: String) {
    (self.file, self.column) = (file, column)
    if let said = Self.line(of: description) {
      statement = Wording(said)
      year = PopulationKind.years(in: said).first
    } else if !column.isEmpty {
      let (kind, year) = PopulationKind.said(byColumn: column)
      statement = Self.statement(kind, year)
      self.year = year
    }
  }

  /// The population of files that replace it: the name of a column says the year, else that of its file.
  init(files: [(path: String, column: String)]) {
    file = files.map(\.path).joined(separator: "|")
    column = Set(files.map(\.column)).sorted().joined(separator: "|")
    let said = files.map { file in
      let said = PopulationKind.said(byColumn: file.column)
      return (kind: said.kind, year: said.year ?? Self.year(ofFile: file.path))
    }
    let kind = Set(said.map(\.kind)).count == 1 ? said.first?.kind : nil
    year = Set(said.map(\.year)).count == 1 ? said.first?.year : nil
    statement = Self.statement(kind, year)
    guard year == nil, said.contains(where: { $0.year != nil }) else { return }
    let parts = zip(files, said).map { file, said in
      let name = Self.name(ofFile: file.path)
      let year = said.year.map { Wording("\($0)") } ?? Self.unknownYear
      return Wording(fr: "\(name) : \(year.french)", en: "\(name): \(year.english)")
    }
    statement = Wording(
      fr: "\(Self.label(kind).french), "
        + parts.map(\.french).joined(separator: ", "),
      en: "\(Self.label(kind).english), "
        + parts.map(\.english).joined(separator: ", "))
  }

  private static let unknownYear = Wording(fr: "année inconnue", en: "unknown year")

  private static func label(_ kind: PopulationKind?) -> Wording {
    kind?.label
      ?? Wording(fr: "Population de nature inconnue", en: "Population of unknown kind")
  }

  private static func statement(_ kind: PopulationKind?, _ year: Int?) -> Wording {
    guard kind != nil || year != nil else { return PopulationSource().statement }
    let label = label(kind)
    guard let year else {
      return Wording(
        fr: "\(label.french), \(unknownYear.french)", en: "\(label.english), \(unknownYear.english)"
      )
    }
    let comma = kind == nil ? "," : ""
    return Wording(fr: "\(label.french)\(comma) \(year)", en: "\(label.english)\(comma) \(year)")
  }

  /// What follows “Population :” on a line of its own.
  private static func line(of description: String) -> String? {
    for line in description.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":"), folded(String(line[..<colon])) == "population"
      else { continue }
      let said = trimmedSpace(String(line[line.index(after: colon)...]))
      if !said.isEmpty { return ShownName.text(withoutInvisibleSigns(said) ?? said) }
    }
    return nil
  }

  private static func name(ofFile path: String) -> String {
    ShownName.shortened(path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// The one year in the name of a file.
  private static func year(ofFile path: String) -> Int? {
    let years = Set(PopulationKind.years(in: name(ofFile: path)))
    return years.count == 1 ? years.first : nil
  }
}
