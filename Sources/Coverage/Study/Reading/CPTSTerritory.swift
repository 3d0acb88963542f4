/// What one CPTS covers on the day of the study: a row of `cpts.csv`.
public struct CPTSTerritory: Sendable {
  /// Identifier in the files.
  public let id: CPTSID
  /// Name in the files; the identifier where they give none.
  public let name: String
  /// How far the CPTS has come on the day of the study.
  public let stage: Stage
  /// What the files say of it whatever the day: dates, flag, professionals.
  public let record: CPTS
  /// People of its territory; nil where the population of none of its communes is known.
  public let people: Int?
  /// People who live also in another CPTS at `projet` or above.
  public let peopleShared: Int
  /// People of its territory whom the study is not of: see `StudyOptions.area`.
  public let peopleOutside: Int
  /// People of the cells of a grid, by exact shares, before calibration; nil without a grid.
  public let peopleOfGrid: Double?
  /// Size class of its people by `StudyOptions.rules`, from 1; nil where they are unknown.
  ///
  /// Source: ACI of 20 June 2019, article 7.1.
  public let sizeClass: Int?
  /// The bound of size classes, in inhabitants, that its people are within the percent of the rule pack (`nearPercent`, 2 in that of 2019) of: a recount could
  /// change its class. nil where none is.
  public let closeBound: Int?
  /// Area of its territory, on the ellipsoid.
  public let squareMetres: Double
  /// Contiguous parts; units without polygon are in none.
  public let groupCount: Int
  /// Communes wholly or partly in it, by code.
  public let communes: [UnitCode]
  /// Codes of the departments that it lies in.
  public let departments: [String]
  /// Codes of the regions that it lies in.
  public let regions: [String]
}

extension Study {
  /// Every CPTS that the study is of, by id; in the study of ``Opinions`` the proposals are among them, at `aucun`.
  ///
  /// - Complexity: O(communes of all CPTS); each call makes them anew.
  public var cpts: [CPTSTerritory] {
    let sizes = options.rules.sizes
    return figures.studiedCPTS.map { index in
      let (cpts, figure) = (territories.cpts[index], figures.cpts[index])
      let people = known(figure.population, in: figure.communes)
      return CPTSTerritory(
        id: cpts.id, name: cpts.name, stage: cpts.stage, record: cpts.record, people: people,
        peopleShared: figure.sharedPopulation, peopleOutside: figure.peopleOutside,
        peopleOfGrid: figure.gridPopulation,
        sizeClass: sizes.sizeClass(of: figure.people), closeBound: sizes.closeBound(figure.people),
        squareMetres: figure.squareMetres,
        groupCount: figure.groupCount, communes: codes(ofCommunes: figure.communes),
        departments: figure.departments, regions: figure.regions)
    }
  }
}
