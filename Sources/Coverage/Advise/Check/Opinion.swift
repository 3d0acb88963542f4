/// What is said of one proposal. It decides nothing.
public struct Opinion: Sendable {
  let proposal: Proposal
  /// The CPTS whose perimeter it replaces.
  let former: DatedCPTS?
  /// The stage that the file of the proposal gives it, which decides nothing; nil where it gives none.
  public let stage: Stage?
  let figures: CPTSFigures
  /// Communes wholly or partly in the proposal, by code.
  public let communes: [UnitCode]
  /// Size class of its people by `StudyOptions.rules`, from 1; nil where they are unknown.
  ///
  /// Source: ACI of 20 June 2019, article 7.1.
  public let sizeClass: Int?
  /// In the order of `OpinionCriterion.Kind`.
  public let criteria: [OpinionCriterion]
  /// What its map shows.
  let shapes: [OpinionShape]
}

extension Opinion {
  /// Identifier in the file of the proposal.
  public var id: CPTSID { proposal.id }
  /// Name in the file; the identifier where it gives none.
  public var name: String { proposal.name }
  /// The file of the proposal, as the user named it.
  public var file: String { proposal.file }
  /// The CPTS whose perimeter the proposal replaces; nil where it replaces none.
  public var replaced: CPTSID? { former?.id }
  /// People of the proposal, without those of units of unknown population; nil where that of none is known.
  public var people: Int? { figures.people.figure }
  /// Area of the proposal, on the ellipsoid.
  public var squareMetres: Double { figures.squareMetres }

  /// The criterion of a kind: every opinion has them all.
  public subscript(kind: OpinionCriterion.Kind) -> OpinionCriterion {
    guard let criterion = criteria.first(where: { $0.kind == kind }) else {
      preconditionFailure("an opinion without \(kind)")
    }
    return criterion
  }

  /// How many criteria find this.
  public func count(_ finding: OpinionFinding) -> Int { criteria.count { $0.finding == finding } }

  /// The gravest finding of all.
  public var gravest: OpinionFinding {
    [.againstRule, .toExamine].first { count($0) > 0 } ?? .favourable
  }
}

extension OpinionFigure {
  /// The number: whole, decimal, or percent from 0 to 100; nil for a text, and where it is unknown.
  public var number: Double? {
    switch value {
    case .whole(let number): number.map { Double($0) }
    case .decimal(let number, _), .measured(let number, _): number
    case .percent(let part, let whole): whole == 0 ? nil : Double(part) / Double(whole) * 100
    case .text, .code, .codes: nil
    }
  }

  /// The text, or the names of a list; empty for a number.
  public var texts: [String] {
    switch value {
    case .text(let text), .code(let text): [text]
    case .codes(let texts): texts
    case .whole, .decimal, .measured, .percent: []
    }
  }
}

extension DocumentTable {
  /// Every row as figures by name.
  ///
  /// - Complexity: O(rows × columns).
  public var records: [[OpinionFigure]] {
    rows.map { row in
      zip(columns, row).compactMap { column, entry in
        guard !column.key.isEmpty, case .cell(let value) = entry else { return nil }
        return OpinionFigure(column.key, column.heading, value)
      }
    }
  }
}
