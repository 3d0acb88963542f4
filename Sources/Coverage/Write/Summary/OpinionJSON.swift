/// Every opinion as JSON, for scripts: all figures, and all names.
enum OpinionJSON {
  /// - Complexity: O(names).
  static func bytes(of all: Opinions) -> [UInt8] {
    let study = all.study
    let options = study.options
    let source = study.units.populationSource
    return JSONTree.object([
      ("version", .text(toolkitVersion)),
      ("titre", .text(options.title)),
      ("date_etude", .text(options.at.description)),
      ("compte_a_partir_de", .text(options.whiteBelow.key)),
      (
        "population", .object([("fichier", .text(source.file)), ("colonne", .text(source.column))])
      ),
      ("regles", rules(options)),
      ("conventions", conventions(options)),
      (
        "entrees",
        .array(
          study.digests.map {
            .object([
              ("chemin", .text($0.path)), ("octets", .cell(.whole($0.bytes))),
              ("sha256", .text($0.sha256)),
            ])
          })
      ),
      ("avis", .array(all.opinions.map { opinion($0) })),
      ("entre_propositions", .array(all.mutual.map { mutual($0) })),
      ("portee", .text(Opinions.lastLine)),
    ]).bytes
  }

  private static func rules(_ options: StudyOptions) -> JSONTree {
    let pack = options.rules
    return .object([
      ("nom", .text(pack.name)), ("valide_depuis", .text(pack.validFrom.description)),
      ("en_vigueur", .flag(pack.isInForce(at: options.at))), ("source", .text(pack.source)),
    ])
  }

  private static func conventions(_ options: StudyOptions) -> JSONTree {
    let sizes = options.rules.sizes
    let range = options.optionRules.range(sizes)
    let numbers: [(String, Int)] = [
      ("plus_petite_taille", range.lowerBound), ("plus_grande_taille", range.upperBound),
      ("borne_proche_pct", sizes.nearPercent),
      ("mer_km", OpinionConvention.widestSeaKilometres),
      ("coherence_pct", OpinionConvention.coherentPercent),
      ("habituel_pct", OpinionConvention.usualPercent),
      ("cpts_a_comparer", OpinionConvention.fewestCompared),
      ("population_incertaine_pct", OpinionConvention.sharedPercent),
    ]
    return .object(numbers.map { ($0.0, .cell(.whole($0.1))) })
  }

  private static func opinion(_ opinion: Opinion) -> JSONTree {
    let (proposal, figures) = (opinion.proposal, opinion.figures)
    return .object([
      ("id", .text(proposal.id.text)), ("nom", .text(proposal.name)),
      ("fichier", .text(proposal.file)), ("ligne", .cell(.whole(proposal.line))),
      ("forme", .text(proposal.form)),
      ("nouveau_perimetre_de", opinion.former.map { .text($0.id.text) } ?? .null),
      ("stade_declare", opinion.stage.map { .text($0.key) } ?? .null),
      ("population", .cell(.whole(figures.population))),
      ("superficie_km2", .cell(.squareKilometres(figures.squareMetres))),
      ("nb_communes", .cell(.whole(opinion.communes.count))),
      ("taille", .cell(.whole(opinion.sizeClass))),
      (
        "constats",
        .object(OpinionFinding.allCases.map { ($0.key, .cell(.whole(opinion.count($0)))) })
      ),
      ("criteres", .array(opinion.criteria.map { criterion($0) })),
      ("communes", .cell(.codes(opinion.communes.map(\.text)))),
    ])
  }

  private static func criterion(_ criterion: OpinionCriterion) -> JSONTree {
    .object([
      ("critere", .text(criterion.kind.rawValue)), ("titre", .text(criterion.kind.title)),
      ("constat", .text(criterion.finding.rawValue)), ("raison", .text(criterion.reason)),
      ("chiffres", .object(criterion.figures.map { ($0.key, .cell($0.value)) })),
      (
        "details",
        .object(
          criterion.tables.map { table in
            (
              table.key,
              .array(
                table.rows.map { row in
                  .object(
                    zip(table.columns, row).filter { !$0.0.key.isEmpty }
                      .map { ($0.key, .cell($1)) })
                })
            )
          })
      ),
      ("notes", .cell(.codes(criterion.notes))), ("texte", .text(criterion.kind.basis)),
      ("ne_voit_pas", .text(criterion.kind.blindSpot)),
    ])
  }

  private static func mutual(_ pair: ProposalOverlap) -> JSONTree {
    .object([
      ("proposition_a", .text(pair.first.text)),
      ("proposition_b", .text(pair.second.text)),
      ("population", .cell(.whole(pair.people))),
      ("superficie_km2", .cell(.squareKilometres(pair.squareMetres))),
      (
        "communes",
        .cell(
          .codes(pair.communes.map(\.text)))
      ),
    ])
  }
}

/// A JSON value whose members stay in their order, two spaces a level.
indirect enum JSONTree {
  case object([(String, JSONTree)])
  case array([JSONTree])
  case text(String)
  case flag(Bool)
  /// A list of codes is an array.
  case cell(Cell)
  case null

  /// The whole text, with a line break at its end.
  var bytes: [UInt8] {
    var buffer = ByteBuffer()
    append(to: &buffer, depth: 0)
    buffer.append("\n")
    return buffer.bytes
  }

  private func append(to buffer: inout ByteBuffer, depth: Int) {
    switch self {
    case .object(let members):
      Self.append("{", "}", members, to: &buffer, depth) { buffer, member in
        buffer.append(json: member.0)
        buffer.append(": ")
        member.1.append(to: &buffer, depth: depth + 1)
      }
    case .array(let items):
      Self.append("[", "]", items, to: &buffer, depth) { buffer, item in
        item.append(to: &buffer, depth: depth + 1)
      }
    case .text(let text): buffer.append(json: text)
    case .flag(let flag): buffer.append(flag ? "true" : "false")
    case .cell(.codes(let codes)):
      JSONTree.array(codes.map { .text($0) }).append(to: &buffer, depth: depth)
    case .cell(let cell): buffer.append(json: cell)
    case .null: buffer.append("null")
    }
  }

  private static func append<Item>(
    _ opening: String, _ closing: String, _ items: [Item], to buffer: inout ByteBuffer,
    _ depth: Int, _ body: (inout ByteBuffer, Item) -> Void
  ) {
    buffer.append(opening)
    let margin = "\n" + String(repeating: "  ", count: depth)
    for (index, item) in items.enumerated() {
      buffer.append((index == 0 ? "" : ",") + margin + "  ")
      body(&buffer, item)
    }
    buffer.append((items.isEmpty ? "" : margin) + closing)
  }
}
