extension StudySummary {
  /// The settings that decide figures or files.
  static func options(_ options: StudyOptions) -> JSON {
    [
      "at": .text(options.at.description),
      "white_below": .text(options.whiteBelow.key),
      "default_stage": options.defaultStage.map { .text($0.key) },
      "map_column": .object(options.columns.map { ($0.rawValue, .text($1)) }),
      "by": .texts(options.by),
      "verify": options.verify.map { .text($0.description) },
      "sliver_width": .number(options.sliverWidth),
      "sliver_people": .whole(options.sliverPeople),
      "csv": .text(options.csv.rawValue),
      "language": .text(options.language.rawValue),
    ]
  }
}
