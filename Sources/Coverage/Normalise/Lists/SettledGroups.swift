/// The territories that lists give by groups of communes, for CPTS of which nothing else gives any.
struct SettledGroups {
  private(set) var memberships: [Membership] = []
  private(set) var anomalies: [Anomaly] = []

  /// Levels of which a CPTS is rather a part: their column says where it lies, beside one of another level.
  private static let wide = ["region", "departement"]

  private var levels: PlaceLevels
  private let isKnown: (UnitCode) -> Bool

  /// - Parameters:
  ///   - isKnown: whether a code is that of a commune, of the units' year or another.
  /// - Complexity: O(values + units of the levels named).
  /// - Throws: `InputFault` where a file gives its territories by a level that the study does not know, or
  ///   by one that rather says where CPTS are.
  init(
    _ lists: CPTSFiles, _ levels: PlaceLevels, isKnown: @escaping (UnitCode) -> Bool
  ) throws(InputFault) {
    self.levels = levels
    self.isKnown = isKnown
    guard !lists.groups.isEmpty else { return }
    var placed = Set(lists.memberships.lazy.map(\.cpts))
    for layer in lists.layers { placed.formUnion(layer.rows.lazy.map(\.cpts)) }
    let isAlone = lists.memberships.isEmpty && lists.layers.allSatisfy { $0.rows.isEmpty }
    for var file in lists.groups {
      file.beside = file.beside.without { !self.levels.levels($0).isEmpty }
      let owners = file.columns.flatMap { $0.values.map(\.cpts) }
      guard owners.contains(where: { !placed.contains($0) }) else { continue }
      let isWhole = !owners.contains(where: placed.contains)
      if isWhole,
        let numbers = try CommuneNumbers(file.beside, file: file.file, isKnown: isKnown)
      {
        memberships += numbers.memberships
        anomalies.append(numbers.anomaly)
      } else {
        try take(file, isAlone: isAlone, isWhole: isWhole)
      }
    }
  }

  /// - Parameters:
  ///   - isAlone: whether no file gives territories otherwise.
  ///   - isWhole: whether no CPTS of the file has a territory otherwise.
  private mutating func take(
    _ groups: GroupColumns, isAlone: Bool, isWhole: Bool
  ) throws(InputFault) {
    let (columns, file) = (groups.columns.filter { !$0.values.isEmpty }, groups.file)
    var known: [GroupColumns.Column] = []
    for column in columns where !levels.levels(column.level).isEmpty {
      if LevelName.usual.contains(column.level) {
        known.append(column)
      } else if isWhole {
        anomalies.append(.mayBeTerritory(column, file))
      }
    }
    for wide in Self.wide where Set(known.map(\.level)).count > 1 {
      known.removeAll { $0.level == wide }
    }
    guard let first = known.first else {
      if isAlone, let column = columns.first(where: { LevelName.usual.contains($0.level) }) {
        throw Self.unknown(column, file)
      }
      return
    }
    guard known.allSatisfy({ $0.level == first.level }) else {
      anomalies.append(.severalDivisions(known.map(\.name), first, file))
      return
    }
    // Beside other territories a column may say where CPTS are, and one of whole departments does.
    guard isWhole, isAlone || !Self.wide.contains(first.level) else {
      anomalies.append(.mayBeTerritory(first, file))
      return
    }
    // Of codes and names of one level, the first column is read.
    if let shared = Self.sharedGroup(first) {
      anomalies.append(.placeOfCPTS(first, shared, file))
      return
    }
    try settle(first, groups, columns)
    memberships += first.values.map { value in
      Membership(
        cpts: value.cpts, code: UnitCode(value.text), column: first.name, span: value.span,
        file: file, line: value.line)
    }
  }

  /// Tells, or refuses, a column that may only say where CPTS are.
  private mutating func settle(
    _ column: GroupColumns.Column, _ groups: GroupColumns, _ columns: [GroupColumns.Column]
  ) throws(InputFault) {
    let isWide = Self.wide.contains(column.level)
    let finer = columns.filter {
      LevelName.usual.contains($0.level) && !Self.wide.contains($0.level)
    }
    let level = levels.levels(column.level)
    let doubt = PlaceOrTerritory(
      column, groups, isWide: isWide, finer: finer.map(\.name),
      numbers: isWide ? CommuneNumbers.doubtful(groups.beside, isKnown: isKnown) : [],
      communes: { Self.communes(of: $0, level) })
    if let fault = doubt.fault { throw fault }
    if let anomaly = doubt.anomaly { anomalies.append(anomaly) }
  }

  /// How many communes some texts stand for; nil where one is not known.
  private static func communes(of texts: Set<String>, _ levels: [PlaceLevel]) -> Int? {
    var units: Set<Index<Unit>> = []
    for text in texts {
      let found = levels.lazy.flatMap { level in
        level.groups(text, isMeant: true).map { level.units(of: $0) }
      }.first
      guard let found else { return nil }
      units.formUnion(found)
    }
    return units.count
  }

  /// A group that two CPTS have, where none has several: then the column rather says where each lies.
  private static func sharedGroup(_ column: GroupColumns.Column) -> GroupColumns.Value? {
    var groupOf: [CPTSID: String] = [:]
    var owner: [String: CPTSID] = [:]
    var shared: GroupColumns.Value?
    for value in column.values {
      let text = folded(value.text)
      if let other = groupOf.updateValue(text, forKey: value.cpts), other != text { return nil }
      if PlaceText.isDivided(value.text) { return nil }
      if let other = owner.updateValue(value.cpts, forKey: text), other != value.cpts {
        shared = shared ?? value
      }
    }
    return shared
  }

  private static func unknown(_ column: GroupColumns.Column, _ file: String) -> InputFault {
    let name = ShownName.shortened(column.name)
    let value = column.values.first
    let shown = ShownName.shortened(value?.text ?? "")
    return InputFault(
      path: file, line: value?.line,
      problem: Wording(
        fr:
          "« \(name) » donne les territoires (« \(shown) »…), mais aucune colonne des unités ni de "
          + "--attributes ne dit de quelles communes ils sont faits",
        en: "“\(name)” gives the territories (“\(shown)”…), but no column of the units or of "
          + "--attributes says which communes they are made of"),
      cure: Wording(
        fr: "donnez --attributes FICHIER avec les colonnes code (INSEE) et \(name)",
        en: "give --attributes FILE with the columns code (INSEE) and \(name)"))
  }
}

extension Anomaly {
  fileprivate static func mayBeTerritory(_ column: GroupColumns.Column, _ file: String) -> Anomaly {
    Anomaly(
      .warning, .columnNotUsed, file: file, line: column.values.first?.line, object: column.name,
      finding: Wording(
        fr:
          "des CPTS sans territoire ; la colonne peut dire de quels groupes de communes il est fait, "
          + "ou seulement où elles sont",
        en: "CPTS without territory; the column may say which groups of communes it is made of, or "
          + "only where they are"),
      treatment: Wording(
        fr:
          "elle ne sert pas ; si elle est leur territoire : \(FieldRole.territory.option(column.name).french)",
        en:
          "it is not used; if it is their territory: \(FieldRole.territory.option(column.name).english)"
      ))
  }

  fileprivate static func severalDivisions(
    _ names: [String], _ column: GroupColumns.Column, _ file: String
  ) -> Anomaly {
    let list = names.map { "« \($0) »" }.joined(separator: ", ")
    return Anomaly(
      .warning, .columnNotUsed, file: file, line: column.values.first?.line, object: column.name,
      finding: Wording(
        fr: "plusieurs colonnes peuvent donner les territoires : \(list)",
        en: "several columns may give the territories: \(list)"),
      treatment: Wording(
        fr:
          "aucune ne sert ; choisissez : \(FieldRole.territory.option(column.name).french), par exemple",
        en: "none is used; choose: \(FieldRole.territory.option(column.name).english), for instance"
      ))
  }

  fileprivate static func placeOfCPTS(
    _ column: GroupColumns.Column, _ value: GroupColumns.Value, _ file: String
  ) -> Anomaly {
    let shown = ShownName.shortened(value.text)
    return Anomaly(
      .warning, .columnNotUsed, file: file, line: value.line, object: column.name,
      finding: Wording(
        fr:
          "« \(shown) » est donné à plusieurs CPTS : la colonne dit sans doute où elles sont, pas "
          + "leur territoire",
        en:
          "“\(shown)” is given to several CPTS: the column probably says where they are, not their "
          + "territory"),
      treatment: Wording(
        fr:
          "elle ne sert pas ; si elle est leur territoire : \(FieldRole.territory.option(column.name).french)",
        en:
          "it is not used; if it is their territory: \(FieldRole.territory.option(column.name).english)"
      ))
  }
}
