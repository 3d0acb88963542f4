/// Which commune each piece of land belonged to, from the first movement of a file to the last.
///
/// Land is followed in pieces without polygons: each commune is one piece when it first appears, a
/// merger brings pieces together, a division cuts them. A piece that may have gone to several
/// communes is kept once for each: what is possible is never lost, what is certain is never doubled.
struct LandRecord: Sendable {
  /// A piece of land while it belongs to one commune.
  struct Holding: Sendable {
    /// Index in `codes`.
    var code: Int32
    /// The day it came to this commune, as `day(_:)`; `beginning` where the record does not say.
    var since: Int32
    /// The day it joined the land around it; a mere change of code does not count.
    var joined: Int32
    /// The holding that it was before, or -1.
    var parent: Int32
    /// Index of the movement that brought it, or -1.
    var movement: Int32
  }

  /// Days on which a code was a commune: from `since` up to, without, `until`.
  struct Life: Sendable {
    var since: Int32
    var until: Int32
  }

  /// Before every movement.
  static let beginning = Int32.min
  /// After every movement.
  static let end = Int32.max

  /// Sorted.
  var codes: [UnitCode] = []
  var holdings: [Holding] = []
  /// By code, in order of time.
  var lives: [[Life]] = []
  /// By code, the holdings that ever belonged to it, in order of time.
  var holdingsOfCode: [[Int32]] = []
  /// By holding, those that follow it; what follows one holding begins on one day.
  var followers: [[Int32]] = []
  /// By holding, the finest pieces that it holds, as they are numbered after the last movement.
  var pieces: [Range<Int32>] = []

  /// A day as a number that orders like the calendar.
  static func day(_ date: CivilDate) -> Int32 {
    Int32(date.year * 10_000 + date.month * 100 + date.day)
  }

  /// The 1st of January of a year; years out of the calendar are the nearest end.
  static func newYear(_ year: Int) -> Int32 { Int32(min(max(year, 0), 9999) * 10_000 + 101) }

  /// The day on which a holding ended.
  func end(of holding: Int32) -> Int32 {
    followers[Int(holding)].first.map { holdings[Int($0)].since } ?? Self.end
  }

  /// Whether a holding is the state on a day.
  func covers(_ holding: Int32, _ day: Int32) -> Bool {
    holdings[Int(holding)].since <= day && day < end(of: holding)
  }

  /// Whether a code was a commune on a day.
  func isCommune(_ code: Int32, on day: Int32) -> Bool {
    lives[Int(code)].contains { $0.since <= day && day < $0.until }
  }

  /// Fills what is found from `holdings`.
  mutating func index() {
    followers = Array(repeating: [], count: holdings.count)
    holdingsOfCode = Array(repeating: [], count: codes.count)
    for (index, holding) in holdings.enumerated() {
      holdingsOfCode[Int(holding.code)].append(Int32(index))
      if holding.parent >= 0 { followers[Int(holding.parent)].append(Int32(index)) }
    }
    numberPieces()
  }

  /// A holding always comes after its parent.
  private mutating func numberPieces() {
    var counts = [Int32](repeating: 0, count: holdings.count)
    for index in holdings.indices.reversed() {
      if followers[index].isEmpty { counts[index] = 1 }
      let parent = Int(holdings[index].parent)
      if parent >= 0 { counts[parent] += counts[index] }
    }
    pieces = Array(repeating: 0..<0, count: holdings.count)
    var next: Int32 = 0
    for index in holdings.indices {
      if holdings[index].parent < 0 {
        pieces[index] = next..<(next + counts[index])
        next += counts[index]
      }
      var start = pieces[index].lowerBound
      for follower in followers[index] {
        pieces[Int(follower)] = start..<(start + counts[Int(follower)])
        start += counts[Int(follower)]
      }
    }
  }

  /// The finest pieces that a code held on a day.
  func land(of code: Int32, on day: Int32) -> Set<Int32> {
    var found: Set<Int32> = []
    for holding in holdingsOfCode[Int(code)] where covers(holding, day) {
      found.formUnion(pieces[Int(holding)])
    }
    return found
  }
}
