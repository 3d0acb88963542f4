/// Titles that say that the data of a study are made up.
enum FictitiousTitle {
  static func isSaid(in title: String) -> Bool {
    folded(title).split(separator: "_").contains {
      $0.hasPrefix("fictif") || $0.hasPrefix("fictiv") || $0.hasPrefix("fictitious")
    }
  }
}
