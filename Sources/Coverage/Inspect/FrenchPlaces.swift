import GeoKernel

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

  private static func contain(_ longitude: Double, _ latitude: Double) -> Bool {
    boxes.contains { $0.longitudes.contains(longitude) && $0.latitudes.contains(latitude) }
  }

  /// Drawings that no part of France is near of, which a study of France would find outside of its units.
  ///
  /// - Parameter moved: their vertices in degrees.
  static func elsewhere(_ layer: DrawnLayer, _ moved: PolygonColumns) -> [Anomaly] {
    layer.rows.indices.compactMap { feature in
      let corners = moved.rings(of: feature).compactMap { moved.vertices(of: $0).first }
      guard !corners.isEmpty, !corners.contains(where: { contain(moved.x[$0], moved.y[$0]) }) else {
        return nil
      }
      let isSwapped = corners.contains { contain(moved.y[$0], moved.x[$0]) }
      return layer.outsideFrance(feature, looksSwapped: isSwapped)
    }
  }

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

extension DrawnLayer {
  fileprivate func outsideFrance(_ feature: Int, looksSwapped: Bool) -> Anomaly {
    let swapped = Wording(
      fr: " ; latitude et longitude semblent échangées : exportez-le avec la longitude d’abord",
      en: "; latitude and longitude seem to be exchanged: export it with longitude first")
    return Anomaly(
      .error, .drawingOutsideUnits, file: path, line: rows[feature].line,
      object: rows[feature].cpts.text,
      finding: Wording(
        fr: "le dessin est hors de France" + (looksSwapped ? swapped.french : ""),
        en: "the drawing is outside of France" + (looksSwapped ? swapped.english : "")),
      treatment: Wording(
        fr: "il ne couvrirait personne : vérifiez le système de référence",
        en: "it would cover nobody: check the reference system"))
  }
}
