// Columns that say something of communes, or of the file, and cannot change who is covered.

extension UnusedColumn {
  /// Names of what the State says of a commune, by yes and no as a rule.
  private static let zonings: Set<String> = [
    "zrr", "frr", "frrr", "qpv", "qp", "zip", "zac", "zus", "zonage", "zonages", "zone", "eligible",
    "eligibilite", "prioritaire", "montagne", "littoral", "littorale", "rural", "rurale", "urbain",
    "urbaine", "insulaire", "frontaliere", "acv", "pvd",
  ]

  /// Whether it is an attribute of the commune of each row, or of the upkeep of the file.
  func isOfCommune(_ content: ColumnContent, in units: StudyUnits) -> Bool {
    if case .dates = content { return DateOptions(name).isOfRecord }
    guard isOfCommunes, !ExclusionName.isSaid(by: name) else { return false }
    switch content {
    case .points: return true
    case .codes, .names, .places:
      return LevelName.level(of: name).map(LevelName.usual.contains) ?? false
    case .answers:
      return !Self.zonings.isDisjoint(with: folded(name).split(separator: "_").map(String.init))
    case .intercommunalities:
      return intercommunalityOfCode.map { given in
        !given.isEmpty
          && given.allSatisfy { code, siren in
            units.index[UnitCode(code)].map { units[$0].intercommunality == siren } ?? false
          }
      } ?? false
    default: return false
    }
  }
}
