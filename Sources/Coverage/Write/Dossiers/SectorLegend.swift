/// What the colours and lines of the map of a sector mean.
enum SectorLegend {
  /// Where the keys of a row begin, in pixels.
  private static let columns = [6, 170, 375]
  private static let rowHeight = 18

  static func append(to svg: inout ByteBuffer, from lowest: Stage, top: Double) {
    let box = "<rect width=\"18\" height=\"12\" stroke=\"#5c6867\" fill="
    let keys =
      [
        (
          "<rect width=\"18\" height=\"12\" fill=\"#d9622b\" stroke=\"#4a1602\" stroke-width=\"3\"/>",
          "le secteur"
        ),
        (box + "\"#fbe6d5\"/>", "sans CPTS au stade requis"),
        (box + "\"#e4e7e6\"/>", "autre CPTS"),
      ]
      + Stage.allCases.filter { $0 >= lowest }.map { stage in
        (box + "\"\(StageStyle.colour(of: stage))\"/>", "voisine : \(words(stage))")
      } + [
        (
          "<path d=\"M0 6h18\" fill=\"none\" stroke=\"#3f4d4e\" stroke-dasharray=\"5 3\"/>",
          "limite de département"
        )
      ]
    for (place, key) in keys.enumerated() {
      let row = place / columns.count
      let y = Int(top) + 7 + row * rowHeight
      svg.append("<g transform=\"translate(\(columns[place % columns.count]) \(y))\">\(key.0)")
      svg.append("<text x=\"24\" y=\"10\" font-size=\"11\">\(key.1)</text></g>\n")
    }
  }

  /// The stage, as short as a key of the legend is.
  private static func words(_ stage: Stage) -> String {
    switch stage {
    case .none: "aucun stade"
    case .project: "projet"
    case .letterOfIntent: "lettre d’intention"
    case .validatedProject: "projet de santé validé"
    case .signedContract: "ACI signé"
    }
  }
}
