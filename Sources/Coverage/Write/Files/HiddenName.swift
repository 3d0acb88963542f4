/// Names that only this program gives: hidden files and folders of a run under way.
enum HiddenName {
  static let beginning = ".coverage-report"
  /// In a staging folder: it has not been published.
  static let unpublished = ".coverage-report.unpublished"
  /// A whole study inside of its folder, on its way to its names.
  static let publishing = ".coverage-report.publishing"
  /// What is to be done with the names, in the folder of that name.
  static let plan = ".coverage-report.plan"

  /// The beginning of the names of staging folders inside of the target.
  static let inside = ".coverage-report.staging-"

  /// The beginning of the names of staging folders beside a target.
  static func beside(_ name: String) -> String { ".\(name).coverage-report-" }
}
