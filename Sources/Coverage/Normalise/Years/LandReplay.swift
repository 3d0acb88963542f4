/// Replays movements day by day, and writes down who held which land.
struct LandReplay {
  /// Land that goes from a commune to a commune, possibly itself.
  struct Link {
    /// Index of the code, or -1 for land from nowhere.
    var from: Int32
    var to: Int32
    var isCreation: Bool
    /// Index of the movement.
    var movement: Int32
  }

  var record = LandRecord()
  /// Indices of movements that contradict those before them, and were left out.
  private(set) var contradictions: [Int32] = []

  /// By code, the holdings of today.
  var current: [[Int32]] = []
  var isCommune: [Bool] = []
  private var isSeen: [Bool] = []
  /// By code, the last day on which it gave all its land away.
  var gaveAllOn: [Int32] = []
  private var bornOn: [Int32] = []
  /// Steps taken.
  var work = 0

  /// A holding costs fifty steps: a million of them at most, where INSEE's file needs some 14,000.
  static let mostWork = 50_000_000

  /// - Parameter movements: in any order.
  /// - Complexity: O(n log n) for n movements, and the holdings that they make.
  /// - Throws: `InputFault` where movements chase each other without end, as no real file does.
  static func run(
    _ movements: [CommuneMovement], path: String
  ) throws(InputFault) -> (record: LandRecord, contradictions: [Int32]) {
    var replay = LandReplay()
    let (codes, days) = LandLinks.byDay(movements)
    replay.prepare(codes)
    for (day, links) in days {
      replay.apply(links, on: day)
      guard replay.work <= mostWork else { throw tooTangled(path, day) }
    }
    replay.close()
    return (replay.record, replay.contradictions.sorted())
  }

  private mutating func prepare(_ codes: [UnitCode]) {
    record.codes = codes
    record.lives = Array(repeating: [], count: codes.count)
    current = Array(repeating: [], count: codes.count)
    isCommune = Array(repeating: false, count: codes.count)
    isSeen = isCommune
    gaveAllOn = Array(repeating: LandRecord.end, count: codes.count)
    bornOn = Array(repeating: LandRecord.beginning, count: codes.count)
  }

  /// A code that only renames or parts of communes name was a commune all along.
  private mutating func close() {
    for code in record.codes.indices where !isSeen[code] { introduce(Int32(code)) }
    for code in record.codes.indices where isCommune[code] {
      record.lives[code].append(LandRecord.Life(since: bornOn[code], until: LandRecord.end))
    }
    record.index()
  }

  // MARK: One day

  /// Most days are one step. A commune that a link of the day makes, and another link ends (Freigné,
  /// 49144 to 44225 and into 44180 on 1 January 2018), takes one more.
  private mutating func apply(_ links: [Link], on day: Int32) {
    var pending = links
    var before: [Int32: Bool] = [:]
    while !pending.isEmpty, work <= Self.mostWork {
      work += pending.count
      introduceSources(of: pending, all: false)
      var ready = pending.filter { isReady($0) }
      if ready.isEmpty {
        introduceSources(of: pending, all: true)
        ready = pending.filter { isReady($0) }
      }
      guard !ready.isEmpty else {
        contradictions += pending.map { $0.movement }
        // Nothing is known of a commune that only a contradiction names.
        for link in pending { isSeen[Int(link.to)] = true }
        break
      }
      pending = pending.filter { !isReady($0) }
      for code in ready.flatMap({ [$0.from, $0.to] }) where code >= 0 && before[code] == nil {
        before[code] = isCommune[Int(code)]
      }
      step(ready, day)
    }
    for (code, wasCommune) in before { noteLife(Int(code), wasCommune, day) }
  }

  private func isReady(_ link: Link) -> Bool { link.from < 0 || isCommune[Int(link.from)] }

  /// A code that the record has never named was a commune all along, unless it begins today.
  private mutating func introduceSources(of links: [Link], all: Bool) {
    var begins: Set<Int32> = []
    var stays: Set<Int32> = []
    for link in links {
      if link.from == link.to { stays.insert(link.to) } else { begins.insert(link.to) }
    }
    for link in links where link.from >= 0 && !isSeen[Int(link.from)] {
      guard all || stays.contains(link.from) || !begins.contains(link.from) else { continue }
      introduce(link.from)
    }
  }

  private mutating func introduce(_ code: Int32) {
    isSeen[Int(code)] = true
    isCommune[Int(code)] = true
    let start = LandRecord.beginning
    current[Int(code)] = [
      add(LandRecord.Holding(code: code, since: start, joined: start, parent: -1, movement: -1))
    ]
  }

  private mutating func noteLife(_ code: Int, _ wasCommune: Bool, _ day: Int32) {
    if wasCommune && !isCommune[code] {
      record.lives[code].append(LandRecord.Life(since: bornOn[code], until: day))
    } else if !wasCommune && isCommune[code] {
      bornOn[code] = day
    }
  }

  /// Applies links that happen at once.
  private mutating func step(_ links: [Link], _ day: Int32) {
    let sourcesOfTarget = Dictionary(grouping: links, by: { $0.to })
    var received: [(code: Int32, holding: Int32)] = []
    var leaving: [Int32] = []
    for group in links.chunked(by: { $0.from }) {
      guard let first = group.first else { continue }
      if first.from < 0 {
        received += group.map { ($0.to, add(from: nil, $0, day, joined: day)) }
      } else if group.count > 1 {
        received += divide(Array(group), day)
      } else if first.to != first.from {
        let isRecoding = !isCommune[Int(first.to)] && sourcesOfTarget[first.to]?.count == 1
        received += current[Int(first.from)].map { holding in
          let joined = isRecoding ? record.holdings[Int(holding)].joined : day
          return (first.to, add(from: holding, first, day, joined: joined))
        }
      } else {
        continue
      }
      if first.from >= 0 { current[Int(first.from)] = [] }
      if !group.contains(where: { $0.to == first.from }) { leaving.append(first.from) }
    }
    for code in leaving where code >= 0 {
      isCommune[Int(code)] = false
      gaveAllOn[Int(code)] = day
    }
    for (code, holding) in received { current[Int(code)].append(holding) }
    for link in links {
      isCommune[Int(link.to)] = true
      isSeen[Int(link.to)] = true
    }
  }

  private static func tooTangled(_ path: String, _ day: Int32) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "des communes qui fusionnent et se divisent sans fin, vers \(day / 10_000)",
        en: "communes that merge and divide without end, about \(day / 10_000)"),
      cure: MovementsFile.cure)
  }
}
