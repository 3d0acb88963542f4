/// The change of the indicator in one area, as an exact sum of causes.
public struct Waterfall: Sendable, Equatable {
  /// `national` (or `etude`), `region`, `departement`.
  public let level: String
  /// Code of the area.
  public let code: String
  /// Its name.
  public let name: String
  /// People counted, before and after.
  public let total: (before: Int, after: Int)
  /// People covered, before and after.
  public let covered: (before: Int, after: Int)
  /// Causes that are not nought, in the order of their precedence.
  public let steps: [Step]

  /// What one cause makes.
  public struct Step: Sendable, Equatable {
    public let cause: ChangeCause
    /// People who become covered less those who no longer are.
    public let people: Int
    /// Hundredths of a point of the indicator; nil where one of both has nobody to count.
    public let points: Int?
  }

  /// Hundredths of a percent covered, as files print them.
  public var hundredths: (before: Int, after: Int) {
    (
      NumberText.hundredths(of: covered.before, in: total.before),
      NumberText.hundredths(of: covered.after, in: total.after)
    )
  }

  /// - Parameter people: by cause.
  init(
    level: String, code: String, name: String, total: (before: Int, after: Int),
    covered: (before: Int, after: Int), people: [ChangeCause: Int]
  ) {
    (self.level, self.code, self.name) = (level, code, name)
    (self.total, self.covered) = (total, covered)
    let points = Self.points(people, total, covered)
    steps = ChangeCause.allCases.compactMap { cause in
      let (people, points) = (people[cause] ?? 0, points?[cause.place])
      return people == 0 && points ?? 0 == 0
        ? nil : Step(cause: cause, people: people, points: points)
    }
  }

  public static func == (left: Waterfall, right: Waterfall) -> Bool {
    (left.level, left.code, left.name) == (right.level, right.code, right.name)
      && left.total == right.total && left.covered == right.covered && left.steps == right.steps
  }

  /// The change of the printed indicator by cause: each its people of those of after, `population` the rest, to the
  /// hundredth by largest remainder. Of equal remainders the first cause has the hundredth.
  private static func points(
    _ people: [ChangeCause: Int], _ total: (before: Int, after: Int),
    _ covered: (before: Int, after: Int)
  ) -> [Int]? {
    guard total.before > 0, total.after > 0 else { return nil }
    // All over one denominator, so that nothing is rounded before the end.
    let whole = Int128(total.before) * Int128(total.after)
    let stayed = Int128(covered.before + (people[.population] ?? 0))
    let exact = ChangeCause.allCases.map { cause in
      cause == .population
        ? 10_000 * (stayed * Int128(total.before) - Int128(covered.before) * Int128(total.after))
        : 10_000 * Int128(people[cause] ?? 0) * Int128(total.before)
    }
    var points = exact.map { Int($0 >= 0 ? $0 / whole : -((-$0 + whole - 1) / whole)) }
    let change =
      NumberText.hundredths(of: covered.after, in: total.after)
      - NumberText.hundredths(of: covered.before, in: total.before)
    let rests = exact.indices.map { exact[$0] - Int128(points[$0]) * whole }
    let order = rests.indices.sorted { rests[$0] == rests[$1] ? $0 < $1 : rests[$0] > rests[$1] }
    for index in order.prefix(max(0, change - points.reduce(0, +))) { points[index] += 1 }
    return points
  }
}

extension Waterfall {
  /// One waterfall an area: of the whole, of each region, of each department.
  ///
  /// - Complexity: O(communes + changes).
  static func all(
    _ before: Snapshot, _ after: Snapshot, _ changes: [CommuneChange]
  ) -> [Waterfall] {
    let area = after.area ?? before.area
    let whole = area.map { ("etude", $0.code, $0.name) } ?? ("national", "FR", "France")
    typealias Level = (
      name: String, ofCommune: (Snapshot.Commune) -> String, ofChange: (CommuneChange) -> String,
      names: [String: String]
    )
    let levels: [Level] = [
      (whole.0, { _ in whole.1 }, { _ in whole.1 }, [whole.1: whole.2]),
      ("region", { $0.region }, { $0.region }, AdministrativeNames.regions),
      ("departement", { $0.department }, { $0.department }, AdministrativeNames.departments),
    ]
    return levels.flatMap { level, ofCommune, ofChange, names in
      var areas: [String: Sums] = [:]
      for commune in before.communes {
        areas[ofCommune(commune), default: Sums()].total.before += commune.people ?? 0
        areas[ofCommune(commune), default: Sums()].covered.before += commune.covered
      }
      for commune in after.communes {
        areas[ofCommune(commune), default: Sums()].total.after += commune.people ?? 0
        areas[ofCommune(commune), default: Sums()].covered.after += commune.covered
      }
      for change in changes {
        areas[ofChange(change), default: Sums()].people[change.cause, default: 0] += change.people
      }
      return areas.sorted { $0.key < $1.key }.map { code, sums in
        Waterfall(
          level: level, code: code, name: code.isEmpty ? "non renseigné" : names[code] ?? "",
          total: sums.total, covered: sums.covered, people: sums.people)
      }
    }
  }

  private struct Sums {
    var total = (before: 0, after: 0)
    var covered = (before: 0, after: 0)
    var people: [ChangeCause: Int] = [:]
  }
}
