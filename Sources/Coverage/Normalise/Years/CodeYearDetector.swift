#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The year that the codes of a file belong to, and what speaks against it.
struct CodeYear: Equatable, Sendable {
  /// The year taken: its 1st of January.
  var year: Int
  /// The years around it that the codes cannot tell from it, itself included.
  var range: ClosedRange<Int>
  /// All years that the codes cannot tell from the best, in order.
  var bestRanges: [ClosedRange<Int>]
  /// By year from the first of the history, how many of the codes were communes.
  var communes: [Int]
  /// How many distinct codes are communes of some year.
  var judged: Int
  /// Communes of other years that were none in `year`, nor parts of one; sorted. Where there are
  /// some, the file is a mixture.
  var misfits: [UnitCode]
  /// Communes associées and déléguées of `year`; sorted. They speak for no year.
  var parts: [UnitCode]
  /// Codes that were communes in no year known: arrondissements, postal codes, mistakes; sorted.
  var strangers: [UnitCode]
}

/// Finds the year of the codes of a file from when each code was a commune.
struct CodeYearDetector: Sendable {
  private let history: CodeHistory

  init(_ history: CodeHistory) { self.history = history }

  /// The year that explains best which codes are listed and which are not.
  ///
  /// A list of some departments names each of their communes of its year with the same probability:
  /// the share that it names in the year where that is largest. It names a code that is no commune of
  /// its year a thousand times less often. Each year has a likelihood by that; years less than `tolerance` below the best (in natural logarithms) cannot be told from it.
  /// So a complete list with a few old codes is not taken for an old list, in which the other communes
  /// merged since would be missing.
  ///
  /// Of the years that cannot be told apart, `preferred` is taken where it is one, else the nearest to
  /// it, the later of two as near; without `preferred`, the latest.
  ///
  /// - Parameters:
  ///   - codes: in any order, repeats allowed.
  ///   - preferred: the year of the units; for the units themselves, the last year of the history.
  /// - Complexity: O(codes + years + codes known).
  func detect(_ codes: some Sequence<UnitCode>, preferred: Int? = nil) -> CodeYear {
    let distinct = Set(codes)
    let (communes, strangers) = count(distinct)
    let known = distinct.subtracting(strangers)
    let scores = scores(known, communes)
    let first = history.years.lowerBound
    let most = scores.max() ?? 0
    let best = scores.indices.filter { scores[$0] >= most - Self.tolerance }.map { first + $0 }
    let wanted = preferred ?? history.years.upperBound
    // The years descend, and `min` keeps the first of equals: ties go to the later year.
    let year =
      best.reversed().min { abs($0 - wanted) < abs($1 - wanted) } ?? history.years.upperBound
    let runs = Self.runs(best)
    let outside = known.filter { !history.isCommune($0, in: year) }
    let parts = outside.filter { code in
      history.yearsAsPart(code).contains { $0.contains(year) }
    }
    return CodeYear(
      year: year, range: runs.first { $0.contains(year) } ?? year...year, bestRanges: runs,
      communes: communes, judged: known.count, misfits: outside.subtracting(parts).sorted(),
      parts: parts.sorted(), strangers: strangers.sorted())
  }

  /// A year that is fifty times less likely than the best is still possible.
  private static let tolerance = 4.0
  /// How often a list names a code that is no commune of its year, beside one that is.
  private static let strayShare = 0.001

  /// Logarithms of the likelihood of each year, up to a constant.
  private func scores(_ codes: Set<UnitCode>, _ communes: [Int]) -> [Double] {
    let departments = Set(codes.map { Self.department($0) })
    let absent = history.everyCode.filter { code in
      departments.contains(Self.department(code)) && !codes.contains(code)
    }
    let missing = count(Set(absent)).communes
    let most = communes.max() ?? 0
    // Years that know few of the codes say nothing about how many are listed.
    let shares = zip(communes, missing).filter { $0.0 * 2 >= most }.map { named, missing in
      Double(named + 1) / Double(named + missing + 2)
    }
    let share = min(0.98, shares.max() ?? 0.5)
    let stray = share * Self.strayShare
    let gain = log(share / stray)
    let loss = log((1 - share) / (1 - stray))
    return zip(communes, missing).map { Double($0) * gain + Double($1) * loss }
  }

  private func count(_ codes: Set<UnitCode>) -> (communes: [Int], strangers: [UnitCode]) {
    let years = history.years
    var changes = [Int](repeating: 0, count: years.count + 1)
    var strangers: [UnitCode] = []
    for code in codes {
      let ranges = history.yearsAsCommune(code)
      if ranges.isEmpty { strangers.append(code) }
      for range in ranges {
        changes[range.lowerBound - years.lowerBound] += 1
        changes[range.upperBound - years.lowerBound + 1] -= 1
      }
    }
    var total = 0
    let communes = changes.dropLast().map { change in
      total += change
      return total
    }
    return (communes, strangers)
  }

  private static func department(_ code: UnitCode) -> Substring {
    code.text.prefix(code.text.hasPrefix("97") ? 3 : 2)
  }

  private static func runs(_ years: [Int]) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    for year in years {
      if let last = found.last, last.upperBound + 1 == year {
        found[found.count - 1] = last.lowerBound...year
      } else {
        found.append(year...year)
      }
    }
    return found
  }
}
