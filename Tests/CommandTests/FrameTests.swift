import Testing

@testable import coverage_report

/// What frames the work of a command, help and messages, is in the language of the user, all of it.
@Suite struct FrameTests {
  static let languages = [HelpTests.french, HelpTests.english]

  /// Words that only the other language has. Names of files, columns and values are the same in both.
  static let foreign = [
    HelpTests.french: [
      "the", "of", "and", "with", "where", "which", "to", "FILE", "DIR", "NAME", "STAGE", "COLUMN",
      "METRES", "layer", "STUDY", "OVERVIEW", "USAGE", "EXAMPLES", "COMMAND", "COMMANDS",
      "SUBCOMMANDS", "EXIT", "default", "values", "repeatable", "show", "Show", "tell", "help",
      "unknown", "missing", "write", "did", "Error", "Usage", "Help",
    ],
    HelpTests.english: [
      "le", "la", "les", "des", "une", "du", "et", "pour", "FICHIER", "DOSSIER", "NOM", "STADE",
      "COLONNE", "MÈTRES", "couche", "ETUDE", "UTILISATION", "EXEMPLES", "COMMANDE", "COMMANDES",
      "défaut", "valeurs", "répétable", "montrer", "dire", "inconnue", "manque", "écrivez",
    ],
  ]

  static func foreignWords(in text: String, _ language: String) -> [String] {
    // Options are the same in both languages, and `--help` is one.
    let plain = text.replacing(/--[a-z-]+|`[^`]*`|coverage-report [a-z]+/, with: "")
    let words = Set(plain.matches(of: /\p{L}+/).map { String($0.output) })
    return (foreign[language] ?? []).filter { words.contains($0) }
  }

  @Test(
    "help of each command has no word of the other language",
    arguments: [[]] + Subcommand.all.map { [$0.name] })
  func help(words: [String]) throws {
    let scratch = try Scratch()
    for language in Self.languages {
      for arguments in [words + ["--help"], words + ["-h"], ["help"] + words] {
        let outcome = try Command.run(arguments, in: scratch.folder, language: language)
        #expect(outcome.code == 0 && outcome.errors == "")
        #expect(Self.foreignWords(in: outcome.output, language) == [])
        #expect(outcome.output.contains(language == HelpTests.french ? "UTILISATION" : "USAGE"))
      }
    }
  }

  @Test(
    "a call that is wrong is answered in the language of the user alone, with what to do",
    arguments: [
      ["repor"], ["trend"], ["help", "chekc"], ["--versoin"], ["--output", "a"], ["-x"],
      ["report", "--outptu", "a"], ["report", "--couleur"], ["report", "--territory", "a"],
      ["report", "--title", "a"], ["report", "a.yml", "b.yml"], ["report", ""],
      ["report", "--units"], ["report", "--units", "--cpts", "a"], ["report", "--at"],
      ["report", "--at", "31/12/2022x"], ["report", "--at", "2022-02-30"],
      ["report", "--at", "2022-01-01", "--at", "2022-01-02"], ["report", "--jobs", "deux"],
      ["report", "--sliver-width", "large"], ["report", "--csv", "xlsx"],
      ["report", "--white-below", "lettre"], ["report", "--default-stage", "aci_singe"],
      ["report", "--map-column", "code"], ["report", "--map-column", "cod=INSEE"],
      ["report", "--progress", "parfois"], ["report", "--quiet=1"], ["report", "--verify=no"],
      ["report", "--language", "de"], ["report", "--language"], ["report", "--units", "a"],
      ["report", "--output", "s3://a/b"], ["check", "--format", "pdf"], ["check"],
      ["simulate", "--greedy", "dix"], ["simulate", "--greedy"], ["inspect"],
      ["inspect", "a", "--units", "b"],
    ])
  func wrong(words: [String]) throws {
    let scratch = try Scratch()
    for language in Self.languages {
      let outcome = try Command.run(words, in: scratch.folder, language: language)
      #expect(outcome.code == 64)
      #expect(outcome.output == "")
      #expect(outcome.message.contains(" — "))
      #expect(!outcome.message.contains("\n"))
      let own = outcome.message.replacing(/[«“][^»”]*[»”]/, with: "")
      #expect(Self.foreignWords(in: own, language) == [], "\(outcome.message)")
    }
    for (choice, language) in [
      ("--language=en", HelpTests.english), ("--language=fr", HelpTests.french),
    ]
    where !words.contains("--language") && !words[0].hasPrefix("-") {
      let other = language == HelpTests.french ? HelpTests.english : HelpTests.french
      let asked = try Command.run([choice] + words, in: scratch.folder, language: other)
      #expect(asked.code == 64)
      #expect(
        try asked.message
          == Command.run(words, in: scratch.folder, language: language).message)
    }
  }

  @Test("--language may come before the command")
  func languageFirst() throws {
    let scratch = try Scratch.world()
    for words in [["--language", "en"], ["--language=en"]] {
      let help = try Command.run(words + ["report", "--help"], in: scratch.folder)
      #expect(help.output.contains("USAGE"))
      let run = try Command.run(
        words + [
          "report", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01",
          "--output", "out",
        ], in: scratch.folder)
      #expect(run.code == 0)
      #expect(try scratch.resume().options.language.text == "en")
    }
  }

  @Test("a message of any length is at most 2,000 bytes, and keeps its cure")
  func length() throws {
    let scratch = try Scratch()
    let long = String(repeating: "é", count: 5_000)
    for words in [
      ["report", "--at", long], ["report", "--\(long)"], [long], ["inspect", "http://\(long)"],
    ] {
      let outcome = try Command.run(words, in: scratch.folder)
      #expect(outcome.message.utf8.count <= 2_000)
      #expect(outcome.message.contains(" — "))
    }
  }

  @Test("signs that a terminal obeys are not shown")
  func controlSigns() throws {
    let scratch = try Scratch()
    for words in [["report", "--at", "a\u{1B}[2J"], ["\u{1B}[2J"], ["report", "--a\u{7}"]] {
      let outcome = try Command.run(words, in: scratch.folder)
      #expect(outcome.code == 64)
      #expect(!outcome.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
    }
  }
}
