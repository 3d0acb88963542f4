/// What becomes of a white zone where territories change. The raw value is the word in the files of
/// `simulate`.
public enum ZoneFate: String, CaseIterable, Sendable {
  /// All its people and land are covered.
  case closed = "fermee"
  /// A part of it is covered, and the rest is one zone.
  case reduced = "reduite"
  /// Several zones are left of it.
  case split = "divisee"
  /// Nothing of it changes.
  case unchanged = "inchangee"
  /// More people or land are uncovered beside it.
  case grown = "agrandie"
  /// Several zones have become one.
  case merged = "reunie"
  /// There was no zone.
  case opened = "ouverte"
}
