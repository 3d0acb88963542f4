// Codes of files as the units know them.

extension Anomaly {
  /// A code that a spreadsheet had changed.
  static func repaired(
    _ text: String, _ spelling: CodeSpelling, file: String, line: Int
  ) -> Anomaly {
    let damage = spelling.damage.map(\.wording)
    return Anomaly(
      .information, .codeRepaired, file: file, line: line, object: text,
      finding: Wording(
        fr: damage.map(\.french).joined(separator: ", "),
        en: damage.map(\.english).joined(separator: ", ")),
      treatment: Wording(fr: "lu \(spelling.code)", en: "read as \(spelling.code)"))
  }
}

extension StudyUnits {
  /// The code that a text of a file stands for, as far as units know it; what was mended is noted.
  ///
  /// - Parameter isFormer: whether a code was that of a commune of another year.
  func code(
    _ text: String, isFormer: (UnitCode) -> Bool, file: String, line: Int,
    _ anomalies: inout [Anomaly]
  ) -> UnitCode {
    let written = UnitCode(text)
    guard !isKnown(written),
      let spelling = CodeSpelling(
        text, isKnown: { isKnown($0) || isFormer($0) }),
      !spelling.damage.isEmpty
    else {
      return written
    }
    anomalies.append(.repaired(text, spelling, file: file, line: line))
    return spelling.code
  }

  /// Whether a code is that of a unit, of a city, of a part of a commune, or of an arrondissement of a
  /// city that is one unit.
  func isKnown(_ code: UnitCode) -> Bool {
    index[code] != nil || cities[code] != nil || delegated[code] != nil
      || CityWithDistricts.city(of: code).map { index[$0] != nil } ?? false
  }

  /// Code of the department that a known code lies in.
  func department(of code: UnitCode) -> String? {
    let unit =
      index[code] ?? cities[code].flatMap { communes[Int($0)].units.first }
      ?? delegated[code]?.unit
    return unit.map { units[Int($0)].department }
  }
}
