import Testing

@testable import Coverage

@Suite("Which CPTS covers which part of which unit")
struct TerritoryResolverTests {
  private let columns = ["code", "type", "nom", "population", "parent"]

  private func units(_ rows: [[String?]]) throws -> StudyUnits {
    try NormalisedUnits(columns, rows).units
  }

  private var simple: StudyUnits {
    get throws {
      try units([
        ["01001", "COM", "A", "10", nil], ["01002", "COM", "B", "20", nil],
        ["01004", "COM", "C", nil, nil],
      ])
    }
  }

  private var paris: StudyUnits {
    get throws {
      try units([
        ["75056", "COM", "Paris", "300", nil], ["75101", "ARM", "1er", "100", "75056"],
        ["75102", "ARM", "2e", "200", "75056"],
      ])
    }
  }

  /// A commune nouvelle of a thousand people with three parts, of which one's people are unknown.
  private var merged: StudyUnits {
    get throws {
      try units([
        ["49126", "COM", "Orée", "1000", nil], ["49069", "COMD", "D1", "300", "49126"],
        ["49071", "COMD", "D2", "200", "49126"], ["49072", "COMA", "D3", nil, "49126"],
        ["49126", "COMD", "Seat", "400", "49126"],
      ])
    }
  }

  @Test("whole units go to each CPTS that lists them; an unknown population counts nobody")
  func wholeUnits() throws {
    let lists = ResolvedLists(try simple, cpts: ["A", "B"], ["A/01001", "B/01001", "A/01004"])
    #expect(lists.parts == ["01001 10 1.0 A+B", "01002 20 1.0 ", "01004 0 1.0 A"])
    #expect(lists.briefs.isEmpty)
    #expect(lists.result.setAside.isEmpty)
  }

  @Test("a city stands for its arrondissements, and one of them for itself")
  func city() throws {
    #expect(
      ResolvedLists(try paris, cpts: ["A"], ["A/75056"]).parts == [
        "75101 100 1.0 A", "75102 200 1.0 A",
      ])
    #expect(
      ResolvedLists(try paris, cpts: ["A"], ["A/75102"]).parts == [
        "75101 100 1.0 ", "75102 200 1.0 A",
      ])
  }

  @Test("a city and one of its arrondissements count once, and that is said")
  func cityAndDistrict() throws {
    for pairs in [["A/75056", "A/75102"], ["A/75102", "A/75056"]] {
      let lists = ResolvedLists(try paris, cpts: ["A"], pairs)
      #expect(lists.parts == ["75101 100 1.0 A", "75102 200 1.0 A"])
      #expect(lists.briefs == ["information couple_en_double 2 A"])
    }
  }

  @Test("an arrondissement of a city that the units have whole counts the whole, and is said")
  func districtOfWholeCity() throws {
    let whole = try units([["75056", "COM", "Paris", "300", nil]])
    let lists = ResolvedLists(whole, cpts: ["A"], ["A/75102"])
    #expect(lists.parts == ["75056 300 1.0 A"])
    #expect(lists.briefs == ["attention commune_deleguee 1 75102"])
  }

  @Test("a part of a commune covers its share of people and area, the rest stays")
  func delegated() throws {
    let lists = ResolvedLists(try merged, cpts: ["A", "B"], ["A/49069", "B/49071", "B/49069"])
    #expect(
      lists.parts == ["49126 300 0.3 A+B", "49126 200 0.2 B", "49126 500 0.5 "])
    #expect(
      lists.briefs == [
        "information commune_deleguee 1 49069", "information commune_deleguee 2 49071",
        "information commune_deleguee 3 49069",
      ])
  }

  @Test("a part keeps its proportion when another population replaces the commune's")
  func delegatedAfterReplacement() throws {
    var units = try merged
    units.units[0].population = 1_001
    let lists = ResolvedLists(units, cpts: ["A"], ["A/49069"])
    // 300.3 and 700.7: the person left goes to the larger remainder.
    #expect(lists.parts == ["49126 300 0.3 A", "49126 701 0.7 "])
  }

  @Test("a part and the whole: the whole covers all of it")
  func delegatedAndWhole() throws {
    let lists = ResolvedLists(try merged, cpts: ["A", "B"], ["A/49126", "B/49069", "A/49069"])
    #expect(lists.parts == ["49126 300 0.3 A+B", "49126 700 0.7 A"])
  }

  @Test("a part whose people are unknown counts the whole commune, and is said")
  func delegatedUnknown() throws {
    let lists = ResolvedLists(try merged, cpts: ["A"], ["A/49072"])
    #expect(lists.parts == ["49126 1000 1.0 A"])
    #expect(lists.briefs == ["attention commune_deleguee 1 49072"])
  }

  @Test("parts that count more people than their commune share all of it")
  func delegatedTooMany() throws {
    let units = try units([
      ["49126", "COM", "Orée", "100", nil], ["49069", "COMD", "D1", "150", "49126"],
      ["49071", "COMD", "D2", "50", "49126"],
    ])
    let lists = ResolvedLists(units, cpts: ["A"], ["A/49069", "A/49071"])
    #expect(
      lists.parts == ["49126 75 0.75 A", "49126 25 0.25 A", "49126 0 0.0 "])
  }

  @Test("parts of nobody cover nobody")
  func delegatedOfNobody() throws {
    let units = try units([
      ["55039", "COM", "Beaumont", "0", nil], ["55040", "COMD", "D1", "0", "55039"],
    ])
    let lists = ResolvedLists(units, cpts: ["A"], ["A/55040"])
    #expect(lists.result.territories.parts.map(\.population).reduce(0, +) == 0)
    #expect(lists.result.territories.parts.map(\.areaShare).reduce(0, +) == 1)
  }

  @Test("a repeated pair counts once, and is said")
  func repeated() throws {
    let lists = ResolvedLists(try simple, cpts: ["A"], ["A/01001", "A/01002", "A/01001"])
    #expect(lists.parts == ["01001 10 1.0 A", "01002 20 1.0 A", "01004 0 1.0 "])
    #expect(lists.briefs == ["information couple_en_double 3 A"])
    let parts = ResolvedLists(try merged, cpts: ["A"], ["A/49069", "A/49069"])
    #expect(parts.parts == ["49126 300 0.3 A", "49126 700 0.7 "])
    #expect(parts.briefs.last == "information couple_en_double 2 A")
  }

  @Test("an unknown code is an error of its line, and what it may be is said")
  func unknownCodes() throws {
    let lists = ResolvedLists(try simple, cpts: ["A", "B"], ["A/20000", "A/99999", "A/01001"])
    #expect(lists.result.setAside == ["list.csv": 2])
    #expect(
      lists.briefs == [
        "erreur code_inconnu 1 20000", "erreur code_inconnu 2 99999",
        "erreur cpts_sans_unite 9 B",
      ])
    #expect(lists.result.anomalies[0].finding.french.contains("code postal"))
    #expect(!lists.result.anomalies[1].finding.french.contains("code postal"))
    #expect(lists.parts == ["01001 10 1.0 A", "01002 20 1.0 ", "01004 0 1.0 "])
  }
}
