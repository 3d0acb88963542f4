/// The option that gives a column a role, as a shell takes it: `--map-column "stade=Stade 2022"`.
struct MapColumn {
  let text: String

  init(_ role: FieldRole, _ name: String) {
    let value = "\(role.rawValue)=\(name)"
    let isWord = value.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "=_-.".unicodeScalars.contains($0)
    }
    let quoted = value.contains("\"") ? "'\(value)'" : "\"\(value)\""
    text = "--map-column \(isWord ? value : quoted)"
  }
}
