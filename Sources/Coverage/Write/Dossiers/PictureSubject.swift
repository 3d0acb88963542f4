/// What a small map is about: what must be seen, and how each face shows.
struct PictureSubject {
  /// A colour, and what it means.
  struct Key {
    let words: String
    let colour: String
    var isSubject = false
  }

  struct Look {
    /// Place of its key.
    let key: Int
    /// Whose land it is, of what the map is about: lines between two owners stand out. Nil around it.
    var owner: Int?
    /// Signs that stand on land of this look, each once on the map.
    var signs: [String] = []
  }

  /// What must be seen: the map is of the frame of the first of them that has one.
  let faces: [Int32]
  let keys: [Key]
  let look: (Int32) -> Look
  var dot: (name: String, point: GlobePoint)?
  /// Whether borders of what is around are shown.
  var showsBorders = true
  /// Pixels that a place takes at least where a sign stands; on narrower land it stands beside it.
  var leastPlace = 0.0
}

extension PictureSubject {
  private static let (ownColour, otherColour, whiteColour) = ("#d9622b", "#e4e7e6", "#fbe6d5")
  private static let commonColour = "#8c1d2f"
  /// Of land that one of several has alone; from the third on they share a colour.
  private static let aloneColours = ["#eba93c", "#9a7bb8", "#c3c26a"]

  private static let white = Key(words: "sans CPTS au stade requis", colour: whiteColour)
  private static let other = Key(words: "autre CPTS", colour: otherColour)

  /// The letter of one of several; there are always fewer than letters on paper.
  static func letter(_ place: Int) -> String {
    place < 26 ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place))) : "…"
  }

  /// One sector with its neighbours; land of projects that compete for it is told apart.
  ///
  /// - Parameter numbered: CPTS that get the numbers from 1 on.
  static func sector(
    _ index: Int, of study: Study, _ maps: SectorMaps, numbered: [Index<DatedCPTS>]
  ) -> PictureSubject {
    let lowest = study.options.whiteBelow
    let projects = study.sectors[index].projects
    let rivals = projects.count > 1 ? projects : []
    let own = rivals.isEmpty ? [] : aloneKeys(rivals.count, "projet")
    let stages = Stage.allCases.filter { $0 >= lowest }
    let keys =
      own + [Key(words: "le secteur", colour: ownColour, isSubject: true), white, other]
      + stages.map {
        Key(words: "voisine : \(PictureLegend.words($0))", colour: StageStyle.colour(of: $0))
      }
    let numbers = Dictionary(uniqueKeysWithValues: numbered.enumerated().map { ($1, $0 + 1) })
    return PictureSubject(
      faces: maps.faces.ofSector[index], keys: keys,
      look: { face in
        if maps.faces.faces[Int(face)].sector == index {
          let here = Self.places(of: rivals, in: maps.covering(face, from: .none).cpts)
          return here.isEmpty ? Look(key: own.count, owner: 0) : Self.look(of: here, own.count)
        }
        let (cpts, stage) = maps.covering(face, from: lowest)
        let signs = cpts.compactMap { numbers[$0].map { "\($0)" } }
        guard let place = stages.firstIndex(of: stage), !signs.isEmpty else {
          return Look(key: own.count + (cpts.isEmpty ? 1 : 2))
        }
        return Look(key: own.count + 3 + place, signs: signs)
      }, leastPlace: 12)
  }

  /// Two CPTS and what they have in common.
  static func overlap(_ overlap: Overlap, of study: Study, _ maps: SectorMaps) -> PictureSubject {
    let pair = [overlap.first, overlap.second]
    let keys = aloneKeys(2, "CPTS") + [white, other]
    let lands = pair.map { Set(maps.ofCPTS[$0] ?? []) }
    // The common ground first: the map is of its frame.
    let common = lands[0].intersection(lands[1]).sorted()
    return PictureSubject(
      faces: common.isEmpty
        ? [] : common + lands[0].symmetricDifference(lands[1]).sorted(), keys: keys,
      look: { face in
        let own = lands.indices.filter { lands[$0].contains(face) }
        if !own.isEmpty { return Self.look(of: own, 3) }
        let cpts = maps.covering(face, from: study.options.whiteBelow).cpts
        return Look(key: cpts.isEmpty ? 3 : 4)
      }, showsBorders: false)
  }

  /// Several sectors, numbered from 1 on.
  static func sectors(_ sectors: [Int], of study: Study, _ maps: SectorMaps) -> PictureSubject {
    let numbers = Dictionary(
      uniqueKeysWithValues: sectors.enumerated().map { (Int32($1), $0 + 1) })
    let keys = [
      Key(words: "secteur du lot", colour: ownColour, isSubject: true), white,
      Key(words: "CPTS au stade requis", colour: otherColour),
    ]
    return PictureSubject(
      faces: sectors.flatMap { maps.faces.ofSector[$0] }, keys: keys,
      look: { face in
        if let number = numbers[maps.faces.faces[Int(face)].sector] {
          return Look(key: 0, owner: number, signs: ["\(number)"])
        }
        let cpts = maps.covering(face, from: study.options.whiteBelow).cpts
        return Look(key: cpts.isEmpty ? 1 : 2)
      }, showsBorders: false)
  }

  /// Land that each has alone, then what several have: as many keys as `look(of:_:)` takes.
  private static func aloneKeys(_ count: Int, _ word: String) -> [Key] {
    let alone = (0..<min(count, aloneColours.count)).map { place in
      let isLast = place == aloneColours.count - 1 && count > aloneColours.count
      return Key(
        words: isLast
          ? "un autre \(word) seul" : "\(word) \(letter(place)) seul\(word == "CPTS" ? "e" : "")",
        colour: aloneColours[place], isSubject: true)
    }
    return alone + [Key(words: "en commun", colour: commonColour, isSubject: true)]
  }

  private static func places(of cpts: [Index<DatedCPTS>], in here: [Index<DatedCPTS>]) -> [Int] {
    cpts.indices.filter { here.contains(cpts[$0]) }
  }

  /// - Parameter count: of keys for land of one or several.
  private static func look(of here: [Int], _ count: Int) -> Look {
    let letters = here.prefix(3).map(letter) + (here.count > 3 ? ["…"] : [])
    return Look(
      key: here.count == 1 ? min(here[0], count - 2) : count - 1,
      owner: here.reduce(0) { $0 | 1 << ($1 % 62) }, signs: [letters.joined(separator: "+")])
  }
}
