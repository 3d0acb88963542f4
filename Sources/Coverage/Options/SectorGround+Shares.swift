extension SectorGround {
  /// What one commune gives to one CPTS.
  struct Share {
    let commune: Int32
    let target: Int32
    var people: Int
  }

  /// Communes by code and the CPTS that they join; a commune in pieces may join several.
  func shares(of option: SectorOption) -> [Share] {
    guard let targets = option.targets else { return [] }
    var shares: [Share] = []
    let order = targets.indices.sorted {
      (communes[$0], targets[$0], $0) < (communes[$1], targets[$1], $1)
    }
    for unit in order {
      if let last = shares.last, last.commune == communes[unit], last.target == targets[unit] {
        shares[shares.count - 1].people += people[unit]
      } else {
        shares.append(
          Share(commune: communes[unit], target: targets[unit], people: people[unit]))
      }
    }
    return shares
  }
}
