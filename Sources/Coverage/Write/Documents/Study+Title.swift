extension Study {
  /// The title, or what the study is of where the user gave none.
  var shownTitle: String {
    guard options.title.isEmpty else { return options.title }
    let what = Wording(fr: "Couverture par les CPTS", en: "Coverage by CPTS")[options.language]
    return units.area.isWhole ? what : "\(what) — \(units.area.name)"
  }
}
