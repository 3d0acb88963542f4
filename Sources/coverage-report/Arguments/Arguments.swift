import Coverage

/// What a user wrote after the name of a command.
struct Arguments {
  var settings = StudySettings()
  var files: [String] = []
}

extension Arguments {
  /// - Throws: a usage fault that names the argument that is wrong.
  init(_ words: some Sequence<String>, of command: Subcommand) throws(InputFault) {
    var reader = ArgumentReader(words, command)
    try reader.readAll()
    self = reader.result
    if command.files.isNeeded, files.isEmpty {
      throw InputFault(
        .usage, path: "",
        problem: Wording(
          fr: "il manque \(command.files.name(in: .french))",
          en: "\(command.files.name(in: .english)) is missing"),
        cure: command.cure)
    }
  }
}

/// Reads words into options and files, options anywhere among files.
private struct ArgumentReader {
  private(set) var result = Arguments()
  private var rest: ArraySlice<String>
  /// The text of each option read, by key.
  private var seen: [String: String] = [:]
  private let command: Subcommand

  init(_ words: some Sequence<String>, _ command: Subcommand) {
    rest = Array(words)[...]
    self.command = command
  }

  mutating func readAll() throws(InputFault) {
    while let word = rest.popFirst() {
      if word == "--" {
        for file in rest { try add(file) }
        return
      }
      if word.hasPrefix("-"), word != "-" { try readOption(word) } else { try add(word) }
    }
  }

  private mutating func add(_ file: String) throws(InputFault) {
    guard !file.isEmpty else {
      throw .argument(
        "« »", Wording(fr: "nom de fichier vide", en: "an empty name of a file"), command.cure)
    }
    let isOneMore = result.files.count == command.files.most
    guard result.files.isEmpty || command.files.areSeveral, !isOneMore else {
      throw .argument(
        file, Wording(fr: "argument en trop", en: "one argument too many"), command.cureOfMoreFiles)
    }
    result.files.append(file)
  }

  private mutating func readOption(_ word: String) throws(InputFault) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let flag = String(parts[0])
    guard let option = command.options.first(where: { $0.face.flag == flag }) else {
      throw .unknownOption(flag, of: command)
    }
    let face = option.face
    let text = try value(of: face, parts.dropFirst().first.map(String.init))
    if let first = seen.updateValue(text, forKey: face.key), face.placeholder != nil,
      !face.isRepeatable
    {
      throw .argument(
        flag,
        Wording(
          fr: "donné deux fois : « \(first) », puis « \(text) »",
          en: "given twice: “\(first)”, then “\(text)”"),
        Wording(fr: "n’en gardez qu’un", en: "keep one of them"))
    }
    do {
      try option.take(text, into: &result.settings)
    } catch {
      throw .argument(flag, error.problem, error.cure)
    }
  }

  /// The text of a value: after the `=`, in the next word, or the one that a flag alone stands for.
  private mutating func value(
    of face: SettingFace, _ attached: String?
  ) throws(InputFault) -> String {
    if face.placeholder == nil, let attached {
      throw .argument(
        face.flag,
        Wording(fr: "valeur « \(attached) » de trop", en: "takes no value “\(attached)”"),
        Wording(fr: "écrivez \(face.flag) seul", en: "write \(face.flag) alone"))
    }
    if let attached, !attached.isEmpty { return attached }
    if attached == nil, let next = rest.first, isValue(next, of: face) { return rest.removeFirst() }
    if attached == nil, let lone = face.lone { return lone }
    throw .argument(
      face.flag, Wording(fr: "valeur absente", en: "no value"),
      Wording(
        fr: "écrivez \(face.usage(in: .french)), ou \(face.flag)=… si la valeur commence par un "
          + "tiret",
        en: "write \(face.usage(in: .english)), or \(face.flag)=… if the value begins with a "
          + "dash"))
  }

  /// Whether a word is the value of the option before it. Any number is, where numbers are taken, so
  /// that one that cannot be is refused as such.
  private func isValue(_ word: String, of face: SettingFace) -> Bool {
    if face.placeholder == nil || word.isEmpty { return false }
    if face.isNumber, word.wholeMatch(of: /[-+]?[0-9]+([.,][0-9]*)?/) != nil { return true }
    return face.lone.map { $0 == word } ?? (!word.hasPrefix("-") || word == "-")
  }
}

extension InputFault {
  /// An argument that is wrong.
  static func argument(_ word: String, _ problem: Wording, _ cure: Wording) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(fr: "\(word) : \(problem.french)", en: "\(word): \(problem.english)"),
      cure: cure)
  }

  /// An argument in another encoding than that of texts: a study names its files in texts.
  static func notUTF8(_ word: String) -> InputFault {
    argument(
      word, Wording(fr: "ce nom n’est pas en UTF-8", en: "this name is not in UTF-8"),
      Wording(
        fr: "renommez le fichier, ou donnez-lui un autre nom par un lien (ln -s)",
        en: "rename the file, or give it another name by a link (ln -s)"))
  }
}
