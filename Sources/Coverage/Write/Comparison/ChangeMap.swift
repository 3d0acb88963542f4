/// The communes that changed sides between two studies, as one still picture.
struct ChangeMap {
  private static let frame = (x: 470.0, y: 20.0, width: 1110.0, height: 860.0)

  /// - Returns: nil where there is no ground to draw on.
  /// - Complexity: O(pieces + points of the map).
  static func svg(_ comparison: Comparison, _ language: Language) -> [UInt8]? {
    guard let land = comparison.land else { return nil }
    let fates = comparison.fates()
    var fateOfCode: [UnitCode: Int32] = [:]
    for (commune, fate) in zip(comparison.after.communes, fates) {
      fateOfCode[commune.code] = Int32(fate.rawValue)
    }
    let kinds = land.units.communes.map { fateOfCode[$0.code] ?? -1 }
    let faces = DisplayFaces(land.units, land.mesh, kindOfCommune: kinds)
    let map = DisplayMap(faces, land.mesh)
    let paths = MapPath(map, width: frame.width, height: frame.height)
    var text = ByteBuffer(capacity: 1 << 19)
    head(comparison, language, scale: paths.scale, into: &text)
    draw(paths, into: &text)
    text.append(caption(comparison, fates, language))
    text.append("</svg>\n")
    return text.bytes
  }

  private static func head(
    _ comparison: Comparison, _ language: Language, scale: Double, into text: inout ByteBuffer
  ) {
    let (width, height) = MapPicture.size
    text.append(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="title" font-family="Arial, Helvetica, sans-serif" \
      fill="#1e2b2d">
      <title id="title">
      """)
    text.append(PageTemplate.escaped(title(comparison, language))[...])
    text.append("</title>\n<defs>\n")
    for fate in CommuneFate.allCases {
      for (name, scale) in [("map", 1 / scale), ("key", 1)] {
        text.append(
          "<pattern id=\"\(name)-\(fate.rawValue)\" width=\"8\" height=\"8\" "
            + "patternUnits=\"userSpaceOnUse\" patternTransform=\"scale(")
        text.append(scale, decimals: 4)
        text.append(
          ")\"><rect width=\"8\" height=\"8\" fill=\"\(colour(fate))\"/>\(marks(fate))</pattern>\n")
      }
    }
    text.append("</defs>\n<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>\n")
  }

  private static func draw(_ paths: MapPath, into text: inout ByteBuffer) {
    let faces = paths.map.faces.faces
    paths.open(x: frame.x, y: frame.y, into: &text)
    paths.fill(faces.map(\.place), count: CommuneFate.allCases.count, into: &text) {
      "url(#map-\($0))"
    }
    paths.lines("#ffffff", width: 0.4, into: &text) {
      $1 >= 0 && faces[$0].place != faces[$1].place
    }
    paths.lines("#5c6867", width: 0.6, into: &text) {
      $1 < 0 || faces[$0].department != faces[$1].department
    }
    text.append("</g>\n")
  }

  private static func caption(
    _ comparison: Comparison, _ fates: [CommuneFate], _ language: Language
  ) -> String {
    var lines = CaptionLines(x: 40)
    lines.paragraph(title(comparison, language), size: 27, isBold: true, width: 410, most: 4)
    lines.skip(30)
    for fate in CommuneFate.allCases {
      let count = fates.count { $0 == fate }
      lines.key(
        fill: "url(#key-\(fate.rawValue))", stroke: "#55605f", label(fate)[language],
        value: NumberText.whole(count), width: 410)
    }
    lines.skip(14)
    lines.paragraph(
      Wording(
        fr: "Nombre de communes. Une commune couverte en partie compte pour ce qui y a changé ; le "
          + "recensement n’y compte pas.",
        en: "Number of communes. One that is covered in part counts by what changed in it; the "
          + "census does not count.")[language],
      size: 15, colour: "#4f5f60", width: 410, most: 5)
    lines.moveTo(800)
    lines.paragraph(
      Wording(
        fr: "Limites simplifiées ; encarts à leur propre échelle.",
        en: "Simplified borders; insets at their own scale.")[language]
        + " coverage-report \(toolkitVersion)",
      size: 14, colour: "#4f5f60", width: 410, most: 3)
    return lines.svg
  }

  static func title(_ comparison: Comparison, _ language: Language) -> String {
    let days = (comparison.before.day.inWords(language), comparison.after.day.inWords(language))
    return Wording(
      fr: "Ce qui a changé du \(days.0) au \(days.1)",
      en: "What changed from \(days.0) to \(days.1)")[
        language]
  }

  private static func label(_ fate: CommuneFate) -> Wording {
    switch fate {
    case .covered: Wording(fr: "couverte avant et après", en: "covered before and after")
    case .gained: Wording(fr: "gagnée", en: "gained")
    case .lost: Wording(fr: "perdue", en: "lost")
    case .white: Wording(fr: "en zone blanche, toujours", en: "white before and after")
    }
  }

  private static func colour(_ fate: CommuneFate) -> String {
    switch fate {
    case .covered: "#cfe6e2"
    case .gained: "#0b5b5f"
    case .lost: "#b6421a"
    case .white: "#efe6dc"
    }
  }

  private static func marks(_ fate: CommuneFate) -> String {
    fate == .lost
      ? "<path d=\"M-2 2L2-2M0 8L8 0M6 10L10 6\" stroke=\"#fff\" stroke-width=\"1.1\"/>" : ""
  }
}
