import Testing

@testable import Coverage

@Suite("Rows of polygons become units")
struct UnitsNormaliserTests {
  private let columns = ["code", "type", "nom", "population", "dep", "reg", "parent"]

  @Test("communes are units, sorted by code, each its own commune")
  func communes() throws {
    let result = try NormalisedUnits(
      columns,
      [
        ["2A004", "COM", "Ajaccio", "70817", "2A", "94", nil],
        ["01001", "com", "L'Abergement", "776", "01", "84", nil],
        ["01002", nil, "L'Abergement-de-Varey", " 249 ", "01", "84", ""],
      ])
    #expect(result.codes == ["01001", "01002", "2A004"])
    #expect(result.units.units.map(\.population) == [776, 249, 70_817])
    #expect(result.units.units.map(\.department) == ["01", "01", "2A"])
    #expect(result.units.units.map(\.line) == [2, 3, 1])
    #expect(result.units.communes.map(\.code.text) == result.codes)
    #expect(result.units.units.map(\.commune) == [0, 1, 2])
    #expect(result.units.index[UnitCode("2A004")] == 2)
    #expect(result.ledger.rowsRead == 3 && result.ledger.rowsSetAside == 0)
    #expect(result.units.populationSource.column == "population")
  }

  @Test("an EPCI has the name that most of its rows give, and others are said")
  func intercommunalityNames() throws {
    let result = try NormalisedUnits(
      ["code", "epci", "epci_nom"],
      [
        ["01001", "200", "CC du Val"], ["01002", "200", "CC du Mont"],
        ["01004", "200", "CC du Val"],
        ["01005", "300", nil], ["01006", nil, "CC sans code"],
      ])
    #expect(result.units.intercommunalityNames == ["200": "CC du Val"])
    #expect(result.anomalies(.severalNames).map(\.brief) == ["information noms_differents - 200"])
  }

  @Test("a unit without polygon counts, and is said")
  func withoutPolygon() throws {
    let result = try NormalisedUnits(columns, [["01001", "COM", "A", "5", "01", "84", nil]])
    #expect(result.units.features == [-1])
    #expect(result.anomalies.map(\.brief) == ["attention unite_sans_geometrie 1 01001"])
  }

  @Test("a column of types that says something else of communes is not used, and listed")
  func otherTypes() throws {
    let result = try NormalisedUnits(
      columns,
      [["01001", "urbain", "A", "5", "01", "84", nil], ["01002", "", "B", "5", "01", "84", nil]])
    #expect(result.codes == ["01001", "01002"])
  }

  @Test("types that are no unit, and rows without code, are set aside and said")
  func setAside() throws {
    let result = try NormalisedUnits(
      columns,
      [
        ["01001", "COM", "A", "5", "01", "84", nil],
        ["0101", "CAN", "Canton", "5", "01", "84", nil],
        [nil, "COM", "B", "5", "01", "84", nil],
        ["  ", "COM", "C", "5", "01", "84", nil],
      ])
    #expect(result.codes == ["01001"])
    #expect(result.ledger.rowsSetAside == 3 && result.ledger.rowsKept == 1)
    #expect(
      result.anomalies(.unitSetAside).map(\.brief) == [
        "attention unite_ecartee 2 0101", "erreur unite_ecartee 3 ", "erreur unite_ecartee 4 ",
      ])
  }

  @Test("the first of several rows with one code is kept, the others are errors that name it")
  func duplicates() throws {
    let result = try NormalisedUnits(
      columns,
      [
        ["01001", "COM", "First", "5", "01", "84", nil],
        ["01002", "COM", "Other", "6", "01", "84", nil],
        ["01001", "COM", "Second", "7", "01", "84", nil],
        ["01001", "COM", "Third", "8", "01", "84", nil],
      ])
    #expect(result.units.units.map(\.name) == ["First", "Other"])
    let duplicates = result.anomalies(.duplicateUnit)
    #expect(
      duplicates.map(\.brief) == [
        "erreur unite_en_double 3 01001", "erreur unite_en_double 4 01001",
      ])
    #expect(duplicates.allSatisfy { $0.finding.english.hasSuffix("line 1") })
    #expect(result.ledger.rowsSetAside == 2)
  }

  @Test("an empty population is unknown, not zero; zero is zero")
  func unknownPopulation() throws {
    let result = try NormalisedUnits(
      columns,
      [
        ["01001", "COM", "A", nil, "01", "84", nil], ["01002", "COM", "B", "0", "01", "84", nil],
        ["01003", "COM", "C", "s", "01", "84", nil],
      ])
    #expect(result.units.units.map(\.population) == [nil, 0, nil])
    #expect(result.anomalies(.unitWithoutPopulation).map(\.object) == ["01003"])
    let listed = result.units.withoutPopulation(file: "u", butSaid: result.anomalies, [], given: [])
    #expect(listed.map(\.object) == ["01001"], "an unreadable one is said already")
  }

  @Test("communes déléguées and associées are names for a part of their commune")
  func delegated() throws {
    let result = try NormalisedUnits(
      columns,
      [
        ["49126", "COM", "Orée d'Anjou", "16400", "49", "52", nil],
        ["49126", "COMD", "Drain", "1900", "49", "52", "49126"],
        ["49069", "COMD", "Champtoceaux", "2600", "49", "52", "49126"],
        ["49071", "coma", "Associée", nil, "49", "52", "49126"],
        ["49999", "COMD", "Sans parent", "10", "49", "52", nil],
        ["49998", "COMD", "Parent inconnu", "10", "49", "52", "00000"],
        ["49069", "COMD", "Encore", "1", "49", "52", "49126"],
      ])
    #expect(result.codes == ["49126"])
    #expect(Set(result.units.delegated.keys.map(\.text)) == ["49069", "49071"])
    let part = result.units.delegated[UnitCode("49069")]
    #expect(part?.name == "Champtoceaux")
    #expect(part?.population == 2_600 && part?.parentPopulation == 16_400 && part?.unit == 0)
    #expect(result.units.delegated[UnitCode("49071")]?.population == nil)
    #expect(result.anomalies(.unitSetAside).map(\.object) == ["49999", "49998"])
    #expect(result.anomalies(.duplicateUnit).map(\.line) == [7])
    #expect(result.ledger.rowsSetAside == 3)
  }

  @Test("every row has a fate: kept, or set aside with an anomaly at its line")
  func fates() throws {
    var random = SplitMix(seed: 36)
    for _ in 0..<200 {
      let rows: [[String?]] = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        let code =
          ["01001", "01002", "75056", "75101", "75102", "13055", "", nil]
          .randomElement(using: &random) ?? nil
        let type = ["COM", "ARM", "COMD", "COMA", "CAN", nil].randomElement(using: &random) ?? nil
        let parent = ["75056", "01001", nil].randomElement(using: &random) ?? nil
        return [code, type, "n", "5", "", "", parent]
      }
      let result = try NormalisedUnits(columns, rows)
      #expect(result.ledger.rowsRead == rows.count)
      let said = result.anomalies.filter { [.unitSetAside, .duplicateUnit].contains($0.rule) }
      #expect(Set(said.compactMap(\.line)).count == result.ledger.rowsSetAside)
      #expect(said.count == result.ledger.rowsSetAside)
      #expect(result.codes == result.codes.sorted())
      #expect(Set(result.codes).count == result.codes.count)
      let units = result.units.communes.flatMap(\.units)
      #expect(units.sorted() == Array(0..<Index<Unit>(result.codes.count)))
      for (index, unit) in result.units.units.enumerated() {
        #expect(result.units.communes[Int(unit.commune)].units.contains(Index(index)))
      }
    }
  }
}
