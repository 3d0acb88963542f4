/// Finds names of CPTS that are probably two spellings of one: "CPTS Gapençais", "CPTS du Gapençais".
///
/// Names count as similar when, without case, accents, punctuation, articles and the word CPTS, they are
/// the same, or one word of at least four letters differs by one letter. Numbers must be the same:
/// "Lyon 5" and "Lyon 6" are two. The department in brackets after a name makes two only of names that have
/// another: "Val (15)" is "Val", and not "Val (12)".
enum SimilarNames {
  /// Pairs of places in `names`, each with the lower first, sorted.
  ///
  /// - Complexity: O(letters²) in a name, O(names) else.
  static func pairs(_ names: [String]) -> [(Int, Int)] {
    let departments = names.map { department($0) }
    let plain = names.indices.map { place in
      departments[place] == nil ? words(names[place]) : words(withoutBrackets(names[place]))
    }
    func mayBeOne(_ first: Int, _ second: Int) -> Bool {
      guard let one = departments[first], let other = departments[second] else { return true }
      return one == other
    }
    var places: [UInt64: [Int]] = [:]
    for (index, words) in plain.enumerated() {
      for key in keys(words) { places[key, default: []].append(index) }
    }
    var found: Set<SIMD2<Int>> = []
    for members in places.values where members.count > 1 && members.count <= mostOfOneKey {
      // Of many, each is held to the first one only: a hostile file could ask for the square.
      let firsts = members.count <= mostCompared ? members.dropLast() : members.prefix(1)
      for (place, first) in firsts.enumerated() {
        for second in members[(place + 1)...] where first != second {
          let pair = SIMD2(min(first, second), max(first, second))
          if !found.contains(pair), mayBeOne(first, second),
            areSimilar(plain[first], plain[second])
          {
            found.insert(pair)
          }
        }
      }
    }
    return found.map { ($0.x, $0.y) }.sorted { $0 < $1 }
  }

  /// The department in brackets that a name ends with.
  private static func department(_ name: String) -> String? {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else {
      return nil
    }
    return UnitCodeColumns.department(String(name[name.index(after: open)...].dropLast()))
  }

  private static func withoutBrackets(_ name: String) -> String {
    String(name[..<(name.lastIndex(of: "(") ?? name.endIndex)])
  }

  /// Above this a key says nothing.
  private static let mostOfOneKey = 1_000
  /// So many names of one key are all held to one another.
  private static let mostCompared = 30
  /// Names longer than this are compared as a whole only.
  private static let longestByLetter = 60
  private static let shortestWord = 4

  private static let wordsOfAll: Set<String> = [
    "cpts", "communaute", "professionnelle", "territoriale", "sante", "de", "du", "des", "d", "la",
    "le", "les", "l", "et", "en", "au", "aux", "a", "association", "asso", "projet",
  ]
  private static let abbreviation = ["c", "p", "t", "s"]

  /// What the spellings of a name share that differ by case, accents, punctuation and words of all names.
  static func key(_ name: String) -> String { words(name).joined(separator: "_") }

  private static func words(_ name: String) -> [String] {
    var all = folded(name).split(separator: "_").map(String.init)
    // `C.P.T.S.`
    if let start = all.indices.first(where: { all[$0...].starts(with: abbreviation) }) {
      all.replaceSubrange(start..<start + abbreviation.count, with: ["cpts"])
    }
    let telling = all.filter { !wordsOfAll.contains($0) }
    return telling.isEmpty ? all : telling
  }

  /// Hashes of the name, and of the name without each one of its letters: names a letter apart share one
  /// of these.
  private static func keys(_ words: [String]) -> Set<UInt64> {
    let whole = Array(words.joined().utf8)
    var keys: Set<UInt64> = [hash(whole, without: 0..<0)]
    guard whole.count <= longestByLetter else { return keys }
    var start = 0
    for word in words {
      let isLong = word.utf8.count >= shortestWord
      for letter in word {
        let end = start + letter.utf8.count
        if isLong { keys.insert(hash(whole, without: start..<end)) }
        start = end
      }
    }
    return keys
  }

  /// FNV-1a of some bytes but a few of them.
  private static func hash(_ bytes: [UInt8], without passed: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for (place, byte) in bytes.enumerated() where !passed.contains(place) {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  private static func areSimilar(_ left: [String], _ right: [String]) -> Bool {
    if left.joined() == right.joined() { return !left.joined().isEmpty }
    guard left.count == right.count else { return false }
    let differing = left.indices.filter { left[$0] != right[$0] }
    guard differing.count == 1 else { return false }
    let (first, second) = (Array(left[differing[0]]), Array(right[differing[0]]))
    guard min(first.count, second.count) >= shortestWord,
      !(first + second).contains(where: \.isNumber)
    else { return false }
    return differByOneLetter(first, second)
  }

  private static func differByOneLetter(_ left: [Character], _ right: [Character]) -> Bool {
    let head = zip(left, right).prefix { $0 == $1 }.count
    let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    return abs(left.count - right.count) <= 1 && head + tail >= max(left.count, right.count) - 1
  }
}
