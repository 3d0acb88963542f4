/// A number with words that agree with it: `1 commune`, `2 communes`. French counts nought as one,
/// English as many.
extension Int {
  /// In digits without spaces, as findings have them.
  func inFrench(_ one: String, _ many: String) -> String {
    "\(self) \(magnitude < 2 ? one : many)"
  }

  func inEnglish(_ one: String, _ many: String) -> String {
    "\(self) \(self == 1 ? one : many)"
  }
}
