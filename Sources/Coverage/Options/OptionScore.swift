/// The score of an option: the mean of its criteria by the weights of the study, all in thousandths.
public struct OptionScore: Sendable, Equatable {
  /// By criterion, in their order; nil where it says nothing of the option.
  let parts: [Int?]
  /// Thousandths: 1000 is the best that an option can have.
  public let total: Int

  /// Metres to the main commune from which proximity is worth nothing.
  static let farMetres = 50_000.0
  /// Euros a year for a person gained from which the cost is worth nothing.
  static let dearEuros = 10.0

  /// Thousandths of one criterion; nil where it says nothing of the option.
  public subscript(criterion: OptionRules.Criterion) -> Int? {
    OptionRules.Criterion.allCases.firstIndex(of: criterion).flatMap { parts[$0] }
  }

  /// - Parameters:
  ///   - weights: by criterion, in their order.
  ///   - coherent: people from which, and up to which, a CPTS is coherent.
  ///   - euros: what the option costs more a year; nil where unknown.
  init(
    _ kind: SectorOptionKind, _ figures: OptionFigures, _ zone: SectorGround, _ weights: [Int],
    _ coherent: ClosedRange<Int>, euros: Int?
  ) {
    let measure = OptionScoring(
      kind: kind, figures: figures, zone: zone, coherent: coherent, euros: euros)
    parts = OptionRules.Criterion.allCases.map { measure.thousandths($0) }
    var (sum, whole) = (0, 0)
    for (weight, part) in zip(weights, parts) {
      guard let part else { continue }
      sum += weight * part
      whole += weight
    }
    total = whole == 0 ? 0 : (2 * sum + whole) / (2 * whole)
  }
}

/// Each criterion of one option.
private struct OptionScoring {
  let kind: SectorOptionKind
  let figures: OptionFigures
  let zone: SectorGround
  let coherent: ClosedRange<Int>
  let euros: Int?

  func thousandths(_ criterion: OptionRules.Criterion) -> Int? {
    switch criterion {
    case .coverage:
      let whole = zone.totalPeople
      return whole == 0 ? 1000 : inThousandths(whole - figures.remnantPeople, of: whole)
    case .size: return mean { size($0) }
    case .livingArea: return inside(figures.livingAreas)
    case .intercommunality: return inside(figures.intercommunalities)
    case .border:
      return mean { member in
        guard !member.isNew, member.borderMetres > 0 else { return nil }
        return Int(min(1, member.sharedMetres / member.borderMetres) * 1000)
      }
    case .proximity:
      return mean { member in
        member.farthestMetres.map { Int(max(0, 1 - $0 / OptionScore.farMetres) * 1000) }
      }
    case .maturity: return mean { 250 * stage(of: $0).rawValue }
    case .limits:
      return mean { $0.regions.count > 1 ? 0 : $0.departments.count > 1 ? 500 : 1000 }
    case .cost:
      guard let euros else { return nil }
      if euros <= 0 { return 1000 }
      let dear = Double(figures.peopleGained) * OptionScore.dearEuros
      return Int(((1 - min(1, Double(euros) / dear)) * 1000).rounded())
    }
  }

  /// What people gained are worth together, each counted once; units where nobody lives.
  private func mean(_ value: (OptionFigures.Member) -> Int?) -> Int? {
    let isEmpty = figures.peopleGained == 0
    var (sum, weight) = (0.0, 0.0)
    for member in figures.members {
      guard let value = value(member) else { continue }
      let count = Double(isEmpty ? member.unitsGained : member.peopleGained)
      sum += Double(value) * count
      weight += count
    }
    return weight == 0 ? nil : Int((sum / weight).rounded())
  }

  /// A temporary extension is judged by the CPTS that the sector is to become.
  ///
  /// - Returns: nil where a part of its people is unknown.
  private func size(_ member: OptionFigures.Member) -> Int? {
    guard let people = (kind == .temporaryExtending ? zone.toCome : member.after).exact else {
      return nil
    }
    if people < coherent.lowerBound { return inThousandths(people, of: coherent.lowerBound) }
    return people > coherent.upperBound ? inThousandths(coherent.upperBound, of: people) : 1000
  }

  private func stage(of member: OptionFigures.Member) -> Stage {
    zone.member(member.target)?.stage ?? .none
  }

  private func inside(_ areas: OptionFigures.WholeAndCut?) -> Int? {
    guard let areas, areas.peopleKnown > 0 else { return nil }
    return inThousandths(areas.peopleInside, of: areas.peopleKnown)
  }
}
