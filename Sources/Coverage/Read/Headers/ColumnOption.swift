/// The options that messages tell to give, as one types them: what is told can be copied.
extension FieldRole {
  /// Names of columns that a message can quote whole.
  private static let longestName = 120

  /// `--map-column 'stade=Stade 2021'`; of a name that no message has room for, the role alone.
  func option(_ column: String) -> Wording {
    guard column.unicodeScalars.count <= Self.longestName else {
      return Wording(
        fr: "--map-column \(rawValue)=NOM", en: "--map-column \(rawValue)=NAME")
    }
    return Wording("--map-column " + ShellWord.quoted("\(rawValue)=\(column)"))
  }
}

extension ShellWord {
  /// A sheet, a layer or a file of an archive, as an option takes it.
  static func part(_ name: String, of path: String) -> String { quoted("\(path)#\(name)") }
}
