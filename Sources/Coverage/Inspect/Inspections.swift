/// What files hold that are inspected together, and the calls that they make.
public struct Inspections: Sendable {
  /// What became of each file, in order.
  public let results: [Result<Inspection, InputFault>]
  /// Names of the files, in order.
  let names: [String]
  /// The calls of the command that use them; each was tried.
  public internal(set) var calls: [StudyCall] = []
  /// What a study of them still needs, what must be chosen, and what would stop it.
  var hindrances: [Wording] = []

  /// The faults of files that could not be read, in order.
  public var faults: [InputFault] {
    results.compactMap { if case .failure(let fault) = $0 { fault } else { nil } }
  }

  /// Reads files one after the other, goes on after one that cannot be read, and tries what a study of
  /// them would find.
  ///
  /// - Parameter movements: INSEE's movements of communes, to tell the year of the codes.
  public static func run(
    _ files: [InputPath], movements: InputPath? = nil
  ) async throws -> Inspections {
    var inspections = Inspections(files, movements)
    try await inspections.findCalls()
    return inspections
  }

  private init(_ files: [InputPath], _ movements: InputPath?) {
    let read = files.map { file in
      Result<Inspection, InputFault> { () throws(InputFault) in
        try Inspection(file, movements: movements)
      }
    }
    names = files.map(\.name)
    results = Self.settled(read)
  }

  /// The files that inspections read, and those that study files among them name.
  public static func inputs(of files: [InputPath]) -> [InputPath] {
    files + files.flatMap { YAMLInspection.files(namedBy: $0) }
  }

  /// The communes of a CPTS that a list beside names are its perimeter, and no proposal.
  private static func settled(
    _ results: [Result<Inspection, InputFault>]
  ) -> [Result<Inspection, InputFault>] {
    let files = results.compactMap { try? $0.get().findings }
    let listed = files.filter { $0.use == .cpts }.reduce(into: Set<CPTSID>()) {
      $0.formUnion($1.cpts)
    }
    guard !files.contains(where: { [.pairs, .drawnTerritories].contains($0.use) }) else {
      return results
    }
    return results.map { result in
      result.map { file in
        guard !file.findings.cpts.isEmpty, file.findings.cpts.isSubset(of: listed) else {
          return file
        }
        var file = file
        if file.findings.use == .proposal { file.findings.use = .pairs }
        if file.findings.use == .drawnProposal { file.findings.use = .drawnTerritories }
        return file
      }
    }
  }
}
