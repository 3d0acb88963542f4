extension DisplayMap {
  /// The map as arcs (first point, then steps, in units of the map) and faces as rings of arcs; an arc
  /// walked backwards is named by its bitwise complement.
  func describe(in json: inout JSONWriter) {
    json.strings("departments", faces.departments) { $0 }
    json.strings("regions", faces.regions) { $0 }
    json.key("size")
    json.list([Int32(frames.size.x.rounded(.up)), Int32(frames.size.y.rounded(.up))])
    json.column("frames", frames.frames) { json, frame in
      json.object { json in
        json.strings("name", [frame.place.name.french, frame.place.name.english]) { $0 }
        json.key("box")
        json.list(
          [frame.corner.x, frame.corner.y, frame.size.x, frame.size.y].map {
            Int32($0.rounded())
          })
        json.key("unitsPerKilometre")
        json.whole(Int((frame.scale * 1000).rounded()))
      }
    }
    json.column("arcs", points) { json, points in
      json.array { json in
        var previous = SIMD2<Int32>(0, 0)
        for point in points {
          let step = point &- previous
          json.whole(Int(step.x))
          json.whole(Int(step.y))
          previous = point
        }
      }
    }
    let identity = faces.faces.indices.map { Int32($0) }
    let rings = FaceRings.rings(arcs, groupOfFace: identity, groupCount: identity.count)
    json.wholes("department", faces.faces) { Int($0.department) }
    json.wholes("place", faces.faces) { Int($0.place) }
    json.wholes("stage", faces.faces) { $0.stage.rawValue }
    json.column("rings", rings) { json, rings in
      json.array { json in
        for ring in rings { json.list(ring) }
      }
    }
  }
}
