/// What a user may have meant by a word that is none. Case and accents do not matter.
///
/// - Returns: the word that the fewest letters set apart, the first of those; nil where more than about
///   a third of the letters do.
/// - Complexity: O(letters of the word × letters of all others).
package func nearest(to word: String, among words: [String]) -> String? {
  let letters = Array(folded(word))
  let ranked = words.map { (word: $0, distance: editDistance(letters, Array(folded($0)))) }
  return ranked.min { $0.distance < $1.distance }.flatMap {
    3 * $0.distance <= max(letters.count, $0.word.count) + 1 ? $0.word : nil
  }
}

/// Letters to add, to remove, to replace, or to exchange with the next, between two words.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var before = [Int](repeating: 0, count: right.count + 1)
  var row = Array(0...right.count)
  for (line, letter) in left.enumerated() {
    var next = [line + 1]
    for (column, other) in right.enumerated() {
      var least = min(
        row[column] + (letter == other ? 0 : 1), min(row[column + 1], next[column]) + 1)
      if line > 0, column > 0, letter == right[column - 1], left[line - 1] == other {
        least = min(least, before[column - 1] + 1)
      }
      next.append(least)
    }
    (before, row) = (row, next)
  }
  return row[right.count]
}
