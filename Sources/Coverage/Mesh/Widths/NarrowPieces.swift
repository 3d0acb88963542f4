import GeoKernel

/// Which pieces are narrower than a width: bounds on their circles, from area and border, tell of nearly all.
struct NarrowPieces {
  private let mesh: Mesh
  private let width: Double
  private var regions: Regions

  /// Areas on the ellipsoid and widths in a plane differ by less.
  private static let margin = 1.001

  init(_ mesh: Mesh, than width: Double) {
    self.mesh = mesh
    self.width = width
    regions = Regions(mesh)
  }

  /// Whether no circle of the width lies in a piece.
  ///
  /// - Complexity: O(edges of the piece), and a search where the bounds do not tell.
  mutating func contain(_ piece: Index<Piece>) -> Bool {
    if WidthBounds.mostDiameter(area: mesh.areas[piece]) * Self.margin < width { return true }
    if isSurelyWide(piece) { return false }
    return regions.width(of: [piece], asking: .only([width])) < width
  }

  /// Whether no circle of the width lies in some pieces together.
  mutating func contain(_ pieces: [Index<Piece>]) -> Bool {
    regions.width(of: pieces, asking: .only([width])) < width
  }

  /// The width of a piece as it is asked for; infinite where it surely reaches the one in question.
  mutating func width(of piece: Index<Piece>, asking question: WidthQuestion) -> Double {
    isSurelyWide(piece) ? .infinity : regions.width(of: [piece], asking: question)
  }

  /// With a border P and h holes a polygon whose circles have a radius below r has an area of no more than
  /// P r + π (h - 1) r² (Bonnesen's inequality, and for holes Bol's); a ring has three edges at least.
  func isSurelyWide(_ piece: Index<Piece>) -> Bool {
    let radius = width / 2
    let edges = mesh.borders[piece]
    let ofRings = .pi * radius * radius * Double(edges.count) / 3
    let most = mesh.areas[piece] / Self.margin - ofRings
    guard most > 0 else { return false }
    var length = 0.0
    for edge in edges {
      length += mesh.length(of: edge)
      if length * radius >= most { return false }
    }
    return true
  }
}
