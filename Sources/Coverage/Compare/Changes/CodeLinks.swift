/// Codes of two years, joined by the movements between these years.
struct CodeLinks {
  /// Communes of both sides that are joined, by their lowest codes.
  private(set) var sets: [(before: [Int32], after: [Int32])] = []
  /// Codes that have no counterpart; nil where all have one.
  private(set) var unexplained: (before: [UnitCode], after: [UnitCode])?

  private enum Code {}

  /// - Complexity: O(n log n) for n codes and movements.
  init(
    _ before: [UnitCode], _ after: [UnitCode], _ input: InputPath
  ) throws(InputFault) {
    let file = try MovementsFile(try DelimitedText.read(input))
    let history = try CodeHistory(
      file.movements, reference: Set(before).union(after), path: file.path)
    for window in Self.windows(history, before, after) {
      let links = history.movements.filter {
        $0.isLandLink && window.contains(LandRecord.day($0.date))
      }
      join(before, after, links)
      if unexplained == nil { return }
    }
  }

  /// Days whose movements may lie between the two, the fewest first: what joins more than is needed tells less.
  private static func windows(
    _ history: CodeHistory, _ before: [UnitCode], _ after: [UnitCode]
  ) -> [ClosedRange<Int32>] {
    let detector = CodeYearDetector(history)
    let years = (detector.detect(before), detector.detect(after))
    func days(_ first: Int, _ last: Int) -> ClosedRange<Int32> {
      let start = LandRecord.newYear(min(first, last)) + 1
      return start...max(start, LandRecord.newYear(max(first, last)))
    }
    return [
      days(years.0.year, years.1.year),
      days(
        min(years.0.range.lowerBound, years.1.range.lowerBound),
        max(years.0.range.upperBound, years.1.range.upperBound)),
      days(history.years.lowerBound, history.years.upperBound),
    ]
  }

  private mutating func join(
    _ before: [UnitCode], _ after: [UnitCode], _ links: [CommuneMovement]
  ) {
    var places: [UnitCode: Index<Code>] = [:]
    func place(_ code: UnitCode) -> Index<Code> {
      if let place = places[code] { return place }
      places[code] = Index(places.count)
      return Index(places.count - 1)
    }
    let left = before.map(place)
    let right = after.map(place)
    let pairs = links.compactMap { link in
      link.before.map { (place($0.code), place(link.after.code)) }
    }
    var union = UnionFind<Code>(count: places.count)
    for (first, second) in pairs { union.unite(first, second) }
    var setOfRoot: [Index<Code>: Int] = [:]
    sets = []
    func set(_ place: Index<Code>, _ union: inout UnionFind<Code>) -> Int {
      let root = union.find(place)
      if let set = setOfRoot[root] { return set }
      setOfRoot[root] = sets.count
      sets.append(([], []))
      return sets.count - 1
    }
    for (index, place) in left.enumerated() { sets[set(place, &union)].before.append(Int32(index)) }
    for (index, place) in right.enumerated() { sets[set(place, &union)].after.append(Int32(index)) }
    func lowest(_ set: (before: [Int32], after: [Int32])) -> String {
      let codes = [
        set.before.first.map { before[Int($0)] }, set.after.first.map { after[Int($0)] },
      ]
      return codes.compactMap { $0?.text }.min() ?? ""
    }
    sets = sets.map { (lowest($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    let alone = sets.filter { $0.before.isEmpty || $0.after.isEmpty }
    unexplained =
      alone.isEmpty
      ? nil
      : (
        alone.flatMap { $0.before.map { before[Int($0)] } },
        alone.flatMap { $0.after.map { after[Int($0)] } }
      )
  }
}
