/// The people of a file's codes, brought to the units' year. Nobody is lost and nobody counted twice.
struct ConvertedPeople {
  private(set) var entries: [UnitCode: PopulationEntry] = [:]
  private(set) var anomalies: [Anomaly] = []

  private let units: StudyUnits

  /// - Complexity: O(entries + pieces of land of their communes).
  init(
    _ own: [UnitCode: PopulationEntry], _ years: YearsOfCodes, _ units: StudyUnits, path: String
  ) {
    self.units = units
    let year = years.year(of: own.keys)
    anomalies.append(.year(year, file: path, of: years.history))
    for (code, entry) in own.sorted(by: { $0.key < $1.key }) {
      // A part of a commune in the file's year is in its commune's people already.
      guard years.history.isCommune(code, in: year.year), units.cities[code] == nil else {
        add(entry, to: code)
        continue
      }
      let targets = years.fate(of: code, in: year).targets(of: code)
      guard targets != [code], !targets.isEmpty,
        targets.allSatisfy({ units.index[$0] != nil })
      else {
        add(entry, to: code)
        continue
      }
      share(entry, of: code, among: targets)
    }
  }

  private mutating func add(_ entry: PopulationEntry, to code: UnitCode) {
    entries[code] = entries[code]?.adding(entry) ?? entry
  }

  /// A commune that was divided has its people shared out as the units' own column says.
  private mutating func share(
    _ entry: PopulationEntry, of code: UnitCode, among targets: [UnitCode]
  ) {
    var weights = targets.map { target in
      Double(units.index[target].flatMap { units.units[Int($0)].givenPopulation } ?? 0)
    }
    if weights.allSatisfy({ $0 == 0 }) { weights = weights.map { _ in 1 } }
    let shares = targets.count == 1 ? [entry.people] : apportion(entry.people, weights: weights)
    for (target, people) in zip(targets, shares) {
      add(PopulationEntry(people: people, file: entry.file, line: entry.line), to: target)
    }
    let list = targets.map(\.text).joined(separator: ", ")
    anomalies.append(
      Anomaly(
        targets.count == 1 ? .information : .warning, .populationConverted, file: entry.file,
        line: entry.line, object: code.text,
        finding: Wording(
          fr: "\(entry.people) habitants d’une commune d’une autre année",
          en: "\(entry.people) people of a commune of another year"),
        treatment: targets.count == 1
          ? Wording(fr: "comptés dans \(list)", en: "counted in \(list)")
          : Wording(
            fr: "partagés entre \(list) selon la population des unités",
            en: "shared among \(list) as the units' own column says")))
  }
}
