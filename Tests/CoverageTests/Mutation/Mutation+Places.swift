@testable import Coverage

extension Mutation {
  /// A row whose commune is written in another way than by its code.
  func writePlace(_ study: inout CleanStudy, _ row: Int) -> Promise {
    let line = row + 2
    func says(_ rules: [Anomaly.Rule], mended: Bool = true) -> Promise {
      Promise(anomalies: rules.map { "\($0.rawValue) \(line)" }, isMended: mended)
    }
    let (code, name) = (study.list[row][2], study.list[row][3])
    switch self {
    case .label:
      study.list[row][2] = "\(name) (\(code))"
      return says([.communesInCell])
    case .labelOfAnother:
      let place = study.people.firstIndex { $0[0] == code } ?? 0
      let next = place % 6 == 5 ? place - 1 : place + 1
      study.list[row][2] = "\(code) - \(CleanStudy.name(next / 6, next % 6))"
      return says([.communesInCell, .nameAgainstCode])
    case .cellOfTwo:
      study.list[row][2] = "\(code) \(code)"
      return says([.communesInCell, .duplicatePair])
    case .cellOfNames:
      study.list[row][2] = "\"\(name)\n\(code)\""
      return says([.communesInCell])
    case .nameNowhere:
      study.list[row][2] = "Nulle-Part"
      return says([.unknownPlace], mended: false)
    case .nameOfTwo:
      // Only the name, in a row that does not tell its department.
      study.list[row][2] = "Saint-Martin-le-Vieux"
      study.list[row][4] = ""
      return says([.doubtfulPlace], mended: false)
    default:
      study.list[row][2] = "Département de la Drôme"
      study.list[row][4] = ""
      return says([.territoryByGroup], mended: false)
    }
  }
}
