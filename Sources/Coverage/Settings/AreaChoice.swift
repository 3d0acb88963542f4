/// The areas that a study is of, as `--area` names them: `region:93`, `departement:2A,2B`.
public struct AreaChoice: Sendable, Equatable, CustomStringConvertible {
  /// `region`, `departement`, `epci`, or a column of the attributes.
  public let level: String
  /// Codes, or names where they are known, in the order given, each once.
  public let codes: [String]

  public var description: String { "\(level):\(codes.joined(separator: ","))" }
}

extension AreaChoice {
  static let examples = "region:93, departement:2A,2B, epci:200066637"

  /// - Parameter earlier: what was given before, of which this is more.
  /// - Throws: where the text is no `level:code`, or names another level.
  init(_ text: String, after earlier: AreaChoice?) throws(Refusal) {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let codes = halves.dropFirst().flatMap {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { code in
        code.split(separator: " ").joined(separator: " ")
      }
    }
    guard halves.count == 2, !halves[0].isEmpty, !codes.isEmpty, !codes.contains("") else {
      throw .unreadable(text, Self.examples)
    }
    let level = String(halves[0])
    if let earlier, folded(earlier.level) != folded(level) {
      throw Refusal(
        problem: Wording(
          fr: "deux niveaux, \(earlier.level) et \(level) : une étude est de territoires d’un seul",
          en: "two levels, \(earlier.level) and \(level): a study is of areas of one"),
        examples: Self.examples)
    }
    var all = earlier?.codes ?? []
    for code in codes where !all.contains(code) { all.append(code) }
    self.init(level: earlier?.level ?? level, codes: all)
  }
}

extension Setting where Given == AreaChoice?, Value == AreaChoice? {
  /// The areas of a study: one level, and codes that add up.
  package convenience init(
    area key: String, _ place: SettingFace.Place = .anywhere, fr: String, en: String
  ) {
    let reading = Reading<AreaChoice>(
      "LEVEL:CODE[,…]", examples: AreaChoice.examples, { try? AreaChoice($0, after: nil) })
    self.init(
      SettingFace(key, reading, .list, place, isRecorded: true, Wording(fr: fr, en: en)),
      silence: nil,
      add: { (text, given) throws(Refusal) in given = try AreaChoice(text, after: given) },
      lay: { $0 ?? $1 }, complete: { (given, _) in given },
      spell: { $0.map { .text($0.description) } })
  }
}
