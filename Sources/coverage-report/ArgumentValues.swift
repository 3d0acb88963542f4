public import ArgumentParser
public import Coverage

extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Stage: ExpressibleByArgument {
  public init?(argument: String) { self.init(spelling: argument) }
  public var defaultValueDescription: String { key }
  public static var allValueStrings: [String] { allCases.map(\.key) }
  public static var allValueDescriptions: [String: String] { [:] }
}

extension Verification: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Language: ExpressibleByArgument {}
extension CSVDialect: ExpressibleByArgument {}
extension ProgressChoice: ExpressibleByArgument {}
extension Opinions.Format: ExpressibleByArgument {}

/// `ROLE=NAME` of `--map-column`.
struct ColumnChoice: ExpressibleByArgument {
  let role: FieldRole
  let name: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let role = FieldRole(rawValue: String(parts[0])) else { return nil }
    self.role = role
    name = String(parts[1])
  }

  static var allValueStrings: [String] { FieldRole.allCases.map { "\($0.rawValue)=NOM" } }
}
