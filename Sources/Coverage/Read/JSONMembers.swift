/// Members of an object that may be there once: of two, one would be lost.
struct JSONMembers {
  private let names: [String]
  private var seen: UInt8 = 0

  /// - Parameter names: eight at most.
  init(of names: [String]) { self.names = names }

  /// - Throws: for a name that came before.
  mutating func see(_ name: String, at position: Int) throws(JSONScanner.Fault) {
    guard let index = names.firstIndex(of: name) else { return }
    guard seen & 1 << index == 0 else { throw Self.twice(name, at: position) }
    seen |= 1 << index
  }

  static func twice(_ name: String, at position: Int) -> JSONScanner.Fault {
    let name = ShownName.shortened(name)
    return JSONScanner.Fault(
      offset: position,
      problem: Wording(
        fr: "« \(name) » vient deux fois dans un objet : rien ne dit lequel vaut",
        en: "“\(name)” comes twice in one object: nothing says which holds"),
      cure: Wording(
        fr: "n’en gardez qu’un, puis recommencez", en: "keep one of them, then run again"))
  }
}
