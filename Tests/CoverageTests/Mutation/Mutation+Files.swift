@testable import Coverage

extension Mutation {
  /// Defects of a whole file, of a name that several rows have, or of the population.
  func applyToFile(_ study: inout CleanStudy, _ row: Int) -> Promise {
    let none = Promise(anomalies: [], isMended: true)
    switch self {
    case .windows1252:
      study.encode = { text in
        text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
      }
      return none
    case .semicolons: study.separator = ";"
    case .carriageReturns: study.lineEnding = "\r\n"
    case .byteOrderMark: study.encode = { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }
    case .codeInTwoColumns:
      study.listHeader[2] = "code_commune"
      for index in study.list.indices {
        study.list[index][2] = String(Int(study.list[index][2].dropFirst(2)) ?? 0)
      }
    case .twoSpellings, .twoSpellingsMerged: return spellTwice(&study, row)
    case .oldCode, .movedCode, .dividedCode: return useFormerCode(&study)
    case .homonym: return takeForAnother(&study)
    default: return applyToTable(&study, row)
    }
    return none
  }

  /// Shapes of tables, and words in the place of keys.
  private func applyToTable(_ study: inout CleanStudy, _ row: Int) -> Promise {
    let none = Promise(anomalies: [], isMended: true)
    func says(_ rule: Anomaly.Rule, _ cells: [String]) -> Promise {
      study.list.append(cells)
      return Promise(anomalies: ["\(rule.rawValue) \(study.list.count + 1)"], isMended: true)
    }
    switch self {
    case .titlesAbove: study.titles = ["Liste des CPTS; au 31 décembre,,,,", "", "ARS,,,,"]
    case .declaredSeparator: study.titles = ["sep=,"]
    case .twoRowHeader:
      study.titles = [",,Commune,,"]
      study.listHeader = ["CPTS", "Stade", "Code", "Nom", "Département"]
    case .headerInWords:
      study.listHeader = [
        "Nom de la CPTS", "État d’avancement", "N° INSEE", "Commune concernée", "codeDepartement",
      ]
    case .stageInWords:
      let words = [
        "aci_signe": "4 - ACI signé", "lettre_intention": "LI validée par l’ARS",
        "projet_sante_valide": "Projet de santé validé", "projet": "En réflexion",
      ]
      for row in study.list.indices {
        study.list[row][1] = words[study.list[row][1]] ?? ""
      }
    case .emptyRows: study.list.append(["", "", "", "", ""])
    case .totalRow: return says(.noteOfTable, ["Total général", "", "42", "", ""])
    case .noteBelow: return says(.noteOfTable, ["Source : ARS", "", "", "", ""])
    case .noCPTS: return says(.withoutCPTS, ["Hors CPTS", "", CleanStudy.code(0, 0), "", ""])
    case .unsettledCPTS:
      return says(.withoutCPTS, ["À définir", "", CleanStudy.code(0, 0), "", ""])
    case .comment: return says(.noteOfTable, ["# relu en mars", "", "", "", ""])
    default: return applyToPeople(&study, row)
    }
    return none
  }

  private func spellTwice(_ study: inout CleanStudy, _ row: Int) -> Promise {
    let name = study.list[row][0]
    study.list[row][0] = "Cpts du " + name.dropFirst(5).replacing(" ", with: "-").uppercased()
    study.mergesSimilar = self == .twoSpellingsMerged
    // The line is where the second of the two names, by the alphabet, comes first.
    let first = study.list.firstIndex { $0[0] == name } ?? row
    let line = (name < study.list[row][0] ? row : first) + 2
    return Promise(
      anomalies: ["\(Anomaly.Rule.similarNames.rawValue) \(line)"], isMended: true)
  }

  /// Codes of the year before a merger, a change of code, or a division.
  private func useFormerCode(_ study: inout CleanStudy) -> Promise {
    study.usesMovements = true
    let (old, new): (String, [String]) =
      switch self {
      case .oldCode: ("01901", ["01003"])
      case .movedCode: ("26900", ["26045"])
      default: ("01902", ["01007", "01008"])
      }
    guard let row = study.list.firstIndex(where: { $0[2] == new[0] }) else {
      return Promise(anomalies: [], isMended: false)
    }
    var former = study.list[row]
    (former[2], former[3]) = (old, "")
    // Before a merger the commune that took the other in was there too.
    if self != .oldCode { study.list.removeAll { new.contains($0[2]) } }
    study.list.append(former)
    var anomalies = ["\(Anomaly.Rule.codeConverted.rawValue) \(study.list.count + 1)"]
    if self == .oldCode {
      anomalies.append("\(Anomaly.Rule.duplicatePair.rawValue) \(study.list.count + 1)")
    }
    return Promise(anomalies: anomalies, isMended: true)
  }

  private func takeForAnother(_ study: inout CleanStudy) -> Promise {
    guard let row = study.list.firstIndex(where: { $0[2] == CleanStudy.code(0, 2) }) else {
      return Promise(anomalies: [], isMended: false)
    }
    study.list[row][2] = CleanStudy.code(7, 5)
    study.list[row][4] = "26"
    return Promise(
      anomalies: ["\(Anomaly.Rule.probableHomonym.rawValue) \(row + 2)"], isMended: false)
  }

  private func applyToPeople(_ study: inout CleanStudy, _ row: Int) -> Promise {
    let line = row + 2
    let code = study.people[row][0]
    switch self {
    case .peopleLostZero:
      study.people[row][0] = String(code.drop { $0 == "0" }) + ".0"
      return Promise(anomalies: ["\(Anomaly.Rule.codeRepaired.rawValue) \(line)"], isMended: true)
    case .peopleTwice:
      study.people.append([code, study.people[row][1]])
      let second = study.people.count + 1
      return Promise(
        anomalies: ["\(Anomaly.Rule.duplicateUnit.rawValue) \(second)"], isMended: true)
    case .peopleOfNobody:
      study.people.append(["98999", "50"])
      return Promise(
        anomalies: ["\(Anomaly.Rule.populationNotUsed.rawValue) \(study.people.count + 1)"],
        isMended: true)
    case .peopleMissing, .peopleNoNumber:
      let isMissing = self == .peopleMissing
      study.people[row][1] = isMissing ? "" : "beaucoup"
      let rule: Anomaly.Rule = isMissing ? .incompleteRow : .unitWithoutPopulation
      // The unit itself is then without people, at its own line of its file.
      return Promise(
        anomalies: ["\(rule.rawValue) \(line)"]
          + (isMissing ? ["\(Anomaly.Rule.unitWithoutPopulation.rawValue) \(row + 2)"] : []),
        isMended: false)
    default: return Promise(anomalies: [], isMended: true)
    }
  }
}
