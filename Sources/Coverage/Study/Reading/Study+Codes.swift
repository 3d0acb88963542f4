extension Study {
  /// Codes of the communes of some units, ascending.
  func communeCodes(ofUnits members: [Index<Unit>]) -> [UnitCode] {
    codes(ofCommunes: units.places(of: members).communes)
  }

  func codes(ofCommunes communes: [Int32]) -> [UnitCode] {
    communes.map { units.communes[Int($0)].code }
  }

  func id(ofCPTS cpts: Index<DatedCPTS>) -> CPTSID { territories[cpts].id }

  /// People of some communes; nil where the population of none of them is known: theirs is unknown,
  /// not zero. Whoever is counted is known, though they live in a part too slight to name its commune.
  func known(_ people: Int, in communes: [Int32]) -> Int? {
    people > 0 || communes.contains { figures.communes[Int($0)].population != nil } ? people : nil
  }
}
