extension Inspections {
  /// Finds the calls that the files make, and tries them.
  mutating func findCalls() async throws {
    let files = results.enumerated().compactMap { place, result in
      (try? result.get()).map { (place: place, file: $0) }
    }.filter { $0.file.findings.use == .study || $0.file.findings.use.flag != nil }
    guard !files.isEmpty else { return }
    let studies = files.filter { $0.file.findings.use == .study }
    if studies.count > 1 {
      for study in studies { try await findCalls(CallBase([study], study: study.place), [study]) }
    } else {
      try await findCalls(CallBase(files, study: studies.first?.place), files)
    }
  }

  private mutating func findCalls(
    _ base: CallBase, _ files: [(place: Int, file: Inspection)]
  ) async throws {
    var base = base
    let hindered = files.filter { base.files.contains($0.place) && $0.file.obstacle != nil }
    guard hindered.isEmpty else { return hindrances.append(.mendFirst(hindered.map(\.file.path))) }
    if let fault = base.settleLists() { return hindrances.append(.stops(fault)) }
    hindrances += base.notes
    let gaps = base.gaps
    guard gaps.isEmpty else { return hindrances.append(.gaps(gaps)) }
    if base.hasOwnUnits {
      let (fault, edition) = try await base.trial()
      if let fault { return hindrances.append(.stops(fault)) }
      if let edition {
        hindrances.append(edition.told)
        base.take(edition.rule)
      }
    }
    calls.append(
      StudyCall(parts: base.parts("report", [], isWritten: true), files: base.files))
    try await addOpinion(
      base, files.filter { [.proposal, .drawnProposal].contains($0.file.findings.use) })
    for plan in files where plan.file.findings.use == .plan && plan.file.obstacle == nil {
      let option = StudyCall.Part("--plan", plan.file.path)
      calls.append(
        StudyCall(
          parts: base.parts("simulate", [option], isWritten: true), files: [plan.place]))
    }
  }

  private mutating func addOpinion(
    _ base: CallBase, _ proposals: [(place: Int, file: Inspection)]
  ) async throws {
    let usable = proposals.filter { $0.file.obstacle == nil }
    guard !usable.isEmpty else { return }
    let paths = usable.map(\.file.path)
    if base.hasOwnUnits, let fault = try await base.obstacle(toOpinionsOn: paths) {
      return hindrances.append(.stops(fault))
    }
    let options = paths.map { StudyCall.Part("--territory", $0) }
    calls.append(
      StudyCall(
        parts: base.parts("check", options, isWritten: false), files: Set(usable.map(\.place))))
  }
}

extension Wording {
  fileprivate static func gaps(_ gaps: [Wording]) -> Wording {
    Wording(
      fr: "pour une étude, il manque encore : " + gaps.map(\.french).joined(separator: " ; "),
      en: "for a study, there is still missing: " + gaps.map(\.english).joined(separator: "; "))
  }

  fileprivate static func mendFirst(_ files: [String]) -> Wording {
    let names = files.joined(separator: ", ")
    return Wording(
      fr: "corrigez d’abord ce qui arrêterait l’étude dans \(names)",
      en: "first mend what would stop the study in \(names)")
  }

  fileprivate static func stops(_ fault: InputFault) -> Wording {
    Wording(
      fr: "ensemble, ils arrêteraient l’étude : \(fault.message(in: .french))",
      en: "together, they would stop the study: \(fault.message(in: .english))")
  }
}
