/// What is at work in a sector. The raw value is the word in the files.
public enum SectorNature: String, CaseIterable, Sendable {
  /// One project, below the stage required.
  case project = "projet"
  /// Several projects on one land.
  case competingProjects = "projets_concurrents"
  /// No project at all.
  ///
  /// Source: instruction of 9 October 2019, I.1.
  case none = "atone"
  /// Too few people without a project for work of its own: a convention of the tool.
  case remnant = "reliquat"
}

/// A part of a white zone that one ARS delegation can act on: the land of a project, of projects that
/// compete for it, or land without any.
struct Sector: Sendable {
  var id = ""
  let zone: Index<WhiteZone>
  var nature: SectorNature
  /// CPTS below the stage required whose land it is, by id.
  let projects: [Index<DatedCPTS>]
  /// Uncovered parts, in ascending order.
  let parts: [Index<Part>]
  /// Pieces of the mesh that hold them.
  let pieces: [Index<Piece>]
  /// Units wholly or partly in it, by code.
  let units: [Index<Unit>]
  /// The unit with most uncovered people, which names it.
  let mainUnit: Index<Unit>
  let population: Int
  let squareMetres: Double
  /// The department of most of its people, which investigates.
  let pilot: String
  /// CPTS at the stage required or above that border it.
  var neighbours: [WhiteZone.Neighbour] = []
  /// The nearest CPTS at that stage across a sea, where none borders it and no land lies beside it.
  var acrossSea: Index<DatedCPTS>?
  /// With whom the work on a remnant is done.
  var attachment: Attachment?
  var livingAreas: AreasHeld?
  var intercommunalities: AreasHeld?
  /// CPTS at the stage required or above that hold the pole of the bassin de vie of most of its people.
  var cptsOfPole: [Index<DatedCPTS>] = []
  /// Whether it has that pole, and more than half of the people of that bassin.
  var isAroundPole = false
  /// People of a bassin whose pole such a CPTS holds; nil where no bassin is known.
  var peopleOfHeldPoles: Int?

  enum Attachment: Sendable, Equatable {
    case cpts(Index<DatedCPTS>)
    case intercommunality(String)
  }

  /// Areas that touch a sector: those whose people are all in it, and the others.
  struct AreasHeld: Sendable, Equatable {
    var whole = 0
    var cut = 0
  }

  var extent: WhiteZone.Extent {
    WhiteZone.Extent(population: population, squareMetres: squareMetres, firstPiece: pieces[0])
  }
}

extension Sequence<Sector> {
  /// People of land where a project is at work.
  var peopleAtWork: Int {
    reduce(0) { $1.projects.isEmpty ? $0 : $0 + $1.population }
  }
}
