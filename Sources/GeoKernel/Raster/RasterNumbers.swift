/// The numbers of a picture, as bytes hold them.
struct RasterNumbers: Sendable {
  enum Form: Sendable {
    case unsigned, signed, float
  }

  let form: Form
  let bits: Int

  var byteCount: Int { bits / 8 }

  /// A number as a pixel would have it.
  func rounded(_ number: Double) -> Double {
    form == .float && bits == 32 ? Double(Float(number)) : number
  }

  /// Reads numbers in the byte order of the machine, from one on, until the room for them is full.
  ///
  /// - Complexity: O(count).
  func decode(_ bytes: [UInt8], from start: Int, into values: inout [Double]) {
    let bytes = bytes.span
    var values = values.mutableSpan
    switch (form, bits) {
    case (.unsigned, 8):
      for place in values.indices { values[place] = Double(bytes[start + place]) }
    case (.signed, 8):
      for place in values.indices {
        values[place] = Double(Int8(bitPattern: bytes[start + place]))
      }
    case (.unsigned, 16):
      for place in values.indices {
        values[place] = Double(bytes.number(start + place, UInt16.self))
      }
    case (.signed, 16):
      for place in values.indices {
        values[place] = Double(bytes.number(start + place, Int16.self))
      }
    case (.unsigned, 32):
      for place in values.indices {
        values[place] = Double(bytes.number(start + place, UInt32.self))
      }
    case (.signed, 32):
      for place in values.indices {
        values[place] = Double(bytes.number(start + place, Int32.self))
      }
    case (.float, 32):
      for place in values.indices {
        values[place] = Double(Float(bitPattern: bytes.number(start + place, UInt32.self)))
      }
    default:
      for place in values.indices {
        values[place] = Double(bitPattern: bytes.number(start + place, UInt64.self))
      }
    }
  }
}

extension Span<UInt8> {
  /// The number at a place, counted in numbers, in the byte order of the machine.
  @inline(__always)
  fileprivate func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ place: Int, _: Number.Type
  ) -> Number {
    let size = MemoryLayout<Number>.size
    precondition(place >= 0 && (place + 1) * size <= count)
    return bytes.unsafeLoadUnaligned(fromByteOffset: place * size, as: Number.self)
  }
}
