/// Where the features of a map lie, in words.
enum FrenchPlaces {
  /// Boxes in degrees, wide enough for islands and coasts.
  private static let boxes:
    [(name: Wording, longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>)] = [
      (
        Wording(fr: "France métropolitaine", en: "metropolitan France"), -5.5...9.8,
        41.2...51.3
      ),
      (Wording("Guadeloupe"), -62 ... -60.8, 15.7...16.7),
      (Wording("Martinique"), -61.4 ... -60.7, 14.3...15.1),
      (Wording("Guyane"), -54.8 ... -51.4, 2...6.1),
      (Wording("La Réunion"), 55.1...55.9, -21.5 ... -20.8),
      (Wording("Mayotte"), 44.9...45.4, -13.1 ... -12.5),
      (Wording("Saint-Pierre-et-Miquelon"), -56.6 ... -56, 46.7...47.2),
      (
        Wording(fr: "Saint-Barthélemy ou Saint-Martin", en: "Saint-Barthélemy or Saint-Martin"),
        -63.4 ... -62.7, 17.8...18.2
      ),
    ]

  /// The places that some positions lie in, those with most first, and what lies elsewhere.
  ///
  /// - Parameter positions: in degrees.
  static func described(longitudes: [Double], latitudes: [Double]) -> Wording {
    var counts = [Int](repeating: 0, count: boxes.count)
    var elsewhere = 0
    for (longitude, latitude) in zip(longitudes, latitudes) {
      if let box = boxes.firstIndex(where: {
        $0.longitudes.contains(longitude) && $0.latitudes.contains(latitude)
      }) {
        counts[box] += 1
      } else {
        elsewhere += 1
      }
    }
    let order = counts.indices.filter { counts[$0] > 0 }.sorted {
      (counts[$1], $0) < (counts[$0], $1)
    }
    var words = order.map { place in
      Wording(
        fr: "\(boxes[place].name.french) (\(counts[place]))",
        en: "\(boxes[place].name.english) (\(counts[place]))")
    }
    if elsewhere > 0 {
      words.append(
        Wording(
          fr: "hors de France (\(elsewhere)) : système de référence à vérifier",
          en: "outside France (\(elsewhere)): check the reference system"))
    }
    return Wording(
      fr: words.map(\.french).joined(separator: ", "),
      en: words.map(\.english).joined(separator: ", "))
  }
}
