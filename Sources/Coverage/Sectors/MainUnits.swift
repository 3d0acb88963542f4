extension Territories {
  /// The unit with most people in a territory, the first of equals.
  ///
  /// - Parameter parts: of the territory, by unit.
  func mainUnit(_ parts: ArraySlice<Index<Part>>) -> Index<Unit>? {
    var best: (unit: Index<Unit>, people: Int)?
    var last: (unit: Index<Unit>, people: Int) = (.missing, 0)
    for index in parts {
      let part = self.parts[index]
      last =
        part.unit == last.unit
        ? (part.unit, last.people + part.population)
        : (part.unit, part.population)
      if last.people > best?.people ?? -1 { best = last }
    }
    return best?.unit
  }
}
