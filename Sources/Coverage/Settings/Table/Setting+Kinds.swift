extension Setting {
  /// A value that a study may do without.
  package convenience init<One>(
    _ key: String, _ reading: Reading<One>, _ place: SettingFace.Place = .anywhere,
    isRecorded: Bool = false, fallback: Wording? = nil, limit: Limit<One>? = nil, fr: String,
    en: String
  ) where Given == One?, Value == One? {
    let face = SettingFace(
      key, reading, .one, place, isRecorded: isRecorded, Wording(fr: fr, en: en),
      fallback: fallback)
    self.init(
      one: face, reading,
      complete: { (given, _) throws(InputFault) in
        if let given, let limit, !limit.holds(given) {
          throw limit.fault("\(face.flag) \(reading.text(given))")
        }
        return given
      }, spell: { $0.map(reading.recorded) })
  }

  /// A value that has a default, and may have a limit.
  package convenience init(
    _ key: String, _ reading: Reading<Value>, _ place: SettingFace.Place = .anywhere,
    isRecorded: Bool = false, fallback: Fallback<Value>, limit: Limit<Value>? = nil,
    fr: String, en: String
  ) where Given == Value? {
    let face = SettingFace(
      key, reading, .one, place, isRecorded: isRecorded, Wording(fr: fr, en: en),
      fallback: fallback.said)
    self.init(
      one: face, reading,
      complete: { (given, occasion) throws(InputFault) in
        guard let given else { return fallback.value(occasion) }
        if let limit, !limit.holds(given) {
          throw limit.fault("\(face.flag) \(reading.text(given))")
        }
        return given
      }, spell: reading.recorded)
  }

  /// What is so where its flag stands.
  package convenience init(
    flag key: String, _ place: SettingFace.Place = .anywhere, isRecorded: Bool = false,
    fr: String, en: String
  ) where Given == Bool?, Value == Bool {
    self.init(
      key, .flag, place, isRecorded: isRecorded, fallback: .always(false, said: nil), fr: fr, en: en
    )
  }

  /// A file that a study may do without.
  package convenience init(
    file key: String, _ placeholder: String, _ place: SettingFace.Place = .anywhere,
    fr: String, en: String
  ) where Given == String?, Value == InputPath? {
    let reading = Reading.file(placeholder)
    self.init(
      one: SettingFace(key, reading, .one, place, Wording(fr: fr, en: en)), reading,
      complete: { (given, _) in given.map { InputPath($0) } }, spell: { _ in nil })
  }

  /// A file in whose place the tool has one.
  convenience init(
    file key: String, _ placeholder: String, fallback: Wording,
    _ carried: @escaping @Sendable () throws(InputFault) -> InputPath, fr: String, en: String
  ) where Given == String?, Value == InputPath {
    let reading = Reading.file(placeholder)
    self.init(
      one: SettingFace(
        key, reading, .one, .anywhere, Wording(fr: fr, en: en), fallback: fallback), reading,
      complete: { (given, _) throws(InputFault) in
        guard let given else { return try carried() }
        return InputPath(given)
      }, spell: { _ in nil })
  }

  private convenience init<One>(
    one face: SettingFace, _ reading: Reading<One>,
    complete: @escaping @Sendable (Given, StudyOccasion) throws(InputFault) -> Value,
    spell: @escaping @Sendable (Value) -> JSON?
  ) where Given == One? {
    self.init(
      face, silence: nil,
      add: { (text, given) throws(Refusal) in given = try reading.parse(text) },
      lay: { $0 ?? $1 }, complete: complete, spell: spell)
  }
}

extension Setting {
  /// Names, in the order given.
  package convenience init(
    list key: String, _ placeholder: String, isRecorded: Bool = false, fr: String, en: String
  ) where Given == [String], Value == [String] {
    self.init(
      list: SettingFace(
        key, Reading.text(placeholder), .list, .anywhere, isRecorded: isRecorded,
        Wording(fr: fr, en: en)),
      complete: { (given, _) in given }, spell: { .texts($0) })
  }

  /// Files, in the order given; at least one where they are needed.
  package convenience init(
    files key: String, _ placeholder: String, _ place: SettingFace.Place = .anywhere,
    needed: Wording? = nil, fr: String, en: String
  ) where Given == [String], Value == [InputPath] {
    let face = SettingFace(key, Reading.file(placeholder), .list, place, Wording(fr: fr, en: en))
    self.init(
      list: face,
      complete: { (given, _) throws(InputFault) in
        if let needed, given.isEmpty { throw face.missing(needed) }
        return given.map { InputPath($0) }
      }, spell: { _ in nil })
  }

  /// Values by name.
  package convenience init<Name: RawRepresentable<String>, Item: CustomStringConvertible>(
    pairs key: String, _ reading: Reading<Pair<Name, Item>>,
    _ place: SettingFace.Place = .anywhere, isRecorded: Bool = false, fallback: Wording? = nil,
    fr: String, en: String
  ) where Given == [Name: Item], Value == [Name: Item] {
    self.init(
      SettingFace(
        key, reading, .pairs, place, isRecorded: isRecorded, Wording(fr: fr, en: en),
        fallback: fallback),
      silence: [:],
      add: { (text, given) throws(Refusal) in
        let pair = try reading.parse(text)
        if let known = given[pair.name]?.description, known != pair.item.description {
          throw .twoValues(of: pair.name.rawValue, known, pair.item.description, reading.examples)
        }
        given[pair.name] = pair.item
      },
      lay: { $1.merging($0) { $1 } }, complete: { (given, _) in given },
      spell: { .object($0.map { ($0.rawValue, .text($1.description)) }) })
  }

  private convenience init(
    list face: SettingFace,
    complete: @escaping @Sendable (Given, StudyOccasion) throws(InputFault) -> Value,
    spell: @escaping @Sendable (Value) -> JSON?
  ) where Given == [String] {
    self.init(
      face, silence: [], add: { $1.append($0) }, lay: { $0.isEmpty ? $1 : $0 },
      complete: complete, spell: spell)
  }
}
