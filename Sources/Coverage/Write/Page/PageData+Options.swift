extension PageData {
  /// Options shown for each sector; its page in `dossiers` and `options.csv` have them all.
  private static let mostOptions = 4

  /// The sectors of each zone, the most populous first: id, nature, people or null, name of the main unit,
  /// rows of its projects, options.
  func sectors(in json: inout JSONWriter) {
    var sectorsOfZone = [[Int]](repeating: [], count: study.figures.zones.count)
    for (place, sector) in study.sectors.enumerated() {
      sectorsOfZone[Int(sector.zone)].append(place)
    }
    json.column("sectors", sectorsOfZone) { json, own in
      let order = own.sorted {
        (study.sectors[$1].population, $0) < (study.sectors[$0].population, $1)
      }
      json.array { json in
        for place in order { sector(place, in: &json) }
      }
    }
  }

  private func sector(_ place: Int, in json: inout JSONWriter) {
    let sector = study.sectors[place]
    json.array { json in
      json.string(sector.id)
      json.string(sector.nature.rawValue)
      json.whole(study.units.people(sector.population, in: sector.units).figure)
      json.string(study.units[sector.mainUnit].name)
      json.list(sector.projects.map { rows.row(ofCPTS: $0) })
      options(of: place, in: &json)
    }
  }

  /// The best options of a sector: kind, CPTS (-1 for a new one), score in thousandths, people gained,
  /// size class of each CPTS before and after (0 where it does not exist), euros a year more, had
  /// all signed, by each pack shown, what speaks against it, its score in a word, and each criterion in
  /// thousandths: -1 where it says nothing of the option, null where nobody knows it.
  private func options(of sector: Int, in json: inout JSONWriter) {
    let ground = study.plans.grounds[sector]
    let shown = study.plans.options[sector].lazy.filter { $0.isFeasible }.prefix(Self.mostOptions)
    json.array { json in
      for option in shown {
        guard let figures = option.figures, let score = option.score else { continue }
        json.array { json in
          json.string(option.kind.rawValue)
          json.list(
            targets(of: figures).map { target in
              ground.member(target).map { rows.row(ofCPTS: $0.cpts) } ?? -1
            })
          json.whole(score.total)
          json.whole(figures.peopleGained)
          json.list(sizes(of: figures))
          json.array { json in
            for pack in study.options.amountRules { json.whole(figures.possibleEuros(pack).more) }
          }
          json.string(option.reason(in: study.options.language))
          json.string(option.grade?.rawValue ?? "")
          json.array { json in
            for criterion in OptionRules.Criterion.allCases {
              let isUnjudged = ground.isUnjudged(criterion, of: option)
              json.whole(isUnjudged ? nil : score[criterion] ?? -1)
            }
          }
        }
      }
    }
  }

  private func targets(of figures: OptionFigures) -> [Int32] {
    figures.united.isEmpty ? figures.members.map(\.target) : figures.united
  }

  private func sizes(of figures: OptionFigures) -> [Int32] {
    let sizes = study.options.rules.sizes
    func size(_ people: CountedPeople) -> Int32 {
      Int32(people.figure.map { sizes.sizeClass(of: $0) } ?? 0)
    }
    return figures.members.flatMap { [$0.isNew ? 0 : size($0.before), size($0.after)] }
  }
}
