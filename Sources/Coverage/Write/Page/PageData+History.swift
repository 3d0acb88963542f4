extension PageData {
  /// People by stage over time; nothing where no date tells of an earlier month.
  func history(in json: inout JSONWriter) {
    guard let history = study.figures.history else { return }
    json.key("history")
    json.object { json in
      json.strings("dates", history.dates) { $0.description }
      json.column("people", history.breakdowns) { json, breakdown in
        json.array { json in
          for stage in Stage.allCases { json.whole(breakdown[stage]) }
        }
      }
      json.key("undated")
      json.whole(history.undatedCount)
      json.key("dated")
      json.flag(history.havePerimeterDates)
      json.key("months")
      json.whole(history.months)
    }
  }
}
