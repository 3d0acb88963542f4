/// The GeoJSON text of every vertex, made once: neighbours share their vertices, so each is written
/// several times.
struct PositionText: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int32]

  /// Decimals of degrees: a centimetre, as RFC 7946 advises.
  static let decimals = 7

  /// - Complexity: O(vertices).
  init(_ mesh: Mesh) {
    var buffer = ByteBuffer(capacity: mesh.longitudes.count * 24)
    var ends: [Int32] = []
    ends.reserveCapacity(mesh.longitudes.count)
    for vertex in mesh.longitudes.indices {
      buffer.append(byte: UInt8(ascii: "["))
      buffer.append(mesh.longitudes[vertex], decimals: Self.decimals)
      buffer.append(byte: UInt8(ascii: ","))
      buffer.append(mesh.latitudes[vertex], decimals: Self.decimals)
      buffer.append("],")
      ends.append(Int32(buffer.count))
    }
    bytes = buffer.bytes
    self.ends = ends
  }

  /// `[longitude,latitude],` with the comma that follows all but the last.
  subscript(vertex: Int32) -> ArraySlice<UInt8> {
    bytes[(vertex == 0 ? 0 : Int(ends[Int(vertex) - 1]))..<Int(ends[Int(vertex)])]
  }
}
