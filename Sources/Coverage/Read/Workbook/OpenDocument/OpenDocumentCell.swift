/// One cell of an OpenDocument table: the value it declares, and the text it shows.
struct OpenDocumentCell {
  enum Content: Equatable {
    case empty
    case value([UInt8], SheetCells.Kind)
    case problem(WorkbookProblem.Kind)
  }

  private enum Declared {
    case nothing, text, number, date, time, boolean, error
  }

  private var declared = Declared.nothing
  private var value: [UInt8] = []
  private let hasFormula: Bool

  /// More spaces in a row than any text has.
  private static let greatestSpace = 1000

  /// Takes the attributes of the cell that `scanner` has just opened.
  init(_ scanner: XMLScanner) throws(InputFault) {
    hasFormula = scanner.attribute(.formula) != nil
    var source: XMLName?
    // Twice where LibreOffice says more than the standard can: that a value is an error.
    for (name, range) in scanner.attributes where name == .valueType {
      switch String(decoding: scanner.bytes(range), as: UTF8.self) {
      case "error": (declared, source) = (.error, nil)
      case _ where declared != .nothing: break
      case "string": (declared, source) = (.text, .stringValue)
      case "float", "percentage", "currency": (declared, source) = (.number, .value)
      case "date": (declared, source) = (.date, .dateValue)
      case "time": (declared, source) = (.time, .timeValue)
      case "boolean": (declared, source) = (.boolean, .booleanValue)
      default: break
      }
    }
    if let source, let text = try scanner.string(source) { value = Array(text.utf8) }
  }

  /// Appends the text that the cell shows: its paragraphs, without comments and drawings.
  func readText(_ scanner: inout XMLScanner, into text: inout [UInt8]) throws(InputFault) {
    let cell = scanner.depth
    let start = text.count
    while scanner.depth >= cell {
      switch try scanner.next() {
      case .open(.paragraph) where scanner.depth == cell + 1:
        if text.count > start { text.append(UInt8(ascii: "\n")) }
      case .open where scanner.depth == cell + 1: try scanner.skipElement()
      case .open(.annotation), .open(.frame): try scanner.skipElement()
      case .open(.s):
        let count = min(scanner.number(.c) ?? 1, Self.greatestSpace)
        text += [UInt8](repeating: UInt8(ascii: " "), count: count)
      case .open(.tab): text.append(UInt8(ascii: "\t"))
      case .open(.lineBreak): text.append(UInt8(ascii: "\n"))
      case .text where scanner.depth > cell: try scanner.appendText(to: &text)
      default: break
      }
    }
  }

  /// What the cell holds, given the text it shows.
  func content(shown: [UInt8]) -> Content {
    if declared == .error || hasFormula && Self.isError(shown) {
      return .problem(.errorValue(String(decoding: shown.prefix(40), as: UTF8.self)))
    }
    if hasFormula && shown.isEmpty && value.isEmpty && declared != .text {
      return .problem(.formulaWithoutValue)
    }
    switch declared {
    case .nothing, .text, .error:
      let text = shown.isEmpty ? value : shown
      return text.isEmpty ? .empty : .value(text, .text)
    case .number: return number(shown)
    case .date: return .value(Self.wholeDay(value), .date)
    case .time: return .value(shown.isEmpty ? value : shown, .text)
    case .boolean:
      return .value(Array((value == Array("true".utf8) ? "VRAI" : "FAUX").utf8), .boolean)
    }
  }

  /// The number, or the text shown where that is the number with zeros before it: a code.
  private func number(_ shown: [UInt8]) -> Content {
    guard let number = DecimalText(value[...]) else {
      return .problem(.noNumber(String(decoding: value.prefix(40), as: UTF8.self)))
    }
    if shown.count > 1, shown.first == UInt8(ascii: "0"),
      shown.allSatisfy({ isDigit($0) }), let digits = number.wholeDigits,
      Array(shown.drop { $0 == UInt8(ascii: "0") }) == (digits == [0x30] ? [] : digits)
    {
      return .value(shown, .text)
    }
    return .value(number.bytes, .number)
  }

  private static func wholeDay(_ value: [UInt8]) -> [UInt8] {
    value.dropFirst(10).starts(with: Array("T00:00:00".utf8)) ? Array(value.prefix(10)) : value
  }

  /// What spreadsheets show for an error: `#N/A`, `Err:502`.
  private static func isError(_ shown: [UInt8]) -> Bool {
    shown.first == UInt8(ascii: "#") || shown.starts(with: Array("Err:".utf8))
  }
}
