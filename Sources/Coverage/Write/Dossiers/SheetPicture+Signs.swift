/// What is written on a small map: numbers and letters, a main commune, the scale.
extension SheetPicture {
  /// A sign on its place; beside it where it would hide it.
  mutating func sign(_ words: String, at place: WidestPlace) {
    let half = words.count < 3 ? 11 : 4 + 5 * words.count
    var (x, y) = (Int(place.point.x.rounded()), Int(place.point.y.rounded()))
    if subject.leastPlace == 0, place.width < Double(2 * half) {
      x += half + 4 + Int(place.width / 2)
    }
    x = min(max(x, half + 2), Self.width - half - 2)
    y = min(max(y, 13), Int(MapView.size.y) - 13)
    svg.append(
      """
      <rect x="\(x - half)" y="\(y - 11)" width="\(2 * half)" height="22" rx="11" fill="#ffffff" \
      stroke="#1e2b2d" stroke-width="1.5"/>
      <text x="\(x)" y="\(y + 5)" font-size="14" font-weight="bold" text-anchor="middle">\(words)</text>

      """)
  }

  mutating func dot(_ name: String, at point: SIMD2<Double>) {
    let (x, y) = (Int(point.x.rounded()), Int(point.y.rounded()))
    let isLeft = x > Self.width / 2
    svg.append("<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\" fill=\"#1e2b2d\"/>\n")
    guard !name.isEmpty else { return }
    svg.append(
      "<text x=\"\(isLeft ? x - 7 : x + 7)\" y=\"\(max(14, y - 6))\" font-size=\"14\" "
        + "font-weight=\"bold\" text-anchor=\"\(isLeft ? "end" : "start")\">")
    let text = PageTemplate.escaped(TerminalText.cleaned(ShownName.shortened(name, to: 24)))
    svg.append(text[...])
    svg.append("</text>\n")
  }

  /// A round length of a quarter of the map at most.
  mutating func scaleBar() {
    let most = Double(Self.width) / 4 / view.scale
    let lengths = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000]
    let metres = lengths.first { Double($0) <= most } ?? 500
    let pixels = Int((Double(metres) * view.scale).rounded())
    let y = Int(MapView.size.y) - 12
    let words = metres < 1000 ? "\(metres) m" : "\(metres / 1000) km"
    svg.append(
      """
      <rect x="8" y="\(y - 20)" width="\(pixels + 16)" height="27" fill="#ffffff"/>
      <path d="M16 \(y - 4)V\(y)H\(16 + pixels)V\(y - 4)" fill="none" stroke="#1e2b2d" \
      stroke-width="2"/>
      <text x="\(16 + pixels / 2)" y="\(y - 6)" font-size="12" text-anchor="middle">\(words)</text>

      """)
  }
}
