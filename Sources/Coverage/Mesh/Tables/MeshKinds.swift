// What a mesh is made of, each a kind of its own index.

/// A distinct position.
enum Vertex {}

/// What runs between two vertices; neighbours share it.
enum Edge {}

/// A part of a unit that no border and no drawing divides.
enum Piece {}

/// A place that edges and drawings enclose.
enum Face {}

/// A polygon, or several, drawn for a territory.
enum Drawing {}

/// What may lie beside an edge: a unit, or a piece of one.
protocol Land {}

extension Unit: Land {}
extension Piece: Land {}

extension Index where Of: Land {
  /// No land: the sea, another country, or a gap.
  static var outside: Self { .missing }
}
