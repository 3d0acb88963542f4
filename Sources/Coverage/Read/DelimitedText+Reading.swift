extension DelimitedText {
  /// Reads a CSV file, or says why the file is none.
  static func read(_ input: InputPath) throws(InputFault) -> DelimitedText {
    try input.refuseLayer()
    switch try input.format() {
    case .delimitedText: return try DelimitedText(path: input.file, bytes: try input.bytes())
    case .geoPackage, .geoJSON, .other:
      throw InputFault(
        path: input.file,
        problem: Wording(fr: "ce n’est pas un CSV", en: "this is no CSV"),
        cure: Wording(
          fr: "exportez la table en CSV (UTF-8)", en: "export the table as CSV (UTF-8)"))
    }
  }
}
