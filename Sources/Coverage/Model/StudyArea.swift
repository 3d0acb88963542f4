/// The units that a study is of: all of them, or those of the areas that `--area` names.
///
/// What lies outside is not studied: it is white nowhere and its people are in no figure, but for those
/// of CPTS that reach into the study: each keeps its whole territory, and so its size. CPTS outside
/// are neighbours as others are.
struct StudyArea: Sendable {
  /// Level of the row of the whole study in `couverture.csv`.
  let level: String
  /// Code of that row; several are separated by `|`.
  let code: String
  /// What a reader calls the study.
  let name: String
  /// By unit; nil where all are of the study.
  private let isIn: Column<Unit, Bool>?

  /// Every unit.
  static let all = StudyArea(level: "national", code: "FR", name: "France", isIn: nil)

  private init(level: String, code: String, name: String, isIn: Column<Unit, Bool>?) {
    (self.level, self.code, self.name, self.isIn) = (level, code, name, isIn)
  }

  /// Some areas of one level.
  ///
  /// - Parameter isIn: by unit.
  init(codes: [String], names: [String], isIn: Column<Unit, Bool>) {
    self.init(
      level: "etude", code: codes.joined(separator: "|"), name: names.joined(separator: ", "),
      isIn: isIn)
  }

  /// Whether the study is of all units: nothing lies outside.
  var isWhole: Bool { isIn == nil }

  func contains(_ unit: Index<Unit>) -> Bool { isIn?[unit] ?? true }
}

extension StudyUnits {
  /// The units that the study is of, by code.
  var studied: [Unit] {
    area.isWhole ? units : units.indices.filter { area.contains(Index($0)) }.map { units[$0] }
  }

  /// The units of a commune that the study is of.
  func studied(of commune: Commune) -> [Index<Unit>] {
    area.isWhole ? commune.units : commune.units.filter { area.contains($0) }
  }
}
