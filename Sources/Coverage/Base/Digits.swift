/// Whether a byte is one of the ten digits of ASCII.
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

/// Whether a text is written like a model, in which `0` stands for any digit: `p00_pop`.
///
/// For what is asked of every row or column. A regular expression is built anew at each use: a file of
/// 64 KB kept one busy for seconds.
func isWritten(_ text: some StringProtocol, like model: String) -> Bool {
  let (text, model) = (text.utf8, model.utf8)
  return text.count == model.count
    && zip(text, model).allSatisfy { $1 == UInt8(ascii: "0") ? isDigit($0) : $0 == $1 }
}
