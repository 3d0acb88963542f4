/// A territory that somebody proposes for a CPTS, and asks an opinion on.
///
/// In the study it is a CPTS at `aucun` under a key of its own: it changes no figure until it is set in
/// place, and it may have the identifier of a CPTS whose perimeter it would replace.
struct Proposal: Sendable {
  /// What the file says of it, under the identifier in the file.
  let record: CPTS
  /// Its identifier in the study.
  let key: CPTSID
  /// Where it is first named.
  let file: String
  let line: Int
  /// Lines of its file that are about it.
  let lines: Set<Int>
  /// Whether units are listed, and whether there is a drawing.
  let isListed: Bool
  let isDrawn: Bool

  var id: CPTSID { record.id }
  var name: String { record.name.isEmpty ? record.id.text : record.name }

  /// How the territory is given, as the files of the opinion say it.
  var form: String {
    switch (isListed, isDrawn) {
    case (true, true): "liste et dessin"
    case (_, true): "dessin"
    default: "liste"
    }
  }
}

extension CPTSFiles {
  /// An opinion costs about a study, and each is compared with all others.
  static let mostProposals = 30

  func isProposal(_ id: CPTSID) -> Bool { proposals.contains { $0.key == id } }

  /// Reads the territories proposed, by the same rules as those of CPTS. A file that names no CPTS holds
  /// one territory, which gets the file's name.
  ///
  /// - Throws: `InputFault` for a file without any territory, and for an identifier in two files.
  mutating func propose(
    _ inputs: [InputPath], named columns: [FieldRole: String]
  ) throws(InputFault) {
    for input in inputs {
      var files = CPTSFiles()
      try files.read(input, named: columns, unnamedAs: CPTSID(Self.plainName(of: input)))
      guard !files.cpts.isEmpty else { throw Self.noTerritory(input.name) }
      let lists = Dictionary(grouping: files.memberships, by: { $0.cpts })
      let drawings = Dictionary(grouping: files.layers.flatMap { $0.rows }, by: { $0.cpts })
      var keys: [CPTSID: CPTSID] = [:]
      for id in files.cpts.keys.sorted() {
        let (file, line) = files.origins[id] ?? (input.name, 1)
        if let other = proposals.first(where: { $0.id == id }) {
          throw Self.isTwice(id, file, line, and: other)
        }
        let key = key(for: id)
        keys[id] = key
        add(
          files.cpts[id] ?? CPTS(id: id, name: ""), key: key, file: file, line: line,
          listed: lists[id, default: []].map { $0.line }
            + files.groups.flatMap { $0.lines(of: id) },
          drawn: drawings[id, default: []].map { $0.line })
        guard proposals.count <= Self.mostProposals else { throw Self.tooMany(file, line) }
      }
      append(files, keys)
    }
  }

  private mutating func add(
    _ record: CPTS, key: CPTSID, file: String, line: Int, listed: [Int], drawn: [Int]
  ) {
    proposals.append(
      Proposal(
        record: record, key: key, file: file, line: line, lines: Set(listed + drawn + [line]),
        isListed: !listed.isEmpty, isDrawn: !drawn.isEmpty))
    var placed = CPTS(id: key, name: record.name.isEmpty ? record.id.text : record.name)
    placed.givenStage = Stage.none
    records.add(placed, file: file, line: line)
  }

  private mutating func append(_ files: CPTSFiles, _ keys: [CPTSID: CPTSID]) {
    memberships += files.memberships.map { row in
      var row = row
      row.cpts = keys[row.cpts] ?? row.cpts
      return row
    }
    besideDrawings += files.besideDrawings.map { row in
      var row = row
      row.cpts = keys[row.cpts] ?? row.cpts
      return row
    }
    groups += files.groups.map { $0.renamed(keys) }
    layers += files.layers.map { layer in
      DrawnLayer(
        path: layer.path, reference: layer.reference, polygons: layer.polygons,
        rows: layer.rows.map {
          DrawnLayer.Row(cpts: keys[$0.cpts] ?? $0.cpts, span: $0.span, line: $0.line)
        })
    }
    unusedColumns += files.unusedColumns
    anomalies += files.anomalies
    ledgers += files.ledgers
  }

  /// An identifier that no CPTS of the study has.
  private func key(for id: CPTSID) -> CPTSID {
    var key = CPTSID("\(id) (proposition)")
    var number = 2
    while cpts[key] != nil {
      key = CPTSID("\(id) (proposition \(number))")
      number += 1
    }
    return key
  }

  /// The name of a file without its folders and its extension, with the part of it that is meant.
  static func plainName(of input: InputPath) -> String {
    let name = input.file.split(separator: "/").last ?? ""
    let stem = name.split(separator: ".").first.map { String($0) } ?? String(name)
    return input.layer.map { "\(stem) \($0)" } ?? stem
  }

  /// Whether a file, or the part of it that is meant, is named as what no CPTS covers.
  static func isNone(_ input: InputPath) -> Bool {
    let file = plainName(of: InputPath(input.file))
    return RowsWithoutCPTS.isNone(file) || input.layer.map { RowsWithoutCPTS.isNone($0) } ?? false
  }

  // MARK: Faults

  private static func noTerritory(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "aucun territoire proposé dans le fichier", en: "no proposed territory in the file"),
      cure: Wording(
        fr: "donnez une ligne par commune, ou des polygones",
        en: "give one row a commune, or polygons"))
  }

  private static func isTwice(
    _ id: CPTSID, _ file: String, _ line: Int, and other: Proposal
  ) -> InputFault {
    InputFault(
      path: file, line: line,
      problem: Wording(
        fr: "la proposition « \(id) » est déjà dans \(other.file):\(other.line)",
        en: "proposal “\(id)” is already in \(other.file):\(other.line)"),
      cure: Wording(
        fr: "donnez-leur deux identifiants, ou mettez-les dans un seul fichier",
        en: "give them two identifiers, or put them in one file"))
  }

  private static func tooMany(_ file: String, _ line: Int) -> InputFault {
    InputFault(
      path: file, line: line,
      problem: Wording(
        fr: "plus de \(mostProposals) propositions", en: "more than \(mostProposals) proposals"),
      cure: Wording(
        fr: "demandez les avis en plusieurs fois", en: "ask for the opinions in several runs"))
  }
}
