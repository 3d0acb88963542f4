/// What a proposal does to the sectors that it touches, and to the projects that are at work on its land.
struct SectorEffect: Sendable {
  /// What becomes of a sector. The raw value is the word in the files.
  enum Fate: String, CaseIterable, Sendable {
    /// Nothing is left of it.
    case covered = "couvert"
    /// Some is left that can be worked on.
    case cut = "coupe"
    /// What is left is too little for work of its own.
    case remnant = "reliquat"
  }

  struct Touched: Sendable {
    /// Its place in the study before.
    let sector: Int
    let fate: Fate
    /// People whom the proposal covers there, and whom it leaves; they add up to the sector.
    let covered: Int
    let left: Int
  }

  /// A CPTS below the stage required that covers some of the proposal.
  struct Project: Sendable {
    let cpts: Index<DatedCPTS>
    /// People of its territory whom no CPTS covers at the stage required, and whom the proposal takes.
    let taken: Int
    /// Units wholly or partly taken, by code.
    let units: [Index<Unit>]
    /// Whether the proposal has the whole of its territory.
    let isWhole: Bool
  }

  /// By id.
  var touched: [Touched] = []
  /// By id.
  var projects: [Project] = []
}

extension OpinionMaker {
  /// - Complexity: O(parts + pieces).
  func sectorEffect() -> SectorEffect {
    let own = Set(subject.parts)
    let zonesAfter = after.zoneOfPiece()
    var effect = SectorEffect()
    var takenOfProject: [Index<DatedCPTS>: [Index<Part>]] = [:]
    for (place, sector) in study.sectors.enumerated() {
      let taken = sector.parts.filter { own.contains($0) }
      guard !taken.isEmpty else { continue }
      for part in taken {
        for cpts in territories.coverings[territories.parts[part].covering]
        where territories[cpts].stage >= .project && cpts != subject.former {
          takenOfProject[cpts, default: []].append(part)
        }
      }
      let covered = taken.reduce(0) { $0 + territories.parts[$1].population }
      let left = sector.population - covered
      let isLeft = sector.parts.contains {
        !own.contains($0) && zonesAfter[territories.parts[$0].piece].exists
      }
      let isKnown = study.units.people(left, in: sector.units).known == .all
      effect.touched.append(
        SectorEffect.Touched(
          sector: place,
          fate: !isLeft ? .covered : isKnown && left < options.remnantLargest ? .remnant : .cut,
          covered: covered, left: left))
    }
    let partsOfCPTS = territories.partsOfCPTS()
    effect.projects = takenOfProject.sorted { $0.key < $1.key }.map { cpts, taken in
      SectorEffect.Project(
        cpts: cpts, taken: taken.reduce(0) { $0 + territories.parts[$1].population },
        units: Set(taken.map { territories.parts[$0].unit }).sorted(),
        isWhole: partsOfCPTS[cpts].allSatisfy { own.contains($0) })
    }
    return effect
  }
}
