import Testing

@testable import Coverage

private let everyKey = SettingTable.all.map(\.face.key)

/// What holds of every setting, whichever there are.
@Suite("The table of settings")
struct SettingTableTests {
  private static let texts = [
    "true", "7", "fr", "excel-fr", "always", "projet", "2020-06-30", "code=INSEE", "bassin=9",
    "aci-2019", "region:93",
  ]

  private func setting(_ key: String) throws -> any AnySetting {
    try #require(SettingTable.all.first { $0.face.key == key })
  }

  /// The first of the texts that a setting takes, and settings that hold nothing else.
  private func sample(of setting: any AnySetting) throws -> (text: String, settings: StudySettings)
  {
    for text in Self.texts {
      var settings = StudySettings()
      if (try? setting.take(text, into: &settings)) != nil { return (text, settings) }
    }
    throw Refusal(problem: Wording("no text for \(setting.face.key)"), examples: "")
  }

  /// The value in a study of today, as a text; nil where the study cannot be.
  private func value(_ setting: any AnySetting, _ settings: StudySettings) throws -> String? {
    let occasion = StudyOccasion(
      today: try #require(CivilDate("2026-01-01")), language: .english, processors: 3)
    return (try? setting.completed(settings, occasion)).map { "\($0)" }
  }

  @Test("keys are plain words joined by dashes, each of one setting")
  func keys() {
    #expect(Set(everyKey).count == everyKey.count && everyKey.count > 30)
    for key in everyKey { #expect(key.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(key)") }
  }

  @Test("what is given is not what holds without it, and wins over it", arguments: everyKey)
  func given(key: String) throws {
    let setting = try setting(key)
    let (_, settings) = try sample(of: setting)
    let expected = try #require(try value(setting, settings))
    #expect(try value(setting, StudySettings()) != expected)
    #expect(try value(setting, settings.over(StudySettings())) == expected)
    #expect(try value(setting, StudySettings().over(settings)) == expected)
  }

  @Test("a study file says the same under the key", arguments: SettingTable.keys.map(\.face.key))
  func studyFile(key: String) throws {
    let setting = try setting(key)
    let (text, settings) = try sample(of: setting)
    let scratch = try Scratch()
    let file = try scratch.file("etude.yml", "\(key): \(text)\n").file
    let read = try value(setting, StudyFile.read(file))
    let expected = try #require(try value(setting, settings))
    #expect(read?.replacing(file.dropLast("etude.yml".count), with: "") == expected)
  }

  private static let numbers = SettingTable.keys.filter(\.face.isNumber).map(\.face.key)
  private static let mayBeNought: Set = [
    "option-smallest", "remnant-largest", "dossier-smallest", "sector-price", "sliver-width",
  ]

  /// The fault of a study whose file sets a key so; nil where it can be.
  private func fault(_ line: String) throws -> InputFault? {
    let scratch = try Scratch()
    let file = try scratch.file(
      "etude.yml", "cpts: cpts.csv\nunits: units.gpkg\n\(line)\n"
    ).file
    do {
      let settings = try StudyFile.read(file)
      let today = try #require(CivilDate("2026-01-01"))
      _ = try StudyOptions(settings, today: today)
      return nil
    } catch let fault as InputFault { return fault }
  }

  @Test("a number that no study can have is wrong data at its line, whichever key has it")
  func numbers() throws {
    #expect(Self.numbers.count >= 12)
    for key in Self.numbers {
      let nought = Self.mayBeNought.contains(key) ? [] : ["0", "0.0", "-0"]
      for text in nought + [
        "-1", "-0.5", "0x10", "0b1", "1e3", "1E300", "inf", "-inf", ".inf", "nan", ".nan",
        "1_000", "1 000", "1,500", "9999999999", "9223372036854775807", "99999999999999999999",
        "-99999999999999999999", "vingt", "٣",
      ] {
        let fault = try #require(try fault("\(key): \(text)"), "\(key): \(text)")
        #expect(fault.kind == .data && fault.line == 3, "\(key): \(text)")
        #expect(fault.problem.french.hasPrefix(key), "\(fault.problem.french)")
        #expect(!fault.problem.french.contains("n’est pas au-dessus"), "\(fault.problem.french)")
        #expect(fault.cure.french.contains { $0.isNumber }, "\(fault.cure.french)")
      }
      #expect(try fault("\(key): 10") == nil || key.hasSuffix("largest"), "\(key)")
    }
    for key in ["option-weights", "sector-weights"] {
      for text in ["-1", "101", "0x10", "1e1", "4.5", "nan", "99999999999999999999"] {
        let fault = try #require(try fault("\(key): {bassin: \(text)}"), "\(key): \(text)")
        #expect(fault.kind == .data && fault.line == 3, "\(key): \(text)")
      }
    }
  }

  @Test("decimals have a comma or a point, a share may have its sign")
  func decimals() {
    for (text, number) in [("12,5", 12.5), ("12.5", 12.5), ("95", 95), ("+3", 3)] {
      #expect(WrittenNumber.decimal(text, isShare: false) == number)
    }
    for text in ["95%", "95 %", "95\u{A0}%", "95\u{202F}%"] {
      #expect(WrittenNumber.decimal(text, isShare: true) == 95)
      #expect(WrittenNumber.decimal(text, isShare: false) == nil)
    }
    for text in ["1,500", "%", "9 5", "95 %%", "1.2.3", ",5", "5,"] {
      #expect(WrittenNumber.decimal(text, isShare: true) == nil, "\(text)")
    }
  }

  @Test("help is in both languages, without a period at its end", arguments: everyKey)
  func help(key: String) throws {
    let face = try setting(key).face
    let texts = Language.allCases.map { face.help(in: $0) }
    #expect(texts[0] != texts[1])
    for text in texts { #expect(text.count > 5 && !text.hasSuffix(".")) }
  }
}
