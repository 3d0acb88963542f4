/// What the colours and lines of a small map mean.
enum PictureLegend {
  /// Where the keys of a row begin, in pixels.
  private static let columns = [6, 170, 375]
  private static let rowHeight = 18
  private static let margin = 7

  static func height(of count: Int) -> Int {
    margin + (count + columns.count - 1) / columns.count * rowHeight
  }

  static func append(
    _ keys: [PictureSubject.Key], hasDepartments: Bool, to svg: inout ByteBuffer, top: Int
  ) {
    var rows = keys.map { key in
      let line =
        key.isSubject ? "stroke=\"#4a1602\" stroke-width=\"3\"" : "stroke=\"#5c6867\""
      return ("<rect width=\"18\" height=\"12\" \(line) fill=\"\(key.colour)\"/>", key.words)
    }
    if hasDepartments {
      let dashes = "<path d=\"M0 6h18\" fill=\"none\" stroke=\"#3f4d4e\" stroke-dasharray=\"5 3\"/>"
      rows.append((dashes, "limite de département"))
    }
    for (place, row) in rows.enumerated() {
      let y = top + margin + place / columns.count * rowHeight
      svg.append("<g transform=\"translate(\(columns[place % columns.count]) \(y))\">\(row.0)")
      svg.append("<text x=\"24\" y=\"10\" font-size=\"11\">\(row.1)</text></g>\n")
    }
  }

  /// The stage, as short as a key of the legend is.
  static func words(_ stage: Stage) -> String {
    switch stage {
    case .none: "aucun stade"
    case .project: "projet"
    case .letterOfIntent: "lettre d’intention"
    case .validatedProject: "projet de santé validé"
    case .signedContract: "ACI signé"
    }
  }
}
