/// Members of documents and of features that hold something else.
struct UnreadMembers {
  private var names: Set<String> = []
  private static let most = 100

  /// What GeoJSON and those who serve it put beside features and properties: it says nothing of a place.
  private static let plain: Set<String> = [
    "type", "id", "bbox", "name", "crs", "title", "description", "generator", "copyright", "links",
    "timestamp", "timeStamp", "metadata", "totalFeatures", "numberMatched", "numberReturned",
    "xy_coordinate_resolution", "z_coordinate_resolution", "license", "licence", "attribution",
    "geometry_name", "exceededTransferLimit",
  ]

  mutating func see(_ name: String) {
    guard names.count < Self.most, !Self.plain.contains(name) else { return }
    names.insert(name)
  }

  var unreadParts: [ReadingNotes.UnreadPart] {
    guard !names.isEmpty else { return [] }
    let shown = ReadingNotes.UnreadPart.listed(names.sorted())
    return [
      ReadingNotes.UnreadPart(
        severity: .information,
        finding: Wording(
          fr: "des membres hors de « properties » et de « features » : \(shown)",
          en: "members outside of “properties” and “features”: \(shown)"),
        treatment: Wording(
          fr: "non lus : mettez dans « properties » ce qui doit servir",
          en: "not read: put into “properties” what is to be used"))
    ]
  }
}

/// What a service says of how much it served: one that gives at most so many features leaves the rest out.
struct ServedCount {
  private var all: Int?
  private var isCut = false

  /// Takes a member of the document, whatever it is.
  mutating func see(_ name: String, _ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    switch name {
    case "numberMatched", "totalFeatures":
      if let number = try scanner.scalarText().flatMap({ Int($0) }) { all = max(all ?? 0, number) }
    case "exceededTransferLimit": isCut = try scanner.scalarText() == "true" || isCut
    case "properties":
      guard try scanner.peek() == UInt8(ascii: "{") else { return try scanner.skipValue() }
      try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
        if name == "properties" { try scanner.skipValue() } else { try see(name, &scanner) }
      }
    default: try scanner.skipValue()
    }
  }

  func unreadParts(read count: Int) -> [ReadingNotes.UnreadPart] {
    let missing = (all ?? 0) - count
    guard isCut || missing > 0 else { return [] }
    let whole = all.map { Wording(fr: " sur \($0)", en: " of \($0)") } ?? Wording("")
    return [
      ReadingNotes.UnreadPart(
        severity: .error,
        finding: Wording(
          fr: "le service n’a rendu que \(count) objets\(whole.french)",
          en: "the service gave \(count) features only\(whole.english)"),
        treatment: Wording(
          fr: "les autres manquent : demandez-les tous (limit, count, resultRecordCount)",
          en: "the others are missing: ask for all of them (limit, count, resultRecordCount)"))
    ]
  }
}
