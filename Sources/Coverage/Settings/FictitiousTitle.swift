/// Titles that say that the data of a study are made up.
enum FictitiousTitle {
  static func isSaid(in title: String) -> Bool {
    folded(title).split(separator: "_").contains {
      $0.hasPrefix("fictif") || $0.hasPrefix("fictiv") || $0.hasPrefix("fictitious")
    }
  }
}

extension StudyOptions {
  /// Whether the study file, or its title, says that the data are made up.
  var areFictitious: Bool { self.isFictitious || FictitiousTitle.isSaid(in: self.title) }
}
