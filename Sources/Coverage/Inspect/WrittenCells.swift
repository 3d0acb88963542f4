/// What cells of a list hold that are no single code: told without the units, which alone say what names
/// are.
struct WrittenCells {
  private(set) var codes: Set<UnitCode> = []
  private var names: Set<String> = []
  private var groups: Set<String> = []
  private var cellCount = 0

  var isEmpty: Bool { cellCount == 0 }

  /// - Returns: whether a cell holds a code or a name that a study would look up.
  mutating func take(_ text: String) -> Bool {
    let parts = PlaceText.parts(text, rank: 0).flatMap { PlaceText.parts($0, rank: 1) }
    let places = parts.flatMap { WrittenPlace.all(in: $0) }
    let usable = places.filter { place in
      UnitCode(place.code).isOfCommune || isWritten(place.code, like: "000000000")
        || place.name.contains(where: \.isLetter)
    }
    guard !usable.isEmpty else { return false }
    cellCount += 1
    for place in usable {
      let code = UnitCode(place.code)
      if code.isOfCommune {
        codes.insert(code)
      } else if place.code.utf8.count == 9 {
        groups.insert(place.code)
      } else {
        names.insert(placeName(place.name))
      }
    }
    return true
  }

  var words: [Wording] {
    guard cellCount > 0 else { return [] }
    var words = [
      Wording(
        fr: cellCount.inFrench("cellule tient", "cellules tiennent")
          + " autre chose qu’un code seul : noms, codes avec un nom, ou plusieurs lieux",
        en: cellCount.inEnglish("cell holds", "cells hold")
          + " more than a single code: names, codes with a name, or several places")
    ]
    if !names.isEmpty {
      words.append(
        Wording(
          fr: names.count.inFrench("nom", "noms")
            + " sans code, que l’étude cherche dans ses unités",
          en: names.count.inEnglish("name", "names")
            + " without a code, which a study looks for in its units"))
    }
    if !groups.isEmpty {
      words.append(
        Wording(
          fr: groups.count.inFrench("SIREN", "SIREN")
            + " : l’étude prend toutes les communes de l’EPCI",
          en: groups.count.inEnglish("SIREN", "SIREN")
            + ": a study takes all communes of the EPCI"))
    }
    return words
  }
}

extension CPTSFiles {
  /// Columns that may give territories by groups that everybody knows.
  var usualGroups: [String] {
    groups.flatMap { file in
      file.columns.filter { LevelName.usual.contains($0.level) && !$0.values.isEmpty }.map(\.name)
    }
  }
}

extension Wording {
  static func territoriesByGroup(_ columns: [String]) -> Wording {
    let list = ShownName.list(columns.map { "« \($0) »" }, most: 4)
    let isWide = columns.contains {
      ["departement", "region"].contains(LevelName.level(of: $0))
    }
    return Wording(
      fr: "aucune colonne de communes, mais des groupes de communes : \(list) ; l’étude les prend "
        + "pour territoires si les unités ou --attributes en disent les communes"
        + (isWide
          ? " ; un département ou une région est plutôt le lieu d’une CPTS : elle s’arrête s’il y en a plusieurs"
          : ""),
      en:
        "no column of communes, but groups of communes: \(list); a study takes them as territories "
        + "where the units or --attributes tell their communes"
        + (isWide
          ? "; a department or a region is rather the place of a CPTS: it stops where they are several"
          : ""))
  }
}
