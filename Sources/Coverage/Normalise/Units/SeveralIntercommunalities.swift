/// Communes with the codes of several EPCI in one cell, as ADMIN-EXPRESS writes those of a metropolis and its
/// territories: `200054781/200058519`. The first counts, so that each person counts in one EPCI.
struct SeveralIntercommunalities {
  private var count = 0
  private var example = ""

  /// The code that counts for a text.
  mutating func first(of text: String) -> String {
    // One code has nine digits.
    guard text.utf8.count > 9 else { return text }
    let parts = text.split { "/;,| ".contains($0) }
    guard parts.count > 1, parts.allSatisfy({ isWritten($0, like: "000000000") }) else {
      return text
    }
    count += 1
    if example.isEmpty { example = text }
    return String(parts[0])
  }

  func anomalies(file: String) -> [Anomaly] {
    guard count > 0 else { return [] }
    let shown = ShownName.shortened(example)
    return [
      Anomaly(
        .information, .severalIntercommunalities, file: file, object: "epci",
        finding: Wording(
          fr: "\(count.inFrench("commune", "communes")) de plusieurs EPCI (« \(shown) »)",
          en: "\(count.inEnglish("commune", "communes")) of several EPCI (“\(shown)”)"),
        treatment: Wording(
          fr: "comptées dans le premier, une seule fois", en: "counted in the first, once"))
    ]
  }
}
