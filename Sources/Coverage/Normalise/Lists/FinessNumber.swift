/// The number of a structure in FINESS, the register of health structures: nine signs, of which the first two
/// are those of the department.
enum FinessNumber {
  /// The number as it is compared; nil for a text that is none.
  static func text(_ written: String) -> String? {
    let plain = written.filter { !$0.isWhitespace }.uppercased()
    let isNumber =
      isWritten(plain, like: "000000000") || isWritten(plain, like: "2A0000000")
      || isWritten(plain, like: "2B0000000")
    return isNumber ? plain : nil
  }
}
