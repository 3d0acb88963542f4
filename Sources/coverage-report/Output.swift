import Coverage
import GeoKernel

/// What a command prints on standard output: the one way to it.
enum Output {
  /// The kinds of text, by what may not reach a terminal as it is.
  enum Form {
    /// Lines for people.
    case page
    /// A value for machines.
    case json
    /// A table that is written safely.
    case table
  }

  /// Prints what a command was asked for.
  ///
  /// - Throws: a fault where it cannot be written: it is lost. A reader that has left, as `head` does,
  ///   has what it wanted: nothing is said, and the exit code tells.
  static func print(_ text: String, as form: Form = .page) throws {
    try print(
      text, as: form,
      cure: Wording(
        fr: "dirigez-la vers un fichier, sur un disque qui a de la place",
        en: "direct it to a file, on a disk with room"))
  }

  /// Prints the summary of a run whose results are in files.
  ///
  /// - Throws: as `print`; the files are there.
  static func print(summary: String, of folder: String) throws {
    try print(
      summary, as: .page,
      cure: Wording(
        fr: "les fichiers sont écrits dans \(folder), seul le résumé manque ; --quiet s’en passe",
        en: "the files are in \(folder), only the summary is lost; --quiet does without"))
  }

  private static func print(_ text: String, as form: Form, cure: Wording) throws {
    let safe =
      switch form {
      case .page: PlainText.page(text)
      case .json: PlainText.json(text)
      case .table: text
      }
    do throws(FileFault) {
      try StandardStream.output.write(safe)
    } catch {
      guard !error.isReaderGone else { throw ExitCode(code: InputFault.Kind.output.rawValue) }
      throw InputFault(
        .output, path: "",
        problem: Wording(
          fr: "sortie standard : écriture impossible (\(error.reasonWords.french))",
          en: "standard output: cannot be written (\(error.reasonWords.english))"), cure: cure)
    }
  }
}
