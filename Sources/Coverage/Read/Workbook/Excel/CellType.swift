/// What the content of a cell of Excel is (ECMA-376, part 1, 18.18.11).
enum CellType {
  case number
  /// The number of a shared text.
  case sharedText
  case inline
  /// The text that a formula gives.
  case formulaText
  case boolean
  case error
  /// A day in ISO 8601.
  case date

  /// Reads the attribute `t`; a number where there is none.
  init(_ attribute: ArraySlice<UInt8>?) {
    guard let attribute, let first = attribute.first else {
      self = .number
      return
    }
    switch (first, attribute.count) {
    case (UInt8(ascii: "s"), 1): self = .sharedText
    case (UInt8(ascii: "s"), _): self = .formulaText
    case (UInt8(ascii: "i"), _): self = .inline
    case (UInt8(ascii: "b"), _): self = .boolean
    case (UInt8(ascii: "e"), _): self = .error
    case (UInt8(ascii: "d"), _): self = .date
    default: self = .number
    }
  }
}
