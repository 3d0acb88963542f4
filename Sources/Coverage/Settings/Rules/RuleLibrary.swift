import RuleFiles

/// The rule packs that come with the toolkit, and those of users.
public struct RuleLibrary: Sendable {
  /// Packs by the day they hold from.
  let packs: [(key: String, pack: RulePack)]
  /// Proposals that can be simulated.
  let simulations: [(key: String, simulation: RuleSimulation)]

  /// The files of `data/rules`, as the binary carries them.
  ///
  /// - Throws: never as released: a test reads every file of the folder.
  public static func included() throws(InputFault) -> RuleLibrary { try readOnce.get() }

  /// They never change: the second study of a process does not read them again.
  private static let readOnce = Result { () throws(InputFault) in try read() }

  private static func read() throws(InputFault) -> RuleLibrary {
    var packs: [(key: String, pack: RulePack)] = []
    var simulations: [(key: String, simulation: RuleSimulation)] = []
    for (name, bytes) in RuleFiles.all {
      switch try RuleFile.read(bytes, path: "data/rules/\(name).yml") {
      case .pack(let pack): packs.append((name, pack))
      case .simulation(let simulation): simulations.append((name, simulation))
      }
    }
    packs.sort { ($0.pack.validFrom, $0.key) < ($1.pack.validFrom, $1.key) }
    return RuleLibrary(packs: packs, simulations: simulations)
  }

  /// The pack in force on a day: the latest that holds. Before the first text, the first, which is
  /// then not in force: reports say so.
  public func pack(at day: CivilDate) -> RulePack {
    guard let first = packs.first?.pack else { preconditionFailure("no rule pack is included") }
    return packs.last { $0.pack.isInForce(at: day) }?.pack ?? first
  }

  /// The latest earlier pack whose totals are all known, for one of which some are not; nil for one that is
  /// complete, and where there is none.
  func reference(for pack: RulePack) -> RulePack? {
    pack.isComplete
      ? nil : packs.last { $0.pack.validFrom < pack.validFrom && $0.pack.isComplete }?.pack
  }

  /// A pack by its name, by the name of its file, or a user's own file.
  ///
  /// - Throws: a usage fault that names the choices; a fault with its line where a file is wrong.
  public func pack(_ choice: String) throws(InputFault) -> RulePack { try chosen(choice).pack }

  /// A pack, and the file that it was read from where it is a user's own.
  func chosen(_ choice: String) throws(InputFault) -> (pack: RulePack, file: InputPath?) {
    let wanted = folded(choice)
    if let found = packs.first(where: { folded($0.key) == wanted || folded($0.pack.name) == wanted }
    ) {
      return (found.pack, nil)
    }
    if isIncluded(choice) { throw Self.isNoPack("--rules \(choice)", "") }
    guard Self.isPath(choice) else {
      let names = packs.map { $0.key }.joined(separator: ", ")
      throw InputFault(
        .usage, path: "",
        problem: Wording(
          fr: "--rules \(choice) : aucun paquet de règles de ce nom",
          en: "--rules \(choice): no rule pack of this name"),
        cure: Wording(
          fr: "choisissez \(names), ou le chemin d’un fichier .yml",
          en: "choose \(names), or the path of a .yml file"))
    }
    let file = try InputPath(choice).pinned()
    guard case .pack(let pack) = try RuleFile.read(try file.bytes(), path: choice)
    else { throw Self.isNoPack("kind: simulation", choice) }
    return (pack, file)
  }

  /// Whether a choice names a pack or a proposal of `data/rules`.
  func isIncluded(_ choice: String) -> Bool {
    let wanted = folded(choice)
    return packs.contains { folded($0.key) == wanted || folded($0.pack.name) == wanted }
      || simulations.contains { folded($0.key) == wanted || folded($0.simulation.name) == wanted }
  }

  /// Whether a choice is meant as a file.
  static func isPath(_ choice: String) -> Bool {
    choice.contains("/") || choice.hasSuffix(".yml") || choice.hasSuffix(".yaml")
  }

  private static func isNoPack(_ what: String, _ path: String) -> InputFault {
    InputFault(
      path.isEmpty ? .usage : .data, path: path,
      problem: Wording(
        fr: "\(what) : une proposition n’est jamais en vigueur",
        en: "\(what): a proposal is never in force"),
      cure: Wording(
        fr: "donnez un paquet de règles (kind: pack)", en: "give a rule pack (kind: pack)"))
  }
}
