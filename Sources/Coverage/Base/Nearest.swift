/// What a user may have meant by a word that is none.
///
/// - Returns: the word that the fewest letters set apart, the first of those; nil where more than about
///   a third of the letters do.
/// - Complexity: O(letters of the word × letters of all others).
package func nearest(to word: String, among words: [String]) -> String? {
  let ranked = words.map { (word: $0, distance: editDistance(Array(word), Array($0))) }
  return ranked.min { $0.distance < $1.distance }.flatMap {
    3 * $0.distance <= max(word.count, $0.word.count) + 1 ? $0.word : nil
  }
}

/// Letters to add, to remove or to replace between two words.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (line, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for (column, other) in right.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, min(row[column], diagonal) + 1)
    }
  }
  return row[right.count]
}
