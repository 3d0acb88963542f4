/// A set of CPTS that cover some place.
enum Covering {}

/// Distinct sets of CPTS, each sorted and given one number. The first is empty.
struct Coverings {
  private(set) var sets: Column<Covering, [Index<DatedCPTS>]> = Column([[]])
  private var indexOfSet: [[Index<DatedCPTS>]: Index<Covering>] = [[]: Index(0)]

  init(_ sets: Column<Covering, [Index<DatedCPTS>]> = Column()) {
    for set in sets { _ = index(of: set) }
  }

  /// - Parameter members: in any order, perhaps more than once.
  mutating func index(of members: [Index<DatedCPTS>]) -> Index<Covering> {
    let set = members.count > 1 ? Set(members).sorted() : members
    if let index = indexOfSet[set] { return index }
    let index = sets.next
    indexOfSet[set] = index
    sets.append(set)
    return index
  }
}
