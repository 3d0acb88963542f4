/// What `cpts.csv` and `perimetres.csv` of a consolidation say of one CPTS, in the words of these files: two
/// months are compared by it.
struct ConsolidatedTexts {
  let name: String
  /// The highest stage given or dated.
  let stage: String
  /// By column.
  let dates: [String: String]
  let communes: Set<String>
  let sender: String

  static let dateRoles: [(role: FieldRole, stage: Stage?)] =
    FieldRole.stageDates.map { ($0.role, $0.stage) } + [(.endDate, nil)]

  init(_ cpts: ConsolidatedCPTS, _ senders: [Sender]) {
    name = ExportedText.plain(cpts.record.name)
    stage = cpts.record.isStaged ? cpts.record.highestStage.key : ""
    dates = cpts.record.datesByColumn
    communes = Set(cpts.communes.map { Self.commune($0.code.text, $0.share, $0.span) })
    sender = ExportedText.plain(senders[cpts.sender].name)
  }

  /// - Parameters:
  ///   - row: of `cpts.csv`, by column.
  ///   - communes: as `commune` writes them.
  init(row: [String: String], communes: Set<String>) {
    name = row["cpts_nom"] ?? ""
    var dates: [String: String] = [:]
    for (role, _) in Self.dateRoles {
      if let text = row[role.rawValue], !text.isEmpty { dates[role.rawValue] = text }
    }
    self.dates = dates
    let dated = Self.dateRoles.filter { dates[$0.role.rawValue] != nil }.compactMap(\.stage).max()
    stage = dated?.key ?? row["stade"] ?? ""
    self.communes = communes
    sender = row[SourceColumns.sender] ?? ""
  }

  /// A commune, with its part where it is not all, and its days where it is not always.
  static func commune(_ code: String, _ share: Double?, _ span: DateSpan) -> String {
    let parts = [
      share.map { "\(NumberText.decimal($0 * 100, 5)) %" },
      span == .always ? nil : "\(span.start?.description ?? "…") → \(span.end?.description ?? "…")",
    ].compactMap { $0 }
    return parts.isEmpty ? code : "\(code) (\(parts.joined(separator: ", ")))"
  }

  /// The dates in one cell.
  var allDates: String {
    Self.dateRoles.compactMap { role, _ in
      dates[role.rawValue].map { "\(role.rawValue) \($0)" }
    }.joined(separator: ", ")
  }
}

extension CPTS {
  /// Whether any file says a stage.
  var isStaged: Bool { givenStage != nil || !stageDates.isEmpty }

  /// Dates by the column that has them.
  var datesByColumn: [String: String] {
    var result: [String: String] = [:]
    for (role, stage) in FieldRole.stageDates {
      result[role.rawValue] = stageDates[stage]?.description
    }
    result[FieldRole.endDate.rawValue] = endDate?.description
    return result
  }
}
