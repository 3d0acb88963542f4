/// How one value is read from a text, and written again.
package struct Reading<Value: Sendable>: Sendable {
  /// What stands for the value in help; nil for a flag, which has none.
  var placeholder: String?
  /// Values that an error names.
  var examples: String
  /// The values that there are, where the placeholder does not say.
  var choices: [String] = []
  var isNumber = false
  /// What a flag without value means.
  var lone: String?
  var isPath: @Sendable (String) -> Bool = { _ in false }
  /// - Throws: why a text is no value.
  let parse: @Sendable (String) throws(Refusal) -> Value
  /// The value in messages and documents.
  let text: @Sendable (Value) -> String
  /// The value in `resume.json`, where that is no text.
  var record: (@Sendable (Value) -> JSON)?

  /// Where a text is a value or is none.
  init(
    _ placeholder: String?, examples: String, _ parse: @escaping @Sendable (String) -> Value?,
    text: @escaping @Sendable (Value) -> String = { "\($0)" }
  ) {
    self.placeholder = placeholder
    self.examples = examples
    self.text = text
    self.parse = { (text) throws(Refusal) in
      if let value = parse(text) { return value }
      throw .unreadable(text, examples)
    }
  }

  /// Where a text is one of a few values.
  init(
    _ placeholder: String, among choices: [String],
    _ parse: @escaping @Sendable (String) -> Value?, text: @escaping @Sendable (Value) -> String
  ) {
    self.placeholder = placeholder
    examples = choices.joined(separator: ", ")
    self.text = text
    self.parse = { (text) throws(Refusal) in
      if let value = parse(text) { return value }
      throw Refusal(problem: .value(text), text, among: choices)
    }
  }

  /// Where a text can be wrong in several ways.
  init(
    _ placeholder: String, examples: String,
    parse: @escaping @Sendable (String) throws(Refusal) -> Value
  ) {
    self.placeholder = placeholder
    self.examples = examples
    self.parse = parse
    text = { "\($0)" }
  }

  /// The value in `resume.json`.
  func recorded(_ value: Value) -> JSON { record?(value) ?? .text(text(value)) }
}

extension Reading where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of a few words.
  package static var word: Self {
    let words = Value.allCases.map(\.rawValue)
    return Self(
      words.joined(separator: "|"), among: words, { Value(rawValue: $0) }, text: \.rawValue)
  }
}

extension Reading<String> {
  static func text(_ placeholder: String) -> Self { Self(placeholder, examples: "", { $0 }) }

  static func file(_ placeholder: String) -> Self {
    var result = text(placeholder)
    result.isPath = { _ in true }
    return result
  }

  /// A folder of this machine, which is made where there is none.
  static func folder(_ placeholder: String) -> Self {
    var result = Self(placeholder, examples: "out") { (text) throws(Refusal) in
      guard WebAddress(text) == nil else { throw .notOfThisMachine(text) }
      return text
    }
    result.isPath = { _ in true }
    return result
  }

  /// A rule pack: a name, or a file.
  static var rules: Self {
    var result = text("NAME|FILE")
    result.isPath = RuleLibrary.isPath
    return result
  }
}

extension Reading<Bool> {
  /// What a flag sets, and a study file says by `true` or `false`.
  static var flag: Self {
    var result = Self(nil, examples: "true, false", { Bool($0) })
    result.lone = "true"
    return result
  }
}

extension Reading<Int> {
  package static func whole(_ placeholder: String, _ example: String) -> Self {
    var result = Self(placeholder, examples: example, WrittenNumber.whole)
    result.isNumber = true
    result.record = { .whole($0) }
    return result
  }
}

extension Reading<Double> {
  package static func number(_ placeholder: String, _ example: String) -> Self {
    let isShare = placeholder == "PERCENT"
    var result = Self(
      placeholder, examples: example, { WrittenNumber.decimal($0, isShare: isShare) })
    result.isNumber = true
    result.record = { .number($0) }
    return result
  }
}

extension Reading<CivilDate> {
  package static var date: Self {
    Self("DATE", examples: "2022-12-31, 31/12/2022") { (text) throws(Refusal) in
      if let date = CivilDate(text) { return date }
      throw .noDate(text)
    }
  }
}

extension Reading<Stage> {
  static var stage: Self {
    let keys = Stage.allCases.map(\.key)
    var result = Self("STAGE", among: keys, { Stage(spelling: $0) }, text: \.key)
    result.choices = keys
    return result
  }
}

extension Reading<Verification> {
  static var verification: Self {
    var result = Self("all|N", examples: "all, 100", { Verification($0) })
    result.isNumber = true
    result.lone = "all"
    return result
  }
}
