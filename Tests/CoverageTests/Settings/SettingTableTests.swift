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

  @Test("help is in both languages, without a period at its end", arguments: everyKey)
  func help(key: String) throws {
    let face = try setting(key).face
    let texts = Language.allCases.map { face.help(in: $0) }
    #expect(texts[0] != texts[1])
    for text in texts { #expect(text.count > 5 && !text.hasSuffix(".")) }
  }
}
