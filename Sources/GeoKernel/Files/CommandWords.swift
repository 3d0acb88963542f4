/// The words by which the program was called.
package enum CommandWords {
  /// Those after the name of the program, as the system has them: a file name may be in any encoding.
  package static func all() -> [[UInt8]] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { bytes(of: $0) }
    }
  }

  private static func bytes(of word: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    while case let byte = word[bytes.count], byte != 0 { bytes.append(UInt8(bitPattern: byte)) }
    return bytes
  }
}
