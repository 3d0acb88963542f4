/// Which of the units that a border cuts are computed again by overlays, to compare.
public enum Verification: Equatable, Sendable, CustomStringConvertible {
  /// All of them.
  case all
  /// At most so many of them.
  case sample(Int)

  /// More than any country has.
  private static let mostUnits = 1_000_000

  /// Understands `all` and a number of units, 1 or more.
  public init?(_ text: String) {
    if text == "all" {
      self = .all
    } else if let count = WrittenNumber.whole(text), (1...Self.mostUnits).contains(count) {
      self = .sample(count)
    } else {
      return nil
    }
  }

  public var description: String {
    switch self {
    case .all: "all"
    case .sample(let count): "\(count)"
    }
  }
}
