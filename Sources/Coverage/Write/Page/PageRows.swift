/// Which rows of the page communes and CPTS are: those that the study is of in the order of their files,
/// then the CPTS outside that the page names as neighbours.
struct PageRows {
  /// Communes of the study.
  let communes: [Int]
  /// CPTS, those of the study first.
  let cpts: [Int]
  /// How many of them the study is of.
  let studiedCount: Int
  private let rowOfCommune: [Int32: Int32]
  private let rowOfCPTS: [Index<DatedCPTS>: Int32]

  /// - Complexity: O(communes + CPTS + neighbours + places).
  init(_ figures: StudyFigures, _ sectors: [Sector], _ places: [MapPlace]) {
    communes = figures.studiedCommunes
    let studied = figures.studiedCPTS
    var named = Set(figures.zones.flatMap { $0.neighbours.map { $0.cpts } })
    for sector in sectors {
      named.formUnion(sector.neighbours.map { $0.cpts } + sector.projects + sector.cptsOfPole)
      if let across = sector.acrossSea { named.insert(across) }
    }
    for overlap in figures.overlaps { named.formUnion([overlap.first, overlap.second]) }
    for place in places { named.formUnion(place.cpts) }
    let others = named.map { Int($0) }.filter { !figures.cpts[$0].isStudied }.sorted()
    cpts = studied + others
    studiedCount = studied.count
    rowOfCommune = Dictionary(
      uniqueKeysWithValues: communes.enumerated().map { (Int32($1), Int32($0)) })
    rowOfCPTS = Dictionary(
      uniqueKeysWithValues: cpts.enumerated().map { (Index($1), Int32($0)) })
  }

  /// The row of a CPTS that the page names.
  func row(ofCPTS cpts: Index<DatedCPTS>) -> Int32 { rowOfCPTS[cpts] ?? -1 }

  /// Rows of some communes, without those outside of the study.
  func rows(ofCommunes communes: [Int32]) -> [Int32] { communes.compactMap { rowOfCommune[$0] } }
}
