/// A CPTS as the files describe it, before any date is chosen.
public struct CPTS: Sendable {
  /// Identifier in the files.
  public let id: CPTSID
  /// Name in the files; the identifier where they give none.
  public var name: String
  /// The stage given without date: it holds at every date.
  public var givenStage: Stage?
  /// Dates at which stages were reached.
  public var stageDates: [Stage: CivilDate] = [:]
  /// From this day on the CPTS no longer exists.
  public var endDate: CivilDate?
  /// Commune of its seat, which tells the caisse that is competent; nil where no file says.
  ///
  /// Source: ACI of 20 June 2019, article 4.
  public internal(set) var seat: Seat?
  /// Whether the files flag the CPTS as fragile; nil where they say nothing.
  public var isFragile: Bool?
  /// Health professionals of the territory; nil where no file says.
  public var professionals: Int?
  /// Professionals who adhere to the CPTS; nil where no file says.
  public var members: Int?
  /// Members who take part in its work; nil where no file says.
  public var activeMembers: Int?

  /// A commune that a CPTS has its seat in, and where a file says so.
  public struct Seat: Sendable, Equatable {
    /// INSEE code, of the year of the units.
    public internal(set) var code: UnitCode
    let file: String
    let line: Int
  }

  /// A CPTS of which nothing but its name is known.
  public init(id: CPTSID, name: String) {
    self.id = id
    self.name = name
  }

  /// The highest stage reached on a day; dates win over a stage given without one.
  ///
  /// - Returns: nil where neither is known.
  public func stage(at day: CivilDate) -> Stage? {
    if let endDate, endDate <= day { return Stage.none }
    if stageDates.isEmpty { return givenStage }
    return stageDates.filter { $0.value <= day }.keys.max() ?? Stage.none
  }
}
