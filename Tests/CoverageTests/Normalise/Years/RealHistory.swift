import Testing

@testable import Coverage

/// INSEE's movements and communes of 2024, read once.
struct RealHistory: Sendable {
  let file: MovementsFile
  let communes: Set<UnitCode>
  let history: CodeHistory

  static let shared: RealHistory? = {
    guard let movements = try? table("mouvements-communes_2024"),
      let communes = try? table("communes_cog2024"),
      let type = communes.header.firstIndex(of: "TYPECOM"),
      let code = communes.header.firstIndex(of: "COM"),
      let file = try? MovementsFile(movements)
    else { return nil }
    let rows = (0..<communes.rowCount).filter { communes.value(row: $0, column: type) == "COM" }
    let codes = Set(rows.map { UnitCode(communes.value(row: $0, column: code)) })
    guard let history = try? CodeHistory(file.movements, reference: codes, path: file.path) else {
      return nil
    }
    return RealHistory(file: file, communes: codes, history: history)
  }()

  private static func table(_ name: String) throws -> DelimitedText {
    try DelimitedText.read(InputPath(fixturePath("insee/\(name).zip")))
  }
}

let realHistory = RealHistory.shared

func codes(_ texts: String...) -> [UnitCode] { texts.map { UnitCode($0) } }
