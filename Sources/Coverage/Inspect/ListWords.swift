// What lists, plans and decisions hold, in words.

extension CPTSFiles {
  var wordsOfList: Wording {
    let undated = cpts.values.count { $0.givenStage == nil && $0.stageDates.isEmpty }
    return Wording(
      fr: "\(cpts.count) CPTS, dont \(undated) sans stade ni date ici",
      en: "\(cpts.count) CPTS, of which \(undated) without stage or date here")
  }

  var wordsOfProposal: Wording {
    let names = cpts.keys.sorted().map { ShownName.shortened($0.text) }.joined(separator: ", ")
    return Wording(
      fr:
        "« \(names) », sans stade ni date, \(memberships.count.inFrench("ligne", "lignes")) de communes",
      en:
        "“\(names)”, without stage or date, \(memberships.count.inEnglish("row", "rows")) of communes"
    )
  }
}

extension Wording {
  static let listWithoutCommunes = Wording(
    fr: "aucune colonne de communes reconnue : il faut aussi les communes de chaque CPTS, ou leur "
      + "dessin",
    en:
      "no column of communes recognised: the communes of each CPTS, or its drawing, are needed too")
}

extension PlanFile {
  /// How many rows ask for what.
  var words: Wording {
    let counts = PlanAction.allCases.compactMap { action -> String? in
      let count = rows.count { folded($0.action) == action.rawValue }
      return count == 0 ? nil : "\(action.rawValue) \(count)"
    }.joined(separator: ", ")
    return Wording(fr: "actions : \(counts)", en: "actions: \(counts)")
  }

  /// Rows that no study could apply.
  var flaws: [Anomaly] {
    rows.compactMap { row in
      do throws(PlanObstacle) {
        _ = try row.asked()
        return nil
      } catch { return .setAside(row, error.reason, path: path) }
    }
  }
}

extension Decisions {
  var words: Wording {
    Wording(
      fr: "décidés : codes de communes \(codes.count), CPTS \(cpts.count)",
      en: "decided: codes of communes \(codes.count), CPTS \(cpts.count)")
  }
}
