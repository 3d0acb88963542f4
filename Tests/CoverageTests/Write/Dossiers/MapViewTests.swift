import Testing

@testable import Coverage

/// What a small map shows of rings and lines, against the plainest words.
@Suite struct MapViewTests {
  private struct Case {
    let view: MapView
    let points: [SIMD2<Double>]
    var random: SplitMix

    init(seed: UInt64) {
      random = SplitMix(seed: seed)
      var box = MapBox()
      box.add(SIMD2(0, 0))
      box.add(SIMD2(Double(random.int(in: 1...60_000)), Double(random.int(in: 1...60_000))))
      view = MapView(around: box)
      // A crooked ring, which may cross itself, far beyond what is shown too.
      var points: [SIMD2<Double>] = []
      for _ in 0..<random.int(in: 3...14) {
        points.append(
          SIMD2(
            Double(random.int(in: -120_000...120_000)), Double(random.int(in: -120_000...120_000))))
      }
      self.points = points
    }
  }

  private func isInside(_ point: SIMD2<Double>, _ ring: [SIMD2<Double>]) -> Bool {
    guard var last = ring.last else { return false }
    var isInside = false
    for corner in ring {
      if (last.y < point.y) != (corner.y < point.y),
        point.x < last.x + (corner.x - last.x) * (point.y - last.y) / (corner.y - last.y)
      {
        isInside.toggle()
      }
      last = corner
    }
    return isInside
  }

  @Test("what is shown of a ring is what is inside of it and of the frame", arguments: 1...80)
  func rings(seed: Int) {
    var made = Case(seed: UInt64(seed))
    let whole = made.points.map(made.view.pixels)
    let shown = made.view.clipped(ring: made.points)
    let slack = 1e-6
    for point in shown {
      for axis in 0..<2 { #expect((-slack...MapView.size[axis] + slack).contains(point[axis])) }
    }
    for _ in 0..<200 {
      let point = SIMD2(
        Double(made.random.int(in: 1...519)) + 0.37, Double(made.random.int(in: 1...349)) + 0.53)
      #expect(isInside(point, shown) == isInside(point, whole))
    }
  }

  @Test(
    "what is shown of a line is each of its points in the frame, and no other", arguments: 1...80)
  func lines(seed: Int) {
    let made = Case(seed: UInt64(seed))
    let runs = made.view.clipped(line: made.points)
    let steps = 400
    for (start, end) in zip(made.points, made.points.dropFirst()) {
      for step in 0...steps {
        let point = made.view.pixels(start + (end - start) * (Double(step) / Double(steps)))
        let isShown = (0..<2).allSatisfy {
          point[$0] > 0.001 && point[$0] < MapView.size[$0] - 0.001
        }
        let isOutside = (0..<2).contains {
          point[$0] < -0.001 || point[$0] > MapView.size[$0] + 0.001
        }
        if isShown { #expect(runs.contains { distance(point, to: $0) < 0.001 }) }
        if isOutside { #expect(runs.allSatisfy { distance(point, to: $0) > 0 }) }
      }
    }
  }

  private func distance(_ point: SIMD2<Double>, to run: [SIMD2<Double>]) -> Double {
    zip(run, run.dropFirst()).map { start, end in
      let side = end - start
      let length = (side * side).sum()
      let share = length > 0 ? min(max(((point - start) * side).sum() / length, 0), 1) : 0
      let offset = point - (start + side * share)
      return (offset * offset).sum().squareRoot()
    }.min() ?? .infinity
  }
}
