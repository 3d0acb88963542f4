import Testing

@testable import Coverage

/// A defect of real files, put into a clean study at a place that a seed chooses.
enum Mutation: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case lostZero, decimals, frenchDecimals, smallLetter, spaces, apostrophe, scientific
  case nameForCode, nameOfAnother, noTerritory, unknownCode, postalCode, twice, shifted
  case twoSpellings, twoSpellingsMerged, oldCode, movedCode, dividedCode, homonym
  case windows1252, semicolons, carriageReturns, byteOrderMark, codeInTwoColumns
  case label, labelOfAnother, cellOfTwo, cellOfNames, nameNowhere, nameOfTwo, ofGroup
  case titlesAbove, declaredSeparator, twoRowHeader, headerInWords, totalRow, noteBelow, noCPTS
  case stageInWords, emptyRows, unsettledCPTS, comment, sharedCell, nameBesides
  case bracketed, announced, minusBefore, halfAfter, numberBeside
  case peopleLostZero, peopleTwice, peopleOfNobody, peopleMissing, peopleNoNumber

  var testDescription: String { rawValue }

  /// Whether several of them, on rows of their own, can damage one study.
  var isOfOneRow: Bool {
    switch self {
    case .windows1252, .semicolons, .carriageReturns, .byteOrderMark, .codeInTwoColumns,
      .twoSpellings, .twoSpellingsMerged, .homonym, .oldCode, .movedCode, .dividedCode,
      .titlesAbove, .declaredSeparator, .twoRowHeader, .headerInWords, .stageInWords,
      // Told once a column.
      .label, .labelOfAnother, .cellOfTwo, .cellOfNames:
      false
    default: true
    }
  }

  /// What a study must say, as `rule line`, and whether its figures must be those of the clean study.
  struct Promise {
    var anomalies: [String]
    var isMended: Bool
  }

  /// - Parameter row: a row of the list, and as far as people go of the population.
  func apply(to study: inout CleanStudy, row: Int) -> Promise {
    let line = row + 2
    func says(_ rules: Anomaly.Rule..., mended: Bool = true) -> Promise {
      Promise(anomalies: rules.map { "\($0.rawValue) \(line)" }, isMended: mended)
    }
    let code = study.list[row][2]
    switch self {
    case .lostZero: study.list[row][2] = String(code.drop { $0 == "0" })
    case .decimals: study.list[row][2] = code + ".0"
    case .frenchDecimals: study.list[row][2] = "\"\(code),00\""
    case .smallLetter: study.list[row][2] = code.lowercased()
    case .spaces: study.list[row][2] = " \(code.prefix(2)) \(code.dropFirst(2)) "
    case .apostrophe: study.list[row][2] = "'\(code)"
    case .scientific:
      let digits = String(code.drop { $0 == "0" })
      study.list[row][2] = "\(digits.prefix(1)).\(digits.dropFirst())E+\(digits.count - 1)"
    case .bracketed: study.list[row][2] = "(\(code))"
    case .announced: study.list[row][2] = "INSEE : \(code)"
    case .minusBefore, .halfAfter, .numberBeside:
      study.list[row][2] =
        self == .minusBefore ? "-\(code)" : self == .halfAfter ? "\(code).5" : "\(code) (50)"
      return says(.doubtfulPlace, mended: false)
    case .nameForCode:
      study.list[row][2] = ""
      return says(.nameForCode)
    case .nameOfAnother:
      // The next commune of the department.
      let place = study.people.firstIndex { $0[0] == code } ?? 0
      let next = place % 6 == 5 ? place - 1 : place + 1
      study.list[row][3] = CleanStudy.name(next / 6, next % 6)
      return says(.nameAgainstCode)
    case .noTerritory:
      study.list[row][0] = ""
      return says(.incompleteRow, mended: false)
    case .unknownCode:
      study.list[row][2] = "99999"
      return says(.unknownCode, mended: false)
    case .postalCode:
      study.list[row][2] = "20000"
      return says(.unknownCode, mended: false)
    case .twice:
      study.list.append(study.list[row])
      return Promise(
        anomalies: ["\(Anomaly.Rule.duplicatePair.rawValue) \(study.list.count + 1)"],
        isMended: true)
    case .shifted:
      study.list[row][3] += ",x"
      return says(.irregularRow, mended: false)
    case .sharedCell:
      // The stages of the two differ: the row says none.
      study.list[row][0] = "\(CleanStudy.names[0]) / \(CleanStudy.names[3])"
      study.list[row][1] = ""
      return says(.severalCPTS)
    case .nameBesides:
      study.list[row][3] = "\"\(study.list[row][3]), Nulle-Part\""
      return says(.communesInCell)
    case .label, .labelOfAnother, .cellOfTwo, .cellOfNames, .nameNowhere, .nameOfTwo, .ofGroup:
      return writePlace(&study, row)
    default: return applyToFile(&study, row)
    }
    return says(.codeRepaired)
  }
}
