/// The GeoJSON text of every vertex, with seven decimals (a centimetre, RFC 7946, 11.2), made once: neighbours share their vertices, so each is written
/// several times.
struct PositionText: Sendable {
  /// Degrees on WGS 84, by vertex.
  let longitudes: Column<Vertex, Double>
  let latitudes: Column<Vertex, Double>
  private let bytes: [UInt8]
  private let ends: [Int32]

  /// - Complexity: O(vertices).
  init(_ mesh: Mesh) {
    (longitudes, latitudes) = (mesh.longitudes, mesh.latitudes)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(mesh.longitudes.count * 24)
    var ends: [Int32] = []
    ends.reserveCapacity(mesh.longitudes.count)
    for (longitude, latitude) in zip(longitudes, latitudes) {
      bytes.append(addingCapacity: 32) { output in
        output.append(UInt8(ascii: "["))
        Self.append(longitude, to: &output)
        output.append(UInt8(ascii: ","))
        Self.append(latitude, to: &output)
        output.append(UInt8(ascii: "]"))
        output.append(UInt8(ascii: ","))
      }
      ends.append(Int32(bytes.count))
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// Degrees with seven decimals: a hot path of what `ByteBuffer` does for any number.
  private static func append(_ degrees: Double, to output: inout OutputSpan<UInt8>) {
    let scaled = UInt64((abs(degrees) * 1e7).rounded(.toNearestOrAwayFromZero))
    if degrees < 0 && scaled > 0 { output.append(UInt8(ascii: "-")) }
    let whole = UInt32(truncatingIfNeeded: scaled / 10_000_000)
    let zero = UInt8(ascii: "0")
    if whole >= 100 { output.append(zero + UInt8(truncatingIfNeeded: whole / 100)) }
    if whole >= 10 { output.append(zero + UInt8(truncatingIfNeeded: whole / 10 % 10)) }
    output.append(zero + UInt8(truncatingIfNeeded: whole % 10))
    output.append(UInt8(ascii: "."))
    let rest = UInt32(truncatingIfNeeded: scaled % 10_000_000)
    // Divisors that the compiler knows cost no division.
    output.append(zero + UInt8(truncatingIfNeeded: rest / 1_000_000))
    output.append(zero + UInt8(truncatingIfNeeded: rest / 100_000 % 10))
    output.append(zero + UInt8(truncatingIfNeeded: rest / 10_000 % 10))
    output.append(zero + UInt8(truncatingIfNeeded: rest / 1_000 % 10))
    output.append(zero + UInt8(truncatingIfNeeded: rest / 100 % 10))
    output.append(zero + UInt8(truncatingIfNeeded: rest / 10 % 10))
    output.append(zero + UInt8(truncatingIfNeeded: rest % 10))
  }

  /// `[longitude,latitude],` of vertices numbered one after another, with the comma that follows all
  /// but the last of a ring.
  subscript(vertices: ClosedRange<Index<Vertex>>) -> ArraySlice<UInt8> {
    let (first, last) = (Int(vertices.lowerBound), Int(vertices.upperBound))
    return bytes[(first == 0 ? 0 : Int(ends[first - 1]))..<Int(ends[last])]
  }
}
