import Testing

@testable import Coverage

/// INSEE's movements and communes of 2024, read once.
struct RealHistory: Sendable {
  let file: MovementsFile
  let communes: Set<UnitCode>
  let history: CodeHistory

  static let shared: RealHistory? = {
    guard let movements = sharedTable("insee/mouvements-communes_2024.csv"),
      let communes = sharedTable("insee/communes_cog2024.csv"),
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
}

let realHistory = RealHistory.shared

private func sharedTable(_ name: String) -> DelimitedText? {
  sharedData(name).flatMap { try? DelimitedText.read($0) }
}

func codes(_ texts: String...) -> [UnitCode] { texts.map { UnitCode($0) } }
