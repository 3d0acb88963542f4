/// The map of all opinions as a table; each row has its pieces beside it.
struct OpinionMap {
  private(set) var table: Table
  private(set) var pieces: [[Index<Piece>]] = []

  init(_ opinions: [Opinion]) {
    table = Table(
      "avis",
      ["proposition", "nature", "objet", "nom", "population", "superficie_km2"])
    for opinion in opinions {
      for shape in opinion.shapes {
        table.append(
          .code(opinion.proposal.id.text), .text(shape.nature.rawValue), .code(shape.object),
          .text(shape.name), .whole(shape.population), .squareKilometres(shape.squareMetres))
        pieces.append(shape.pieces)
      }
    }
  }
}
