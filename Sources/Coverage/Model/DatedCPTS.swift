/// A CPTS on the day of the study.
struct DatedCPTS: Sendable {
  let id: CPTSID
  let name: String
  var stage: Stage
  /// Where it is first named.
  let file: String
  let line: Int
  /// What the files say of it whatever the day: dates, flag, professionals.
  let record: CPTS

  /// - Parameter record: nil for a CPTS of which no file says anything, as that of a plan.
  init(
    id: CPTSID, name: String, stage: Stage, file: String, line: Int, record: CPTS? = nil
  ) {
    self.id = id
    self.name = name
    self.stage = stage
    self.file = file
    self.line = line
    self.record = record ?? CPTS(id: id, name: name)
  }
}
