@testable import Coverage

/// A small world of patches of land: communes are sets of patches, and random movements are told in
/// INSEE's manner. Who holds which patch in which year is known for certain.
struct LandWorld {
  /// What may happen; what is left out never does.
  struct Rules {
    var hasCreations = true
    var hasPartings = true
    /// Third communes of a merger may follow either side when it is undone.
    var hasStrayParts = true
    var largestMerger = 3
  }

  private(set) var movements: [CommuneMovement] = []
  /// By year from 2000, the patches of each commune.
  private(set) var truth: [[UnitCode: Set<Int>]] = []

  private var today: [UnitCode: Set<Int>] = [:]
  /// Patches of communes on the day they were merged, and the commune that then took them.
  private var former: [UnitCode: Set<Int>] = [:]
  private var nextCode = 0
  private var random: SplitMix
  private let rules: Rules

  init(seed: UInt64, communes: Int, years: Int, rules: Rules) {
    random = SplitMix(seed: seed)
    self.rules = rules
    for index in 0..<communes {
      today[newCode()] = Set((0..<4).map { index * 4 + $0 })
    }
    truth.append(today)
    for year in 1...years {
      var busy: Set<UnitCode> = []
      for _ in 0..<2 { happen(in: 2000 + year, &busy) }
      truth.append(today)
    }
  }

  private mutating func newCode() -> UnitCode {
    nextCode += 1
    return UnitCode("0" + String(1000 + nextCode))
  }

  private mutating func happen(in year: Int, _ busy: inout Set<UnitCode>) {
    var free = today.keys.filter { !busy.contains($0) }.sorted()
    random.shuffle(&free)
    guard free.count >= 3 else { return }
    let day = CivilDate(year: year, month: 1, day: 1) ?? CivilDate("2000-01-01")
    guard let day else { return }
    switch random.int(in: 0...4) {
    case 0, 1: merge(Array(free.prefix(random.int(in: 2...rules.largestMerger))), day, &busy)
    case 2: recode(free[0], day, &busy)
    case 3: if rules.hasPartings { restore(free, day, &busy) }
    default: if rules.hasCreations { create(Array(free.prefix(random.int(in: 1...2))), day, &busy) }
    }
  }

  private mutating func note(
    _ kind: MovementKind, _ from: UnitCode, _ to: UnitCode, _ day: CivilDate
  ) {
    movements.append(
      CommuneMovement(
        kind: kind, date: day, before: .init(type: .commune, code: from, name: ""),
        after: .init(type: .commune, code: to, name: ""), line: movements.count + 2))
  }

  private mutating func merge(_ codes: [UnitCode], _ day: CivilDate, _ busy: inout Set<UnitCode>) {
    busy.formUnion(codes)
    let land = codes.reduce(into: Set<Int>()) { $0.formUnion(today[$1] ?? []) }
    for code in codes {
      former[code] = today[code]
      today[code] = nil
      note(.newCommune, code, codes[0], day)
    }
    today[codes[0]] = land
  }

  private mutating func recode(_ code: UnitCode, _ day: CivilDate, _ busy: inout Set<UnitCode>) {
    let next = newCode()
    busy.formUnion([code, next])
    today[next] = today.removeValue(forKey: code)
    former[code] = nil
    note(.departmentChange, code, next, day)
  }

  /// One former commune inside another is a commune again, with the land it had.
  private mutating func restore(_ free: [UnitCode], _ day: CivilDate, _ busy: inout Set<UnitCode>) {
    for mother in free {
      let land = today[mother] ?? []
      let inside = former.keys.sorted().filter { code in
        guard code != mother, today[code] == nil, let home = former[code] else { return false }
        return !busy.contains(code) && home.isStrictSubset(of: land)
      }
      guard let child = inside.first, var home = former[child] else { continue }
      if rules.hasStrayParts, let third = inside.last, let stray = former[third],
        stray.isDisjoint(with: home), stray.union(home).isStrictSubset(of: land),
        former[mother].map({ $0.isDisjoint(with: stray) }) ?? true
      {
        home.formUnion(stray)
      }
      guard isPlausible(home, mother, land) else { continue }
      busy.formUnion([mother, child])
      today[child] = home
      today[mother] = land.subtracting(home)
      note(.restoration, mother, mother, day)
      note(.restoration, mother, child, day)
      return
    }
  }

  /// What a mother had before a merger stays hers when it is undone.
  private func isPlausible(
    _ home: Set<Int>, _ mother: UnitCode, _ land: Set<Int>
  ) -> Bool {
    guard let own = former[mother] else { return false }
    let isWhole = rules.hasStrayParts || own.union(home) == land
    return isWhole && own.isDisjoint(with: home) && own.isSubset(of: land)
  }

  private mutating func create(_ mothers: [UnitCode], _ day: CivilDate, _ busy: inout Set<UnitCode>)
  {
    let child = newCode()
    busy.formUnion(mothers + [child])
    var land: Set<Int> = []
    for mother in mothers {
      var patches = (today[mother] ?? []).sorted()
      guard patches.count >= 2 else { continue }
      random.shuffle(&patches)
      let taken = patches.prefix(random.int(in: 1...(patches.count - 1)))
      land.formUnion(taken)
      today[mother]?.subtract(taken)
      note(.creation, mother, mother, day)
      note(.creation, mother, child, day)
    }
    if !land.isEmpty { today[child] = land }
    // What a patch was part of before is no longer a whole.
    former = former.filter { $0.value.isDisjoint(with: land) }
  }
}
