import Coverage
import Testing

/// What Swift reads is what the files say.
struct FiguresTests {
  @Test("areas are couverture.csv; whoever is not covered is white")
  func areas() async throws {
    let study = try await SmallWorld.study()
    let lines = study.coverage.flatMap { area in
      Stage.allCases.map { stage in
        let (people, total) = (area.breakdown, area.breakdown.total)
        return line(
          area.level, area.code, area.name, "\(total)", stage.key, "\(people[stage])",
          percent(people[stage], total), "\(people.cumulative(stage))",
          percent(people.cumulative(stage), total))
      }
    }
    #expect(lines == (try SmallWorld.expected("couverture")))
    let white = study.whiteZones.reduce(0) { $0 + ($1.people ?? 0) }
    let all = study.coverage[0].breakdown
    #expect(all.cumulative(.letterOfIntent) + white == all.total)
    #expect(study.grossAndNet.gross == 6_500)
    #expect(study.grossAndNet.net == 5_800)
    #expect(study.grossAndNet.countedAgain == 700)
  }

  @Test("communes are communes.csv; their people by stage add up to them, and to the areas")
  func communes() async throws {
    let study = try await SmallWorld.study()
    let lines = study.communes.map { commune in
      line(
        commune.code.text, commune.name, commune.department, commune.region,
        cell(commune.people), commune.stage.key, cell(commune.peopleCovered),
        percent(commune.peopleCovered ?? 0, max(1, commune.people ?? 0)), list(commune.cpts),
        list(commune.whiteZoneIDs))
    }
    #expect(lines == (try SmallWorld.expected("communes")))
    for commune in study.communes {
      #expect(commune.breakdown.total == commune.people)
      #expect(commune.breakdown.cumulative(.letterOfIntent) == commune.peopleCovered)
    }
    for stage in Stage.allCases {
      let sum = study.communes.reduce(0) { $0 + $1.breakdown[stage] }
      #expect(sum == study.coverage[0].breakdown[stage])
    }
  }

  @Test("a commune whose population no file says has unknown people, not none")
  func unknownPopulation() async throws {
    let lone = #"""
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"code":"01001","nom":"Aval","population":null},
       "geometry":{"type":"Polygon","coordinates":[[[2,46],[2.01,46],[2.01,46.01],[2,46]]]}},
      {"type":"Feature","properties":{"code":"01999","nom":"Loin","population":7},
       "geometry":{"type":"Polygon","coordinates":[[[3,46],[3.01,46],[3.01,46.01],[3,46]]]}}]}
      """#
    let study = try await SmallWorld.withFile("units.geojson", lone) { path in
      try await SmallWorld.study { $0.units = path }
    }
    #expect(study.communes.map(\.people) == [nil, 7])
    #expect(study.communes.map(\.peopleCovered) == [nil, 0])
    #expect(study.whiteZones.map(\.people) == [nil, 7])
    #expect(study.cpts.filter { $0.id == CPTSID("Z") }.map(\.people) == [nil])
    #expect(study.cpts.filter { $0.id == CPTSID("Z") }.map(\.sizeClass) == [nil])
    #expect(study.anomalies.contains { $0.rule == .unitWithoutPopulation })
  }

  @Test("CPTS are cpts.csv")
  func cpts() async throws {
    let study = try await SmallWorld.study()
    let lines = study.cpts.map { cpts in
      line(
        cpts.id.text, cpts.name, cpts.stage.key, cell(cpts.people), cell(cpts.sizeClass),
        cell(cpts.closeBound), "\(cpts.communes.count)", squareKilometres(cpts.squareMetres),
        "\(cpts.groupCount)", list(cpts.departments), list(cpts.regions), "\(cpts.peopleShared)")
    }
    #expect(lines == (try SmallWorld.expected("cpts")))
    #expect(study.cpts[0].communes == ["02001", "02002", "02003"].map { UnitCode($0) })
    #expect(study.cpts.map(\.record.givenStage) == study.cpts.map(\.stage))
    #expect(study.cpts.allSatisfy { $0.peopleOfGrid == nil })
  }

  @Test("overlaps are chevauchements.csv")
  func overlaps() async throws {
    let study = try await SmallWorld.study()
    let lines = study.overlaps.map { overlap in
      line(
        overlap.first.id.text, overlap.second.id.text, overlap.first.stage.key,
        overlap.second.stage.key, overlap.qualification.rawValue, cell(overlap.people),
        squareKilometres(overlap.squareMetres), overlap.widthMetres.map { "\($0)" } ?? "",
        percent(overlap.people ?? 0, overlap.first.people ?? 0),
        percent(overlap.people ?? 0, overlap.second.people ?? 0), list(overlap.communes))
    }
    #expect(lines == (try SmallWorld.expected("chevauchements")))
  }

  @Test("white zones are zones_blanches.csv, their neighbours zones_blanches_voisins.csv")
  func whiteZones() async throws {
    let zones = try await SmallWorld.study().whiteZones
    let lines = zones.map { zone in
      line(
        zone.id, zone.status.rawValue, cell(zone.people), squareKilometres(zone.squareMetres),
        "\(zone.communes.count)", list(zone.communes), list(zone.departments),
        list(zone.regions), zone.mainUnitName, list(zone.neighbours.map(\.id)),
        cell(zone.peopleAtWork), cell(zone.people.map { $0 - (zone.peopleAtWork ?? 0) }),
        "\(zone.sectors.count)")
    }
    #expect(lines == (try SmallWorld.expected("zones_blanches")))
    let neighbours = zones.flatMap { zone in
      zone.neighbours.map { neighbour in
        line(
          zone.id, neighbour.id.text, neighbour.stage.key,
          squareKilometres(neighbour.borderMetres * 1000),
          percent(Int((neighbour.borderShare * 1e9).rounded()), 1_000_000_000),
          cell(neighbour.people), cell(neighbour.sizeClass), cell(neighbour.peopleAfter),
          cell(neighbour.sizeClassAfter))
      }
    }
    #expect(neighbours == (try SmallWorld.expected("zones_blanches_voisins")))
  }

  @Test("inputs are listed with their digests, their rows and what was odd in them")
  func inputs() async throws {
    let study = try await SmallWorld.study()
    #expect(
      study.digests.map(\.path)
        == ["units.geojson", "cpts.csv"].map { "\(SmallWorld.folder)/\($0)" })
    #expect(study.digests.allSatisfy { $0.sha256.count == 64 && $0.bytes > 0 })
    #expect(study.ledgers.map(\.rowsKept) == [12, 8])
    #expect(!study.anomalies.contains { $0.severity == .error })
    #expect(study.populationSource.file == SmallWorld.folder + "/units.geojson")
    #expect(study.populationSource.column == "population")
  }
}
