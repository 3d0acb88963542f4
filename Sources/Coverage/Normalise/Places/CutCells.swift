/// Cells as long as a format can hold, whose end may be lost: a Shapefile cuts at 254 bytes, old workbooks at 255
/// characters.
struct CutCells {
  private struct Column: Hashable { let file, name: String }

  private var found: [Column: (first: Membership, text: String, count: Int)] = [:]
  private static let lengths = 254...255

  /// - Parameter isList: whether the cell holds several places.
  mutating func see(_ text: String, _ row: Membership, isList: Bool) {
    guard isList, Self.lengths.contains(text.utf8.count) || Self.lengths.contains(text.count) else {
      return
    }
    let column = Column(file: row.file, name: row.column)
    found[column, default: (row, text, 0)].count += 1
  }

  var anomalies: [Anomaly] {
    found.sorted { ($0.key.file, $0.key.name) < ($1.key.file, $1.key.name) }.map { column, cells in
      let end = String(cells.text.suffix(30))
      return Anomaly(
        .warning, .communesInCell, file: column.file, line: cells.first.line, object: column.name,
        finding: Wording(
          fr:
            "\(cells.count.inFrench("cellule", "cellules")) de 254 ou 255 signes, où des formats coupent : la "
            + "fin peut manquer après « …\(end) »",
          en:
            "\(cells.count.inEnglish("cell", "cells")) of 254 or 255 signs, where some formats cut: the end "
            + "may be missing after “…\(end)”"),
        treatment: Wording(
          fr:
            "lues telles quelles ; si des communes manquent, reprenez la liste d’origine, ou donnez une ligne "
            + "par commune",
          en:
            "read as they are; where communes are missing, go back to the first list, or give each commune "
            + "a row"))
    }
  }
}
