/// The pages of a report for those who decide: one a sector, one for the small sectors of a department, one
/// for each large overlap, and the list of all.
struct DossierFiles: Sendable {
  private let context: DossierContext
  private let smallSectors: [(path: String, sectors: [Int])]

  private static let tasks = 4

  /// - Complexity: that of `DossierContext`.
  init(_ study: Study, _ history: StudyHistory? = nil) {
    let context = DossierContext(study, history)
    self.context = context
    let small = context.pages.places.indices.filter { context.pages.places[$0].anchor != nil }
    smallSectors = Dictionary(grouping: small) { context.pages.places[$0].path }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Each page with its path, shared out so that two tasks have about as much to write.
  func work(
    _ write: @escaping @Sendable (String, [UInt8]) throws -> Void
  ) -> [@Sendable () throws -> Void] {
    let own = context.pages.places.indices.filter { context.pages.places[$0].anchor == nil }
    let sheets = (0..<Self.tasks).map { task -> @Sendable () throws -> Void in
      {
        for place in stride(from: task, to: own.count, by: Self.tasks) {
          let sheet = SectorSheet(context, own[place])
          try write(context.pages.places[own[place]].path, sheet.html())
        }
      }
    }
    return sheets + [{ try rest(write) }]
  }

  private func rest(_ write: (String, [UInt8]) throws -> Void) throws {
    let (study, conciliations) = (context.study, context.conciliations)
    for (path, sectors) in smallSectors {
      let pilot = study.sectors[sectors[0]].pilot
      try write(path, SmallSectors(context: context, pilot: pilot, sectors: sectors).html())
    }
    if !conciliations.isEmpty {
      let finder = Conciliations(
        study.territories, study.units, study.mesh,
        livingAreas: study.units.livingAreaColumn.flatMap { study.units.attributes[$0] })
      for (overlap, address) in conciliations {
        let sheet = ConciliationSheet(
          context: context, overlap: overlap, ways: finder.ways(of: overlap))
        try write("\(SectorPages.folder)/\(address)", sheet.html())
      }
    }
    try write("\(SectorPages.folder)/index.html", DossierIndex(context).html())
  }
}
