/// A header that goes on in a second row.
///
/// A row in which all cells are in brackets says units or sources, and is a part of the header. A row of
/// names below groups (`Commune` over `Code` and `Nom`) makes names of two parts, where more columns are
/// recognised so than by either row alone. Parts of stages below them (`StageParts`) do so in any case.
struct HeaderDepth {
  /// The last row of the header.
  let last: Int
  /// Names of columns that two rows give together; empty where one row has them all.
  private(set) var names: [Int: String] = [:]

  init(
    _ rows: [[HeaderSearch.Cell]], header: Int, isKnownName: (String) -> Bool
  ) {
    func known(_ names: some Sequence<String>) -> Int {
      Set(names.filter(isKnownName).map { folded($0) }).count
    }
    func names(_ row: Int) -> [String] { rows[row].compactMap(\.name) }
    if header + 1 < rows.count, Self.isInBrackets(rows[header + 1]) {
      last = header + 1
      return
    }
    for upper in [header, header - 1] where upper >= 0 && upper + 1 < rows.count {
      if let names = StageParts.names(rows[upper], rows[upper + 1]) {
        (last, self.names) = (upper + 1, names)
        return
      }
    }
    for upper in [header, header - 1]
    where upper >= 0 && upper + 1 < rows.count && Self.areNames(rows[upper + 1]) {
      let both = Self.together(rows[upper], rows[upper + 1], isKnownName)
      let (above, below) = (known(names(upper)), known(names(upper + 1)))
      // Groups that happen to be known names hide better ones below them.
      let isBetter = upper == header && above > 0 && below > above && known(both.values) == below
      if known(both.values) > max(above, below) || isBetter {
        (last, self.names) = (upper + 1, both)
        return
      }
    }
    last = header
  }

  private static func isInBrackets(_ cells: [HeaderSearch.Cell]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        cell.name.map { name in
          let name = trimmedSpace(name)
          return name.hasPrefix("(") && name.hasSuffix(")")
            || name.hasPrefix("[") && name.hasSuffix("]")
        } ?? false
      }
  }

  private static func areNames(_ cells: [HeaderSearch.Cell]) -> Bool {
    // Letters alone are values as well as names.
    cells.count > 1 && cells.contains { ($0.name ?? "").count > 1 }
      && cells.allSatisfy { $0.name.map { HeaderSearch.looksLikeName($0) } ?? false }
  }

  /// The names of both rows, a group holding for the columns right of it that have none of their own.
  private static func together(
    _ upper: [HeaderSearch.Cell], _ lower: [HeaderSearch.Cell], _ isKnownName: (String) -> Bool
  ) -> [Int: String] {
    var result: [Int: String] = [:]
    for cell in upper { result[cell.column] = cell.name ?? "" }
    for cell in lower {
      let own = cell.name ?? ""
      let group = upper.last { $0.column <= cell.column }?.name ?? ""
      let whole = "\(group) \(own)"
      result[cell.column] =
        group.isEmpty || !isKnownName(whole) && isKnownName(own) ? own : whole
    }
    return result
  }
}
