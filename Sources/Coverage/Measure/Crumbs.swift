/// Places too small to be told from noise of rounding: counted together, listed nowhere.
struct Crumbs: Sendable {
  private(set) var count = 0
  private(set) var squareMetres = 0.0

  mutating func add(_ area: Double) {
    count += 1
    squareMetres += area
  }
}
