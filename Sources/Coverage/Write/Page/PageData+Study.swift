extension Study {
  /// What a reader must know before any figure: date, population, denominator, inputs.
  func describe(in json: inout JSONWriter) {
    let source = units.populationSource
    let studied = units.studied
    let unknown = studied.filter { $0.population == nil }
    func member(_ name: String, _ value: String) {
      json.key(name)
      json.string(value)
    }
    func member(_ name: String, _ value: Int) {
      json.key(name)
      json.whole(value)
    }
    member("version", toolkitVersion)
    member("title", shownTitle)
    member("language", options.language.rawValue)
    member("date", options.at.description)
    if !units.area.isWhole { member("area", units.area.name) }
    json.column("warnings", StudyWarnings.of(self)) { $0.wording($1.capitalised) }
    if let carried = options.carriedUnits {
      json.key("carriedUnits")
      json.wording(carried)
    }
    member("whiteBelow", options.whiteBelow.rawValue)
    json.strings("stages", Stage.allCases) { $0.key }
    json.column("stageLabels", Stage.allCases) { $0.wording($1.label) }
    json.key("populationSource")
    json.wording(source.statement)
    member("populationFile", source.file)
    member("populationColumn", source.column)
    member("units", studied.count)
    member("unitsWithoutPopulation", unknown.count)
    member(
      "unitsWithoutPolygon", mesh.units.count { units.area.contains($0) && !mesh.hasGeometry($0) })
    json.column("withoutPopulation", unknown.prefix(50)) { $0.list([$1.code.text, $1.name]) }
    member("gross", grossAndNet.gross)
    member("net", grossAndNet.net)
    member("inSeveral", grossAndNet.inSeveral)
    member("countedAgain", grossAndNet.countedAgain)
    member("sizeRule", options.rules.name)
    json.column("amountRules", options.amountRules) { json, pack in
      json.object { json in
        json.key("scope")
        json.wording(pack.named(pack.totalScope))
        json.key("warning")
        json.wording(pack.warning(at: options.at) ?? Wording(""))
      }
    }
    let coherent = options.optionRules.range(options.rules.sizes)
    json.wholes("coherentSizes", [coherent.lowerBound, coherent.upperBound]) { $0 }
    json.key("optionSources")
    json.object { json in
      for kind in SectorOptionKind.allCases {
        json.key(kind.rawValue)
        json.wording(kind.source)
      }
    }
    json.strings("optionGrades", OptionGrade.allCases) { $0.rawValue }
    json.key("optionWeights")
    json.object { json in
      for criterion in OptionRules.Criterion.allCases {
        json.key(criterion.rawValue)
        json.whole(options.optionRules[criterion])
      }
    }
    member("longestText", ShownName.longestText)
    member("mostRows", PageData.mostRows)
    json.key("fictitious")
    json.flag(isFictitious)
    drawn(in: &json)
    inputs(in: &json)
  }

  /// Whether the study file, or its title, says that the data are made up.
  var isFictitious: Bool { options.areFictitious }

  /// How sure the people covered are, where territories are drawn.
  private func drawn(in json: inout JSONWriter) {
    guard let drawn = figures.drawn else { return }
    let slack = drawn.intervals.slack(from: options.whiteBelow)
    let covered = coverage[0].breakdown.cumulative(options.whiteBelow)
    json.key("drawn")
    json.object { json in
      json.wholes("covered", [covered - slack.below, covered + slack.above]) { $0 }
      json.wholes("cutUnits", [drawn.methods.count { $0.isSharing }]) { $0 }
      // By CPTS: units wholly in its drawing, those that are so for slivers, those cut, and metres.
      let found = Dictionary(
        uniqueKeysWithValues: drawn.alignment.territories.map { ($0.cpts, $0) })
      json.column("follows", figures.studiedCPTS) { json, row in
        guard let own = found[Index(row)] else { return json.whole(nil) }
        let metres = Int((own.widest ?? 0).rounded(.up))
        json.array { json in
          for number in [own.wholeUnits, own.alignedUnits, own.cutUnits, metres] {
            json.whole(number)
          }
        }
      }
      json.wholes("strips", [drawn.strips.count, drawn.strips.reduce(0) { $0 + $1.population }]) {
        $0
      }
    }
  }

  private func inputs(in json: inout JSONWriter) {
    json.column("inputs", digests) { json, digest in
      let ledger = ledgers.first { $0.path == digest.path }
      json.array { json in
        json.string(digest.path)
        json.whole(digest.bytes)
        json.string(digest.sha256)
        json.whole(ledger?.rowsRead ?? 0)
        json.whole(ledger?.rowsKept ?? 0)
        json.whole(ledger?.rowsSetAside ?? 0)
      }
    }
  }
}
