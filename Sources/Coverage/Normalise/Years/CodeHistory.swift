/// The codes of communes through the years, as INSEE's movements tell them.
///
/// A year stands for its 1st of January, movements of that day included, as in the editions of the
/// code officiel géographique. A commune that no movement names is taken to have existed all along
/// where the reference names it, and is unknown elsewhere.
struct CodeHistory: Sendable {
  /// Years that the movements bound: from the 1st of January before the first to that on or after the
  /// last.
  let years: ClosedRange<Int>
  let movements: [CommuneMovement]
  /// Movements that contradict those before them, and were left out.
  let contradictions: [CommuneMovement]

  let record: LandRecord
  let numbers: [UnitCode: Int32]
  let reference: Set<UnitCode>
  /// Codes of the reference that no movement names as a commune; sorted.
  private let neverNamed: [UnitCode]
  private let names: [UnitCode: String]
  private let partLives: [UnitCode: [LandRecord.Life]]
  /// By code, indices of the movements that keep it: absorptions, renames; in order of time.
  let keptCode: [UnitCode: [Int32]]

  /// - Parameters:
  ///   - movements: in any order.
  ///   - reference: communes of a year after the movements, or of any year for those never named.
  ///   - path: the movements' file, for what is wrong with it.
  /// - Complexity: O(n log n) for n movements, and the pieces of land that they make.
  /// - Throws: `InputFault` where movements chase each other without end.
  init(
    _ movements: [CommuneMovement], reference: Set<UnitCode>, path: String
  ) throws(InputFault) {
    let replayed = try LandReplay.run(movements, path: path)
    self.movements = movements
    self.reference = reference
    record = replayed.record
    contradictions = replayed.contradictions.map { movements[Int($0)] }
    let numbers = Dictionary(
      uniqueKeysWithValues: record.codes.enumerated().map { ($1, Int32($0)) })
    self.numbers = numbers
    neverNamed = reference.filter { numbers[$0] == nil }.sorted()
    years = Self.years(of: movements)
    keptCode = Self.keptCode(movements)
    names = Self.names(in: movements)
    partLives = PartLives.of(movements)
  }

  private static func names(in movements: [CommuneMovement]) -> [UnitCode: String] {
    var latest: [UnitCode: (date: CivilDate, name: String)] = [:]
    for movement in movements where movement.after.type == .commune {
      let side = movement.after
      guard !side.name.isEmpty else { continue }
      if let known = latest[side.code], (known.date, known.name) >= (movement.date, side.name) {
        continue
      }
      latest[side.code] = (movement.date, side.name)
    }
    return latest.mapValues { $0.name }
  }

  private static func years(of movements: [CommuneMovement]) -> ClosedRange<Int> {
    let dates = movements.map { $0.date }
    guard let first = dates.min(), let last = dates.max() else { return 1943...1943 }
    func isNewYear(_ date: CivilDate) -> Bool { date.month == 1 && date.day == 1 }
    let start = isNewYear(first) ? first.year - 1 : first.year
    return start...max(start, isNewYear(last) ? last.year : last.year + 1)
  }

  private static func keptCode(_ movements: [CommuneMovement]) -> [UnitCode: [Int32]] {
    var kept: [UnitCode: [Int32]] = [:]
    for (index, movement) in movements.enumerated()
    where movement.before?.code == movement.after.code && movement.after.type == .commune
      && movement.before?.type == .commune
    {
      kept[movement.after.code, default: []].append(Int32(index))
    }
    return kept.mapValues { indices in
      indices.sorted { Self.precedes(movements[Int($0)], movements[Int($1)]) }
    }
  }

  static func precedes(_ left: CommuneMovement, _ right: CommuneMovement) -> Bool {
    (
      left.date, left.kind.rawValue, left.before?.code ?? left.after.code, left.after.code,
      left.line
    )
      < (
        right.date, right.kind.rawValue, right.before?.code ?? right.after.code, right.after.code,
        right.line
      )
  }

  // MARK: One code in one year

  /// The last name that the movements give a commune; empty where they give none.
  func name(of code: UnitCode) -> String { names[code] ?? "" }

  /// Whether the movements name a code as a commune.
  func isNamed(_ code: UnitCode) -> Bool { numbers[code] != nil }

  /// Whether a code was a commune on the 1st of January of a year, as far as is known.
  func isCommune(_ code: UnitCode, in year: Int) -> Bool {
    guard let number = numbers[code] else { return reference.contains(code) }
    return record.isCommune(number, on: LandRecord.newYear(year))
  }

  /// All codes known, in no order that matters.
  var everyCode: [UnitCode] { record.codes + neverNamed }

  /// The communes of a year, sorted: those that movements name, and those of the reference that none
  /// names.
  ///
  /// - Complexity: O(codes).
  func communes(in year: Int) -> [UnitCode] {
    let day = LandRecord.newYear(year)
    var found: [UnitCode] = []
    var rest = neverNamed[...]
    for (number, code) in record.codes.enumerated()
    where record.isCommune(Int32(number), on: day) {
      while let next = rest.first, next < code { found.append(rest.removeFirst()) }
      found.append(code)
    }
    return found + rest
  }

  /// The ranges of years in which a code was a commune on the 1st of January, in order.
  func yearsAsCommune(_ code: UnitCode) -> [ClosedRange<Int>] {
    guard let number = numbers[code] else { return reference.contains(code) ? [years] : [] }
    return record.lives[Int(number)].compactMap { range(of: $0) }
  }

  /// The ranges of years in which a code was a commune associée or déléguée on the 1st of January.
  func yearsAsPart(_ code: UnitCode) -> [ClosedRange<Int>] {
    (partLives[code] ?? []).compactMap { range(of: $0) }
  }

  private func range(of life: LandRecord.Life) -> ClosedRange<Int>? {
    let first = max(years.lowerBound, Self.newYear(from: life.since))
    let last = min(years.upperBound, Self.newYear(from: life.until) - 1)
    return first <= last ? first...last : nil
  }

  /// The year of the first 1st of January on or after a day.
  private static func newYear(from day: Int32) -> Int {
    if day == LandRecord.beginning { return 0 }
    if day == LandRecord.end { return 10_001 }
    return Int(day / 10_000) + (day % 10_000 > 101 ? 1 : 0)
  }
}
