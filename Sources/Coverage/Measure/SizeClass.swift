/// Size classes of territories by inhabitants.
///
/// Source: ACI of 20 June 2019, art. 7.1: taille 1 below 40,000, taille 2 from 40,000 to 80,000,
/// taille 3 from 80,000 to 175,000, taille 4 above 175,000. The text is silent on the bounds
/// themselves; the convention here is 40,000 → 2, 80,000 → 3, 175,000 → 3.
public enum SizeClass {
  static let bounds = [40_000, 80_000, 175_000]

  /// From 1 to 4.
  public static func of(_ population: Int) -> Int {
    switch population {
    case ..<40_000: 1
    case ..<80_000: 2
    case ...175_000: 3
    default: 4
    }
  }

  /// The bound within 2 % of a population, where a recount could change the class.
  public static func closeBound(_ population: Int) -> Int? {
    bounds.first { abs(population - $0) * 100 <= $0 * 2 }
  }
}
