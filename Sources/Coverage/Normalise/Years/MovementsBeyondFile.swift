/// Movements after the last of a file, as far as the units show them.
///
/// Units newer than the movements name communes that the movements say are gone: Celles, 15031, merged
/// into Neussargues en Pinatelle in 2016 and is a commune again in 2025. Such a unit proves a
/// re-establishment. What newer units no longer have has merged, they do not say into what.
enum MovementsBeyondFile {
  /// - Parameters:
  ///   - history: of the movements known.
  ///   - units: codes of the units, of the last year of the history or later.
  /// - Returns: re-establishments dated the 1st of January after the last year of the history; empty
  ///   where the units show none. The line is that of no row: 0.
  /// - Complexity: O(units + pieces of land).
  static func restorations(
    shownBy units: Set<UnitCode>, after history: CodeHistory
  ) -> [CommuneMovement] {
    let last = history.years.upperBound
    guard let day = CivilDate(year: last + 1, month: 1, day: 1) else { return [] }
    var found: [CommuneMovement] = []
    var mothers: Set<UnitCode> = []
    for code in units.sorted() where history.isNamed(code) && !history.isCommune(code, in: last) {
      guard let year = history.yearsAsCommune(code).last?.upperBound else { continue }
      let fate = history.fate(of: code, from: year, to: last).correspondence
      guard case .part(let mother, _, _) = fate else { continue }
      if mothers.insert(mother).inserted && units.contains(mother) {
        found.append(restoration(mother, mother, day, history))
      }
      found.append(restoration(mother, code, day, history))
    }
    return found
  }

  private static func restoration(
    _ mother: UnitCode, _ code: UnitCode, _ day: CivilDate, _ history: CodeHistory
  ) -> CommuneMovement {
    func side(_ code: UnitCode) -> CommuneMovement.Side {
      CommuneMovement.Side(type: .commune, code: code, name: history.name(of: code))
    }
    return CommuneMovement(
      kind: .restoration, date: day, before: side(mother), after: side(code), line: 0)
  }
}
