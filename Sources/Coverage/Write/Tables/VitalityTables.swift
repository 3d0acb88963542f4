/// The tables of a study that are written only where its inputs speak of their subject: an empty one
/// would say that there is none.
struct VitalityTables {
  let units: StudyUnits
  let territories: Territories
  let figures: StudyFigures

  private static let emptyFragile = Table(
    "fragiles",
    [
      "cpts_id", "cpts_nom", "stade", "motif", "population", "professionnels", "adherents",
      "actifs", "pct_adherents", "pct_actifs", "population_decouverte", "nb_zones_ouvertes",
      "zones_ouvertes", "communes_decouvertes", "soutiens",
    ])
  private static let emptyProfessionals = Table(
    "professionnels",
    [
      "niveau", "code", "nom", "nb_cpts", "nb_cpts_renseignees", "professionnels", "adherents",
      "actifs", "pct_adherents", "pct_actifs",
    ])

  init(_ study: Study) {
    units = study.units
    territories = study.territories
    figures = study.figures
  }

  /// Those that this study has.
  func all() -> [Table] { [fragile(), professionals()].compactMap { $0 } }

  /// Names of the files of `all()`.
  var fileNames: [String] {
    [
      hasFragile ? Self.emptyFragile.fileName : nil,
      figures.professionals == nil ? nil : Self.emptyProfessionals.fileName,
    ].compactMap { $0 }
  }

  private var hasFragile: Bool { (figures.fragile?.judgedCount ?? 0) > 0 }

  /// One row a fragile CPTS, by id; nil where nothing tells which are.
  private func fragile() -> Table? {
    guard hasFragile, let fragile = figures.fragile?.fragile else { return nil }
    var table = Self.emptyFragile
    for one in fragile {
      let cpts = territories.cpts[Int(one.cpts)]
      let record = cpts.record
      var counts = Headcounts()
      counts.add(Headcounts.Answer(record))
      let communes = units.places(of: one.loss.units).communes
      table.append(
        .code(cpts.id.text), .text(cpts.name), .text(cpts.stage.key),
        .text(one.reasons.map { $0.rawValue }.joined(separator: "|")),
        .whole(figures.cpts[Int(one.cpts)].people.figure), .whole(record.professionals),
        .whole(record.members), .whole(record.activeMembers), .share(counts.membersShare),
        .share(counts.activeShare),
        .whole(units.people(one.loss.population, in: one.loss.units).figure),
        .whole(one.loss.zones.count),
        .codes(one.loss.zones.map { $0.id }),
        .codes(communes.map { units.communes[Int($0)].code.text }),
        .codes(one.supports.map { territories.cpts[Int($0)].id.text }))
    }
    return table
  }

  /// One row a CPTS, then one an area; nil where no CPTS counts its professionals.
  private func professionals() -> Table? {
    guard let areas = figures.professionals else { return nil }
    var table = Self.emptyProfessionals
    for area in areas {
      let counts = area.counts
      table.append(
        .text(area.level), .code(area.code), .text(area.name), .whole(counts.cptsCount),
        .whole(counts.answeringCount), .whole(counts.professionals), .whole(counts.members),
        .whole(counts.activeMembers), .share(counts.membersShare), .share(counts.activeShare))
    }
    return table
  }
}

extension Table {
  fileprivate var fileName: String { name + ".csv" }
}

extension Cell {
  /// A share in percent; empty where there is no whole.
  fileprivate static func share(_ share: Headcounts.Share) -> Cell {
    share.whole > 0 ? .percent(of: share.part, in: share.whole) : .whole(nil)
  }
}
