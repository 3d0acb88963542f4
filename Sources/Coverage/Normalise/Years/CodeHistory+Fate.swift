extension CodeHistory {
  /// What a code of one year corresponds to in another, earlier or later.
  ///
  /// - Complexity: O(pieces of its land and of the land of its counterparts).
  func fate(of code: UnitCode, from: Int, to: Int) -> CodeFate {
    guard let number = numbers[code] else {
      return CodeFate(
        correspondence: reference.contains(code) ? .unchanged : .notACommune, events: [])
    }
    let span = (start: LandRecord.newYear(from), end: LandRecord.newYear(to))
    guard record.isCommune(number, on: span.start) else {
      return CodeFate(correspondence: .notACommune, events: [])
    }
    let walk = LandWalk(record, code: number, from: span.start, to: span.end)
    // Most communes have one piece of land, theirs for ever.
    if record.holdingsOfCode[Int(number)].count == 1, walk.reached == [number] {
      return CodeFate(correspondence: .unchanged, events: events(of: walk))
    }
    let correspondence = correspondence(of: number, with: walk.reached, span.start, span.end)
    return CodeFate(correspondence: correspondence, events: events(of: walk))
  }

  private func correspondence(
    of code: Int32, with targets: [Int32], _ here: Int32, _ there: Int32
  ) -> Correspondence {
    func name(_ number: Int32) -> UnitCode { record.codes[Int(number)] }
    func sources(_ target: Int32) -> [Int32] {
      LandWalk(record, code: target, from: there, to: here).reached
    }
    guard let first = targets.first else { return .nowhere }
    if targets.count > 1 {
      let isAlone = targets.allSatisfy { sources($0) == [code] }
      let names = targets.map(name)
      return isAlone ? .union(names) : .undecided(names)
    }
    let all = sources(first)
    guard all != [code] else {
      return first == code ? .unchanged : .recoded(name(first))
    }
    let parts = all.filter { source in
      LandWalk(record, code: source, from: here, to: there).reached == [first]
    }
    return .part(
      of: name(first), parts: parts.map(name),
      partly: all.filter { !parts.contains($0) }.map(name))
  }

  /// The finest pieces of land that a commune held in a year; nil where no movement names it, so that
  /// its land is its own in every year.
  func land(of code: UnitCode, in year: Int) -> Set<Int32>? {
    numbers[code].map { record.land(of: $0, on: LandRecord.newYear(year)) }
  }

  /// Movements that brought land along a walk, and those that its communes lived through under an
  /// unchanged code.
  private func events(of walk: LandWalk) -> [CommuneMovement] {
    var found: Set<Int32> = []
    for holding in walk.passed {
      let here = record.holdings[Int(holding)]
      if here.since > walk.first && here.since <= walk.last && here.movement >= 0 {
        found.insert(here.movement)
      }
      let until = min(walk.last, record.end(of: holding) - 1)
      let since = max(walk.first, here.since)
      for index in keptCode[record.codes[Int(here.code)]] ?? [] {
        let day = LandRecord.day(movements[Int(index)].date)
        if since < day && day <= until { found.insert(index) }
      }
    }
    return found.map { movements[Int($0)] }.sorted(by: Self.precedes)
  }
}

/// Follows the land of a commune of one day to another day, forward or backward.
private struct LandWalk {
  /// Codes that hold the land on the other day; in order.
  private(set) var reached: [Int32] = []
  /// Holdings on the way, both ends included, some perhaps more than once.
  private(set) var passed: [Int32] = []
  /// The earlier of the two days.
  let first: Int32
  /// The later of the two days.
  let last: Int32

  init(_ record: LandRecord, code: Int32, from: Int32, to: Int32) {
    first = min(from, to)
    last = max(from, to)
    var codes: [Int32] = []
    var open = record.holdingsOfCode[Int(code)].filter { record.covers($0, from) }
    while let holding = open.popLast() {
      passed.append(holding)
      if record.covers(holding, to) {
        codes.append(record.holdings[Int(holding)].code)
      } else if to > from {
        open += record.followers[Int(holding)]
      } else if record.holdings[Int(holding)].parent >= 0 {
        open.append(record.holdings[Int(holding)].parent)
      }
    }
    codes.sort()
    for code in codes where reached.last != code { reached.append(code) }
  }
}
