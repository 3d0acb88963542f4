/// The seats of CPTS as communes of the units.
struct Seats {
  private let units: StudyUnits
  private let years: YearsOfCodes?
  /// Communes of each CPTS, among which its seat is looked for first.
  private let territories: [CPTSID: Set<UnitCode>]
  private var reader: PlaceReader
  private(set) var anomalies: [Anomaly] = []

  init(_ units: StudyUnits, _ years: YearsOfCodes?, _ listed: [Membership] = []) {
    self.units = units
    self.years = years
    territories = Dictionary(grouping: listed, by: \.cpts).mapValues { Set($0.map(\.code)) }
    reader = PlaceReader(units, isFormer: { years?.isFormer($0) ?? false })
  }

  /// The seat with the code that its text means; nil, and said, where it means none.
  mutating func settled(_ seat: CPTS.Seat, of id: CPTSID) -> CPTS.Seat? {
    var result = seat
    if let named = named(seat, of: id) {
      result.code = named
      return result
    }
    result.code = units.code(
      seat.code.text, isFormer: { years?.isFormer($0) ?? false }, file: seat.file, line: seat.line,
      &anomalies)
    if isPlace(result.code) { return result }
    let communes = years?.communesToday(of: result.code).filter { isPlace($0) } ?? []
    if communes.count == 1 {
      note(
        .information, .codeConverted, seat, id,
        Wording(
          fr: "siège \(result.code) : commune d’une autre année",
          en: "seat \(result.code): a commune of another year"),
        Wording(fr: "remplacé par \(communes[0])", en: "replaced by \(communes[0])"))
      result.code = communes[0]
      return result
    }
    let shown = ShownName.shortened(seat.code.text, to: 40)
    note(
      .warning, .unknownSeat, seat, id,
      communes.isEmpty
        ? Wording(
          fr: "siège « \(shown) » : aucune commune des unités n’a ce code",
          en: "seat “\(shown)”: no commune of the units has this code")
        : Wording(
          fr: "siège « \(shown) » : \(list(communes)) aujourd’hui",
          en: "seat “\(shown)”: \(list(communes)) today"),
      Wording(
        fr: "siège inconnu ; écrivez le code INSEE de sa commune",
        en: "unknown seat; write the INSEE code of its commune"))
    return nil
  }

  /// The commune that a name means: the only one of the territory, or else of the study.
  private mutating func named(_ seat: CPTS.Seat, of id: CPTSID) -> UnitCode? {
    let text = seat.code.text
    guard !isPlace(seat.code), text.contains(where: \.isLetter), !text.isOfCommune else {
      return nil
    }
    let places = reader.names.places(of: Self.withoutPost(text))
    let own = places.filter { territories[id]?.contains($0) ?? false }
    var found = own.count == 1 ? own : places
    if found.isEmpty {
      let readings = reader.read(text, PlaceReader.Context())
      if readings.count == 1, case .found(let place) = readings[0], !place.isGroup {
        found = place.codes
      }
    }
    guard found.count == 1, isPlace(found[0]) else { return nil }
    note(
      .information, .nameForCode, seat, id,
      Wording(
        fr: "siège écrit « \(ShownName.shortened(text, to: 40)) »",
        en: "seat written “\(ShownName.shortened(text, to: 40))”"),
      Wording(
        fr: "lu \(found[0]), seule commune de ce nom"
          + (own.count == 1 && places.count > 1 ? " dans son territoire" : ""),
        en: "read as \(found[0]), the only commune of that name"
          + (own.count == 1 && places.count > 1 ? " in its territory" : "")))
    return found[0]
  }

  /// `Aurillac cedex 9` is Aurillac.
  private static func withoutPost(_ text: String) -> String {
    let words = text.split(separator: " ")
    return words.prefix { folded($0) != "cedex" }.joined(separator: " ")
  }

  private func isPlace(_ code: UnitCode) -> Bool { units.place(of: code) != nil }

  private func list(_ communes: [UnitCode]) -> String {
    communes.prefix(8).map(\.text).joined(separator: ", ")
  }

  private mutating func note(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, _ seat: CPTS.Seat, _ id: CPTSID,
    _ finding: Wording, _ treatment: Wording
  ) {
    anomalies.append(
      Anomaly(
        severity, rule, file: seat.file, line: seat.line, object: id.text, finding: finding,
        treatment: treatment))
  }
}

extension CPTSFiles {
  /// Brings the seats of CPTS and of proposals to the units' codes.
  ///
  /// - Parameter listed: rows with the codes of the units, in whose communes a seat is looked for first.
  /// - Returns: what is told of them.
  /// - Complexity: O(rows + CPTS).
  mutating func settleSeats(
    _ listed: [Membership], in units: StudyUnits, _ years: YearsOfCodes?
  ) -> [Anomaly] {
    guard cpts.values.contains(where: { $0.seat != nil }) || !proposals.isEmpty else { return [] }
    var seats = Seats(units, years, listed)
    for (id, record) in cpts.sorted(by: { $0.key < $1.key }) {
      guard let seat = record.seat else { continue }
      records.settle(seats.settled(seat, of: id), of: id)
    }
    proposals = proposals.map { proposal in
      guard let seat = proposal.record.seat else { return proposal }
      var record = proposal.record
      record.seat = seats.settled(seat, of: proposal.id)
      return Proposal(
        record: record, key: proposal.key, file: proposal.file, line: proposal.line,
        lines: proposal.lines, isListed: proposal.isListed, isDrawn: proposal.isDrawn)
    }
    return seats.anomalies
  }
}

extension StudyUnits {
  /// Name and department of a unit, of a city, or of a part of a commune; nil for a code of none.
  func place(of code: UnitCode) -> (name: String, department: String)? {
    if let unit = index[code] { return (self[unit].name, self[unit].department) }
    if let city = cities[code] {
      return (communes[Int(city)].name, communes[Int(city)].department)
    }
    return delegated[code].map { ($0.name, self[$0.unit].department) }
  }
}
