/// The formats of numbers that the cells of a workbook refer to.
enum ExcelStyles {
  /// For each style of cells, by its index, the format of its numbers.
  static func formats(_ document: XMLScanner) throws(InputFault) -> [NumberFormat] {
    var scanner = document
    var named: [Int: NumberFormat] = [:]
    var ids: [Int] = []
    // The elements occur elsewhere in the part too, with another meaning.
    var (isInFormats, isInStyles) = (false, false)
    while true {
      switch try scanner.next() {
      case .open(.numFmts): isInFormats = true
      case .close(.numFmts): isInFormats = false
      case .open(.cellXfs): isInStyles = true
      case .close(.cellXfs): isInStyles = false
      case .open(.numFmt) where isInFormats:
        if let id = scanner.number(.numFmtId), let code = try scanner.string(.formatCode) {
          named[id] = NumberFormat(code)
        }
      case .open(.xf) where isInStyles: ids.append(scanner.number(.numFmtId) ?? 0)
      case .end: return ids.map { named[$0] ?? NumberFormat(builtIn: $0) }
      default: break
      }
    }
  }
}
