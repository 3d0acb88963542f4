import Coverage
import Foundation

extension Language {
  /// The language of the user's locale: French for French and where none is set, as users are French;
  /// English for any other.
  static let ofLocale: Language = {
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? ""
    let isUnset = locale.isEmpty || locale == "POSIX" || locale.split(separator: ".").first == "C"
    return isUnset || locale.hasPrefix("fr") ? .french : .english
  }()

  /// Words with a choice of language behind the command, where it stands before it.
  static func behindCommand(_ words: [String]) -> [String] {
    let flag = SettingTable.shared.language.face.flag
    guard let first = words.first else { return words }
    let count = first == flag ? 2 : first.hasPrefix(flag + "=") ? 1 : 0
    guard count > 0, words.count > count, !words[count].hasPrefix("-") else { return words }
    let rest = words[count...]
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end] + words[..<count] + rest[end...])
  }

  /// What `--language` asks for, where arguments that may be wrong tell.
  static func asked(in words: [String]) -> Language? {
    let flag = SettingTable.shared.language.face.flag
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      let isAttached = word.hasPrefix(flag + "=")
      guard word == flag || isAttached else { continue }
      let text = isAttached ? String(word.dropFirst(flag.count + 1)) : next
      if let language = Language(rawValue: text) { return language }
    }
    return nil
  }
}

extension StudyOptions {
  /// A study today, on this machine.
  init(_ settings: StudySettings, language: Language) throws(InputFault) {
    try self.init(
      settings, today: .today, language: language,
      processors: ProcessInfo.processInfo.activeProcessorCount)
  }
}
