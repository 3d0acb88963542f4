/// The tables of a consolidation, row for row.
struct ConsolidationTables {
  let consolidation: Consolidation

  func all() -> [Table] {
    [cpts(), territories(), arbitrations(), senders()] + [changes()].compactMap { $0 }
  }

  private static let sources = [SourceColumns.file, SourceColumns.line, SourceColumns.sender]

  private func source(_ place: SourcePlace, _ sender: Int) -> [Cell] {
    [
      .text(place.file), .whole(place.line), .text(consolidation.senders[sender].name),
    ]
  }

  /// What `report` reads of each CPTS, then where it comes from.
  func cpts() -> Table {
    let dates = ConsolidatedTexts.dateRoles.map(\.role.rawValue)
    let others: [FieldRole] = [.seat, .fragile] + FieldRole.headcounts
    var table = Table(
      "cpts", rows: consolidation.cpts.count,
      ["cpts_id", "cpts_nom", "stade"] + dates + others.map(\.rawValue) + Self.sources)
    for cpts in consolidation.cpts {
      let record = cpts.record
      let days = record.datesByColumn
      let flag = record.isFragile.map { $0 ? "oui" : "non" } ?? ""
      table.append(
        row: [.code(cpts.id.text), .text(record.name), .text(record.givenStage?.key ?? "")],
        dates.map { .text(days[$0] ?? "") },
        [.code(record.seat?.code.text ?? ""), .text(flag)],
        FieldRole.headcounts.map { .whole(record.headcounts[$0.rawValue]) },
        source(cpts.place, cpts.sender))
    }
    return table
  }

  /// A row for each commune of each CPTS; the part, and the days, only where a list has any.
  func territories() -> Table {
    let rows = consolidation.cpts.flatMap { cpts in cpts.communes.map { (cpts, $0) } }
    let haveParts = rows.contains { $0.1.share != nil }
    let haveDays = rows.contains { $0.1.span != .always }
    let days = haveDays ? [FieldRole.pairStart, .endDate].map(\.rawValue) : []
    var table = Table(
      "perimetres", rows: rows.count,
      ["cpts_id", "code_commune"] + (haveParts ? [FieldRole.share.rawValue] : []) + days
        + Self.sources)
    for (cpts, commune) in rows {
      table.append(
        row: [.code(cpts.id.text), .code(commune.code.text)],
        haveParts ? [.decimal(commune.share ?? 1, decimals: 7)] : [],
        haveDays
          ? [commune.span.start, commune.span.end].map { .text($0?.description ?? "") } : [],
        source(commune.place, commune.sender))
    }
    return table
  }

  /// The last column is for whoever decides.
  func arbitrations() -> Table {
    let language = consolidation.options.language
    var table = Table(
      "arbitrages",
      [
        "arbitrage", "nature", "objet", "choix", "retenu", "regle", "population", "constat",
        "communes", "decision",
      ])
    for row in consolidation.arbitrations {
      table.append(
        .text(row.key), .text(row.nature.rawValue), .codes(row.objects),
        .codes(row.choices.map(\.text)), .text(row.kept.text), .text(row.rule.rawValue),
        .whole(row.people), .text(row.finding[language]), .codes(row.communes), .text(""))
    }
    return table
  }

  /// What each sender sent: the next month is held to it.
  func senders() -> Table {
    var table = Table(
      "expediteurs",
      [
        SourceColumns.sender, "region", "cpts", "communes", "population", "lignes_lues",
        "lignes_ecartees", "fichiers",
      ])
    for list in consolidation.lists {
      table.append(
        .text(list.sender.name), .code(list.region), .whole(list.declarations.count),
        .whole(list.communeCount), .whole(list.people),
        .whole(list.ledgers.reduce(0) { $0 + $1.rowsRead }),
        .whole(list.ledgers.reduce(0) { $0 + $1.rowsSetAside }),
        .codes(list.sender.files.map { list.sender.label(of: $0) }))
    }
    return table
  }

  /// What changed since the last consolidation; nil where nobody asks.
  func changes() -> Table? {
    consolidation.changes.map { changes in
      var table = Table(
        "changements",
        [SourceColumns.sender, "nature", "cpts_id", "cpts_nom", "avant", "apres"])
      for change in changes {
        table.append(
          .text(change.sender), .text(change.nature.rawValue), .code(change.id),
          .text(change.name), .codes(change.before), .codes(change.after))
      }
      return table
    }
  }
}
