/// A set of CPTS that cover some place.
enum Covering {}

/// Distinct sets of CPTS, each sorted and given one number. The first is empty.
struct Coverings {
  private(set) var sets: [[Int32]] = [[]]
  private var indexOfSet: [[Int32]: Int32] = [[]: 0]

  init(_ sets: [[Int32]] = []) {
    for set in sets { _ = index(of: set) }
  }

  /// - Parameter members: in any order, perhaps more than once.
  mutating func index(of members: [Int32]) -> Int32 {
    let set = members.count > 1 ? Set(members).sorted() : members
    if let index = indexOfSet[set] { return index }
    let index = Int32(sets.count)
    indexOfSet[set] = index
    sets.append(set)
    return index
  }
}
