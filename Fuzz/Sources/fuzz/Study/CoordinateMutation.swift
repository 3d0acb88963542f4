import Glibc

extension MapText {
  /// What hostile or careless drawing does to a map: rounding, noise, corners twice, spikes, sides that turn
  /// back, corners swapped, rings left open, values that are none.
  mutating func mutate(_ dice: inout Dice) {
    let rings = rings.filter { $0.count > 1 }
    guard !rings.isEmpty else { return }
    let ring = dice.one(of: rings)
    let here = ring.lowerBound + dice.below(ring.count)
    let next = ring.lowerBound + (here + 1 - ring.lowerBound) % ring.count
    // A ring, or the whole map: neighbours move alike, or apart.
    let places = dice.once(in: 3) ? ring : dice.once(in: 2) ? 0..<positions.count : here..<here + 1
    switch dice.below(15) {
    case 0, 1: round(places, decimals: 1 + dice.below(5))
    case 2, 3: addNoise(places, pow(10, Double(dice.below(11)) - 12), &dice)
    case 4: insert([self[here]], after: here)
    case 5: spike(at: here, pow(10, Double(dice.below(8)) - 7), &dice)
    case 6: insert([self[next], self[here]], after: here)
    case 7: positions.swapAt(here, ring.lowerBound + dice.below(ring.count))
    case 8: self[here] = wild(self[here], &dice)
    case 9: remove(at: ring.upperBound - 1)
    case 10: remove(at: here)
    case 11: self[here] = positions[dice.below(positions.count)]
    case 12: insert([(self[here] + self[next]) / 2], after: here)
    case 13: reverse(ring)
    default: shift(ring, pow(10, Double(dice.below(6)) - 6), &dice)
    }
    if dice.once(in: 2) { close(rings: &dice) }
  }

  private mutating func round(_ places: Range<Int>, decimals: Int) {
    let scale = pow(10.0, Double(decimals))
    for place in places {
      self[place] = (self[place] * scale).rounded(.toNearestOrAwayFromZero) / scale
    }
  }

  private mutating func addNoise(_ places: Range<Int>, _ size: Double, _ dice: inout Dice) {
    for place in places { self[place] += Position(dice.unit(), dice.unit()) * size }
  }

  /// A corner drawn out and back, by a hair or by a village.
  private mutating func spike(at here: Int, _ size: Double, _ dice: inout Dice) {
    let end = self[here] + Position(dice.unit(), dice.unit()) * size
    insert([end, self[here]], after: here)
  }

  private func wild(_ position: Position, _ dice: inout Dice) -> Position {
    let values = [
      1e6, -1e6, 1e30, -1e30, 1e-30, 0, -0.0, .nan, .infinity, 180, -180, 90,
      .leastNonzeroMagnitude, 1e308, 45,
      position.y, position.x,
    ]
    return dice.once(in: 2)
      ? Position(dice.one(of: values), position.y) : Position(position.x, dice.one(of: values))
  }

  private mutating func shift(_ ring: Range<Int>, _ size: Double, _ dice: inout Dice) {
    let step = Position(dice.unit(), dice.unit()) * size
    for place in ring { self[place] += step }
  }

  /// What changed one end of a ring changes the other, as programs do that draw.
  private mutating func close(rings dice: inout Dice) {
    for ring in rings where ring.count > 2 { self[ring.upperBound - 1] = self[ring.lowerBound] }
  }
}
