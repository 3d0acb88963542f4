/// The two dialects of CSV.
public enum CSVDialect: String, CaseIterable, Sendable {
  /// UTF-8, comma, decimal point, for scripts.
  case standard
  /// Byte order mark, semicolon, decimal comma, codes that Excel keeps as text.
  case excelFrench = "excel-fr"
}
