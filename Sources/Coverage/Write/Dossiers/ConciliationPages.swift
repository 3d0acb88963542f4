/// The overlaps that have a page, and where it is.
enum ConciliationPages {
  /// Overlaps of `dossier-smallest` people or more, those with most people first.
  ///
  /// - Returns: the place of each among those of the study, and its page from the folder of the report.
  /// - Complexity: O(overlaps × log).
  static func all(of study: Study) -> [(place: Int, path: String)] {
    let folder = "\(SectorPages.folder)/\(SectorPages.conciliation)"
    let overlaps = study.figures.overlaps
    let large = overlaps.indices.filter {
      overlaps[$0].qualification != .sliver
        && overlaps[$0].population >= study.options.dossierSmallest
    }.sorted { (overlaps[$1].population, $0) < (overlaps[$0].population, $1) }
    let names = FileNames.distinct(
      large.map {
        "\(study.territories[overlaps[$0].first].id)--\(study.territories[overlaps[$0].second].id)"
      })
    return zip(large, names).map { ($0, "\(folder)/\($1).html") }
  }
}
