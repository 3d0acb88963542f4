/// Why a picture gives no numbers on the ground.
package enum RasterFault: Error, Equatable {
  /// It cannot be opened, or breaks off.
  case unreadable
  /// Pixels have several values, or palette indices and the like in place of numbers.
  case notOneNumber(bands: Int)
  /// Numbers of a form that is not read.
  case unknownNumbers(bits: Int, format: Int)
  /// More pixels, or larger blocks of them, than memory and time are for.
  case tooLarge(width: Int, height: Int)
  /// Nothing says where the pixels lie.
  case noPlace
  /// Its rows do not run from west to east, and from north to south.
  case turned
}
