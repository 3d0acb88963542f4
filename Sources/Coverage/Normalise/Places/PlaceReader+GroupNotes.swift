// What stands beside the code of a group of communes and is not its name.

extension PlaceReader {
  /// Why a group is in doubt for what stands beside its code; nil where that is its name, where it lies, or how
  /// many communes it has. Of a name that nobody knows, only words that take a part or put off count.
  ///
  /// - Complexity: O(length).
  mutating func groupNote(_ place: FoundPlace) -> CodeDoubt? {
    guard case .group(_, let shown) = place.way, !place.name.isEmpty,
      GroupName.key(shown) != GroupName.key(place.name)
    else { return nil }
    let own = Set(Self.words(shown))
    var words = Self.words(place.name).filter {
      !own.contains($0) && !NoteWords.harmless.contains($0)
    }
    let departments = Set(place.codes.compactMap { units.department(of: $0) })
    words.removeAll { departments.contains($0.uppercased()) || Int($0) == place.codes.count }
    let isNamed = NoteWords.nameGroup(Self.words(place.name))
    let hasNumber =
      isNamed
      ? NoteWords.countCommunes(Self.words(place.name), but: place.codes.count)
      : words.contains { $0.utf8.contains(where: isDigit) }
    let isPart = NoteWords.limitGroup(words, isNamed: isNamed)
    guard hasNumber || isPart || namesCommunes(place.name) else { return nil }
    let code = place.text.split { !$0.isNumber && !$0.isLetter }.first {
      $0.utf8.contains(where: isDigit)
    }
    return .ofGroup(
      code: code.map(String.init) ?? shown, note: ShownName.shortened(place.name))
  }

  /// Whether several names beside a code are each that of a commune: `241500230 (Aurillac, Ytrac)`.
  private mutating func namesCommunes(_ name: String) -> Bool {
    let parts = PlaceText.allParts(name)
    return parts.count > 1 && parts.allSatisfy { !names.places(of: $0).isEmpty }
  }
}
