extension SimulationTables {
  /// What CPTS have only for a time; nil where none has anything.
  func mentorings() -> Table? {
    guard !simulation.mentorings.isEmpty else { return nil }
    var table = Table(
      "simulation_mentorats",
      [
        "cpts_id", "cpts_nom", "stade", "cpts_a_venir", "population_a_venir",
        "population_couverte", "date_fin_mentorat", "communes", "departements",
      ])
    let index = after.territories.indexOfID()
    for mentoring in simulation.mentorings {
      let places = after.units.places(of: mentoring.units)
      let mentor = index[mentoring.mentor].map { after.territories[$0] }
      let isUnknown = mentoring.known == .none
      table.append(
        .code(mentoring.mentor.text), .text(mentor?.name ?? ""), .text(mentor?.stage.key ?? ""),
        .text(ShownName.shortened(mentoring.mentored, to: ShownName.longestQuote)),
        .whole(isUnknown ? nil : mentoring.people),
        .whole(isUnknown ? nil : mentoring.peopleCovered),
        .text(mentoring.end?.description ?? ""),
        .codes(places.communes.map { after.units.communes[Int($0)].code.text }),
        .codes(places.departments))
    }
    return table
  }
}
