/// Size classes and yearly amounts of a dated text, as a file of `data/rules` gives them.
public struct RulePack: Sendable {
  /// Name of the pack, for reports.
  public let name: String
  /// The day on which the text was signed; nil where the pack does not say.
  public let signedOn: CivilDate?
  /// The day on which it was published; nil where the pack does not say.
  public let publishedOn: CivilDate?
  /// The first day on which the text holds.
  public let validFrom: CivilDate
  /// The first day on which another text holds in its place; nil where none does.
  public let supersededOn: CivilDate?
  /// The text that the values come from.
  public let source: String
  /// What a reader of the figures must know of the text, in French.
  public let notes: [String]
  /// Size classes by inhabitants.
  public let sizes: SizeRule
  /// Amounts by size class.
  public let amounts: [Amount]
  /// Euros a year by size class, every item that counts in the totals together; nil where one is unknown.
  public let totals: [Int?]
  /// Where the totals are printed.
  public let totalsSource: String

  /// One line of the table of amounts.
  public struct Amount: Sendable {
    /// Mission, and part of it.
    public let name: String
    /// Euros a year, by size class; nil where no source says.
    public let euros: [Int?]
    /// Whether the item is one of those that make the totals.
    public let countsInTotal: Bool
    /// Whether a CPTS may do without this mission.
    public let isOptional: Bool
    /// Article that gives the amounts.
    public let source: String
  }

  /// Where a day stands to the days on which the text holds.
  public enum Standing: Sendable {
    case notYet
    case inForce
    case superseded
  }

  public func standing(at day: CivilDate) -> Standing {
    if day < validFrom { return .notYet }
    return supersededOn.map { $0 <= day } ?? false ? .superseded : .inForce
  }

  /// Whether the text held on a day.
  public func isInForce(at day: CivilDate) -> Bool { standing(at: day) == .inForce }

  /// Euros a year that a CPTS of a size class that has signed its contract can get at most: fixed and
  /// variable parts of all missions, optional ones too, without supplementary items.
  ///
  /// - Parameter sizeClass: from 1 to the number of classes.
  /// - Returns: nil where an amount is unknown.
  public func yearlyTotal(sizeClass: Int) -> Int? { totals[sizeClass - 1] }

  /// Euros a year that a CPTS of so many inhabitants can get at most; nil where an amount is unknown.
  public func yearlyTotal(people: Int) -> Int? {
    yearlyTotal(sizeClass: sizes.sizeClass(of: people))
  }

  /// The same with the supplementary items.
  public func yearlyTotalWithSupplements(sizeClass: Int) -> Int? {
    supplements.reduce(yearlyTotal(sizeClass: sizeClass)) { sum, item in
      sum.flatMap { sum in item.euros[sizeClass - 1].map { sum + $0 } }
    }
  }

  /// Items outside of the totals.
  public var supplements: [Amount] { amounts.filter { !$0.countsInTotal } }

  /// Whether every total is known.
  var isComplete: Bool { totals.allSatisfy { $0 != nil } }
}

/// Size classes of territories by inhabitants, with what holds on a bound itself.
public struct SizeRule: Sendable {
  /// One bound between two classes.
  public struct Bound: Sendable {
    /// Inhabitants.
    public let people: Int
    /// Class of a territory of exactly so many inhabitants.
    public let classOnBound: Int
    /// Article that gives the bound.
    public let source: String
  }

  /// Ascending; class 1 is below the first.
  public let bounds: [Bound]
  /// A territory within so many percent of a bound could change class by a recount.
  public let nearPercent: Int
  /// What holds where the text is silent, in French.
  public let convention: String

  /// How many classes there are.
  public var classCount: Int { bounds.count + 1 }

  /// From 1 to `classCount`.
  public func sizeClass(of people: Int) -> Int {
    for (index, bound) in bounds.enumerated() {
      if people < bound.people { return index + 1 }
      if people == bound.people { return bound.classOnBound }
    }
    return classCount
  }

  /// The same of people who may be unknown in part: nil then, as any more of them could change it.
  func sizeClass(of people: CountedPeople) -> Int? { people.exact.map { sizeClass(of: $0) } }

  /// The bound that a population is close to; nil where a part of it is unknown.
  func closeBound(_ people: CountedPeople) -> Int? { people.exact.flatMap { closeBound($0) } }

  /// The bound within `nearPercent` of a population.
  public func closeBound(_ people: Int) -> Int? {
    bounds.first { abs(people - $0.people) <= $0.people * nearPercent / 100 }?.people
  }
}

/// A rule that somebody proposed: it can be simulated by name, and is never in force.
public struct RuleSimulation: Sendable {
  /// Name of the proposal.
  public let name: String
  /// The year of the proposal.
  public let proposedIn: Int
  /// The text that proposes it.
  public let source: String
  /// Years that a CPTS keeps its size class after its people have fallen below.
  public let observationYears: Int

  /// The size class that a CPTS would have, after years with these inhabitants.
  ///
  /// A higher class is reached at once; a lower one only when as many years in a row as the proposal
  /// says were below.
  ///
  /// - Parameter people: inhabitants year after year, the oldest first; not empty.
  /// - Complexity: O(years).
  public func sizeClass(ofYears people: [Int], _ sizes: SizeRule) -> Int {
    var held = sizes.sizeClass(of: people.first ?? 0)
    var yearsBelow = 0
    for count in people.dropFirst() {
      let sizeClass = sizes.sizeClass(of: count)
      yearsBelow = sizeClass < held ? yearsBelow + 1 : 0
      if yearsBelow == 0 || yearsBelow >= observationYears {
        held = sizeClass
        yearsBelow = 0
      }
    }
    return held
  }
}
