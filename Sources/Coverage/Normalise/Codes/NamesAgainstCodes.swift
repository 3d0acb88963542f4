/// Names, departments and regions beside codes that are not theirs: a column that was sorted apart, or a slip.
/// Where they are many, a line tells all of a file.
struct NamesAgainstCodes {
  /// What stands beside the code.
  enum Kind: Int {
    case name, unknownName, department, region
  }

  /// A row whose code is kept.
  struct Contradiction {
    let row: Membership
    let text: String
    /// Codes of the places that the text is the name of.
    var others: [UnitCode] = []
  }

  private struct Key: Hashable {
    let file: String
    let kind: Kind
  }

  /// What the rows of a CPTS say of where its communes are, and where they are.
  private struct Whereabouts {
    var said: Set<String> = []
    var real: Set<String> = []
  }

  private let units: StudyUnits
  private let formerNames: () -> [UnitCode: Set<String>]
  private lazy var former = formerNames()
  private var found: [Key: [Contradiction]] = [:]
  private var named: [String: Int] = [:]
  private var whereabouts: [Kind: [CPTSID: Whereabouts]] = [:]
  private var meanings: [Kind: [String: Set<String>]] = [:]

  /// - Parameter formerNames: what communes, and those that they took in, were called in other years, as
  ///   `placeName` has it; asked for where some name is not that of its code.
  init(_ units: StudyUnits, formerNames: @escaping () -> [UnitCode: Set<String>]) {
    self.units = units
    self.formerNames = formerNames
  }

  // MARK: Names

  /// Takes the name beside the code of a row.
  ///
  /// - Complexity: O(length).
  mutating func see(_ row: Membership, _ name: String, _ names: PlaceNames) {
    named[row.file, default: 0] += 1
    guard let unit = units.index[row.code].map({ units[$0] }), unit.name != name,
      placeName(unit.name) != placeName(name)
    else { return }
    let all = names.places(of: name)
    if all.contains(where: { units.isPart($0, of: row.code) }) { return }
    let near = names.codes(of: name, in: [unit.department])
    if near.isEmpty, Self.mayBeOne(name, unit.name) || CityWithDistricts.city(of: row.code) != nil {
      return
    }
    if former[row.code]?.contains(placeName(name)) ?? false { return }
    add(all.isEmpty ? .unknownName : .name, row, name, near.isEmpty ? all : near)
  }

  /// Whether two names may be of one commune in two years: `Saint-Pierre-sur-Dives` and `Saint-Pierre-en-Auge`.
  private static func mayBeOne(_ name: String, _ other: String) -> Bool {
    let words = [name, other].map {
      Set(placeName($0).split(separator: "_").map(String.init)).subtracting(NoteWords.harmless)
    }
    return !words[0].isDisjoint(with: words[1])
  }

  // MARK: Departments and regions

  /// Takes what the columns of departments and regions say beside the code of a row.
  mutating func see(_ row: Membership) {
    guard let unit = units.index[row.code].map({ units[$0] }) else { return }
    see(.department, row, row.hint.department, unit.department)
    see(.region, row, row.hint.region, unit.region)
  }

  private mutating func see(_ kind: Kind, _ row: Membership, _ text: String, _ real: String) {
    if text.isEmpty || real.isEmpty { return }
    let said = meaning(kind, text)
    if said.isEmpty { return }
    whereabouts[kind, default: [:]][row.cpts, default: Whereabouts()].said.formUnion(said)
    whereabouts[kind]?[row.cpts]?.real.insert(real)
    if !said.contains(real) { add(kind, row, text, []) }
  }

  private mutating func meaning(_ kind: Kind, _ text: String) -> Set<String> {
    if let known = meanings[kind]?[text] { return known }
    let said =
      kind == .department ? UnitCodeColumns.departments(text) : AdministrativeNames.regions(text)
    meanings[kind, default: [:]][text] = said
    return said
  }

  private mutating func add(
    _ kind: Kind, _ row: Membership, _ text: String, _ others: [UnitCode]
  ) {
    found[Key(file: row.file, kind: kind), default: []].append(
      Contradiction(row: row, text: text, others: others))
  }

  /// Rows that contradict their code: the one department of a CPTS that straddles two says where it is.
  private func rows(_ key: Key) -> [Contradiction] {
    let rows = found[key] ?? []
    guard key.kind == .department || key.kind == .region else { return rows }
    return rows.filter { contradiction in
      guard let places = whereabouts[key.kind]?[contradiction.row.cpts] else { return true }
      return places.said.count != 1 || places.said.isDisjoint(with: places.real)
    }
  }

  // MARK: Words

  /// Of names of elsewhere, one in fifty may be older names.
  private static let rareShare = 50
  private static let mostLines = 3

  var anomalies: [Anomaly] {
    found.keys.sorted { ($0.file, $0.kind.rawValue) < ($1.file, $1.kind.rawValue) }.flatMap { key in
      let rows = rows(key)
      let isRare = rows.count * Self.rareShare < named[key.file] ?? 0
      let severity: Anomaly.Severity =
        key.kind == .unknownName || key.kind == .name && isRare ? .information : .warning
      if rows.isEmpty { return [Anomaly]() }
      if rows.count <= Self.mostLines, key.kind != .unknownName {
        return rows.map { told([$0], key, severity) }
      }
      return [told(rows, key, severity)]
    }
  }

  private func told(
    _ rows: [Contradiction], _ key: Key, _ severity: Anomaly.Severity
  ) -> Anomaly {
    let first = rows[0].row
    let isOne = rows.count == 1
    let examples = rows.prefix(Self.mostLines).map { example($0, key.kind) }
    let count = rows.count
    let french = examples.map(\.french).joined(separator: " ; ")
    let english = examples.map(\.english).joined(separator: "; ")
    return Anomaly(
      severity, .nameAgainstCode, file: key.file, line: first.line,
      object: isOne ? first.code.text : "",
      finding: isOne
        ? examples[0]
        : Wording(
          fr:
            "\(count.inFrench("ligne", "lignes")) : \(french)\(count > examples.count ? "…" : "")",
          en: "\(count.inEnglish("row", "rows")): \(english)\(count > examples.count ? "…" : "")"),
      treatment: Self.treatment(severity))
  }

  private func example(_ contradiction: Contradiction, _ kind: Kind) -> Wording {
    let text = ShownName.shortened(contradiction.text)
    let code = contradiction.row.code
    let own = units.place(of: code)?.name ?? ""
    switch kind {
    case .name:
      let list = ShownName.list(contradiction.others.map(\.text), most: 8)
      return Wording(
        fr: "« \(text) » est \(list), mais le code \(code) est celui de \(own)",
        en: "“\(text)” is \(list), but the code \(code) is that of \(own)")
    case .unknownName:
      return Wording(
        fr: "aucune commune ne s’appelle « \(text) », le code \(code) est celui de \(own)",
        en: "no commune is called “\(text)”, the code \(code) is that of \(own)")
    case .department, .region:
      return Wording(
        fr: "« \(text) » n’est pas là où est \(code) (\(own))",
        en: "“\(text)” is not where \(code) (\(own)) is")
    }
  }

  private static func treatment(_ severity: Anomaly.Severity) -> Wording {
    severity == .information
      ? Wording(
        fr: "le code est retenu ; c’est peut-être un ancien nom",
        en: "the code is used; it may be an older name")
      : Wording(
        fr:
          "le code est retenu ; si la colonne a été triée à part, reprenez le fichier d’origine : corrigez "
          + "le code s’il est faux, le nom sinon",
        en:
          "the code is used; if the column was sorted apart, go back to the first file: correct the code "
          + "where it is wrong, else the name")
  }
}

extension AdministrativeNames {
  /// The regions that a text names, by code or name; none where it names something else.
  static func regions(_ text: String) -> Set<String> {
    let padded = text.utf8.count == 1 ? "0" + text : text
    if regions[padded] != nil { return [padded] }
    let name = placeName(text)
    return Set(regions.lazy.filter { placeName($0.value) == name }.map(\.key))
  }
}
