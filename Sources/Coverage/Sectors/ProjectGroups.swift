/// The projects of one white zone: which of them compete for one land, and whose each part is.
struct ProjectGroups {
  /// A project, by its place among those of the zone.
  private enum Project {}

  private struct Size {
    var people = 0
    var squareMetres = 0.0

    mutating func add(_ other: Size) {
      people += other.people
      squareMetres += other.squareMetres
    }
  }

  private let sizes: [Index<DatedCPTS>: Size]
  private let groupOfProject: [Index<DatedCPTS>: Int]
  /// Projects of each group, by id; groups by their first project.
  let groups: [[Index<DatedCPTS>]]

  /// Two projects compete where they share at least a fifth of the people, or where nobody lives of the
  /// land, that the smaller has in the zone; and so do all that hang together by competing.
  ///
  /// - Parameter parts: uncovered parts of the zone.
  /// - Complexity: O(parts + pairs of projects on one part).
  init(_ parts: [Index<Part>], _ ground: WhiteGround) {
    let territories = ground.territories
    var sizes: [Index<DatedCPTS>: Size] = [:]
    var sizeOfCovering: [Index<Covering>: Size] = [:]
    for index in parts {
      let part = territories.parts[index]
      sizeOfCovering[part.covering, default: Size()].add(
        Size(people: part.population, squareMetres: ground.squareMetres(of: part)))
    }
    var shared: [[Index<DatedCPTS>]: Size] = [:]
    for (covering, size) in sizeOfCovering.sorted(by: { $0.key < $1.key }) {
      let projects = ground.projects(of: covering)
      for (place, project) in projects.enumerated() {
        sizes[project, default: Size()].add(size)
        for other in projects[..<place] { shared[[other, project], default: Size()].add(size) }
      }
    }
    let projects = sizes.keys.sorted()
    let place = Dictionary(
      uniqueKeysWithValues: projects.enumerated().map { ($1, Index<Project>($0)) })
    var sets = UnionFind<Project>(count: projects.count)
    for (pair, size) in shared {
      guard let first = sizes[pair[0]], let second = sizes[pair[1]],
        let one = place[pair[0]], let other = place[pair[1]]
      else { continue }
      if Self.compete(first, second, sharing: size) { sets.unite(one, other) }
    }
    var groups: [[Index<DatedCPTS>]] = []
    var groupOfRoot: [Index<Project>: Int] = [:]
    var groupOfProject: [Index<DatedCPTS>: Int] = [:]
    for (index, project) in projects.enumerated() {
      let root = sets.find(Index(index))
      let group = groupOfRoot[root] ?? groups.count
      if group == groups.count { groups.append([]) }
      groupOfRoot[root] = group
      groups[group].append(project)
      groupOfProject[project] = group
    }
    (self.sizes, self.groups, self.groupOfProject) = (sizes, groups, groupOfProject)
  }

  private static func compete(_ first: Size, _ second: Size, sharing shared: Size) -> Bool {
    let smaller =
      (first.people, first.squareMetres) <= (second.people, second.squareMetres) ? first : second
    return smaller.people > 0
      ? 5 * shared.people >= smaller.people
      : shared.squareMetres > 0 && 5 * shared.squareMetres >= smaller.squareMetres
  }

  /// The group whose land some projects share: that of the one with most people in the zone, the first by
  /// id of equals; nil where there is none.
  func group(of projects: [Index<DatedCPTS>]) -> Int? {
    let largest = projects.max {
      (sizes[$0]?.people ?? 0, $1) < (sizes[$1]?.people ?? 0, $0)
    }
    return largest.flatMap { groupOfProject[$0] }
  }
}

extension WhiteGround {
  func squareMetres(of part: Part) -> Double { mesh.areas[part.piece] * part.areaShare }

  /// CPTS at `projet` or above in a covering that is below the stage required, by id.
  func projects(of covering: Index<Covering>) -> [Index<DatedCPTS>] {
    territories.coverings[covering].filter { territories[$0].stage >= .project }
  }
}
