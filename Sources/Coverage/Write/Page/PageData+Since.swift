extension PageData {
  /// Why the indicator moved since an earlier report; nothing where none is named.
  func changes(in json: inout JSONWriter) {
    guard let comparison = since?.comparison else { return }
    let whole = comparison.whole
    json.key("since")
    json.object { json in
      json.key("day")
      json.string(comparison.before.day.description)
      json.wholes("hundredths", [whole.hundredths.before, whole.hundredths.after]) { $0 }
      json.wholes("covered", [whole.covered.before, whole.covered.after]) { $0 }
      json.column("warnings", comparison.warnings) { $0.wording($1.capitalised) }
      json.column("causes", whole.steps) { $0.wording($1.cause.label.capitalised) }
      json.wholes("people", whole.steps) { $0.people }
      json.wholes("points", whole.steps) { $0.points }
    }
  }
}
