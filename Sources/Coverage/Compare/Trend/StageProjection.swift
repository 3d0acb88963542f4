/// What would come after the last date if CPTS went on as those before them did: a convention of the tool, no
/// forecast. Nobody knows of CPTS that are to be born, nor of those that are to end.
struct StageProjection: Sendable {
  /// One date and stage: people at that stage or above in the study.
  struct Point: Sendable {
    let date: CivilDate
    let stage: Stage
    let median: Int
    /// Of ten draws one is below, and one above.
    let low: Int
    let high: Int
  }

  /// What is known of one stage.
  struct OfStage: Sendable {
    let stage: Stage
    let observed: Int
    let waiting: Int
    /// Days; nil where fewer than half are seen to go on.
    let median: Int?
    /// The longest delay observed, in days; nil without any.
    let longest: Int?
  }

  static let months = 24
  static let draws = 1_000
  /// Delays from each stage below which nothing is drawn.
  static let leastObserved = 20
  /// Of the draws: any number does, and the same gives the same.
  static let seed: UInt64 = 2019

  /// By date, then by stage from the highest.
  let points: [Point]
  let stages: [OfStage]
  /// People of the study.
  let total: Int

  /// The end of the projection at a stage.
  func last(_ stage: Stage) -> Point? { points.last { $0.stage == stage } }
}

/// Why there is no projection.
struct NoProjection: Error {
  let reason: Wording
  let stages: [StageProjection.OfStage]
}
