import GeoKernel

/// What a GeoTIFF is worth to a study.
struct RasterInspection {
  private(set) var facts: [Wording]
  private(set) var problems: [Inspection.Problem] = []
  private(set) var obstacle: InputFault?
  /// Pixels with people.
  private(set) var pixels = 0

  /// - Complexity: O(pixels): it is read as a study would.
  /// - Throws: `InputFault` where it is no picture that a study could read.
  init(_ input: InputPath) throws(InputFault) {
    let held = try input.held()
    do throws(RasterFault) {
      facts = Self.words(of: try RasterFile(held).description)
    } catch { throw input.fault(error) }
    do throws(InputFault) {
      let grid = try PopulationGrid.read(input, named: [:])
      facts += GridFacts.all(grid)
      problems = Inspection.Problem.all(grid.anomalies)
      pixels = grid.ledger.rowsKept
    } catch { obstacle = error }
  }

  private static func words(of picture: RasterDescription) -> [Wording] {
    let place = picture.place
    let size = "\(picture.width) × \(picture.height) pixels"
    let pixel = "\(GridFacts.written(place.pixel.x)) × \(GridFacts.written(place.pixel.y))"
    let low = SIMD2(place.corner.x, place.corner.y - place.pixel.y * Double(picture.height))
    let high = SIMD2(place.corner.x + place.pixel.x * Double(picture.width), place.corner.y)
    let extent = GridFacts.extent(from: low, to: high)
    let system = place.system.map { "EPSG:\($0)" }
    let noData = picture.noData.map { GridFacts.written($0) }
    return [
      Wording(fr: "\(size) de \(pixel)", en: "\(size) of \(pixel)"),
      Wording(
        fr: "système de référence : \(system ?? "non déclaré") ; l’image va \(extent.french)",
        en: "reference system: \(system ?? "not declared"); the picture reaches "
          + extent.english),
      Wording(
        fr: "pixels vides (NoData) : \(noData ?? "aucune valeur déclarée")",
        en: "empty pixels (NoData): \(noData ?? "no value declared")"),
    ]
  }
}
