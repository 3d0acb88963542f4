import CMeter
import Coverage
import Glibc

/// What no file may pass: a second of processor time, and memory of 20 times the file plus 64 MB. The
/// sanitized build is several times slower than the one that users have, so both are strict.
enum Limit {
  static let seconds = 1.0

  static func bytes(fileSize: Int) -> Int { 20 * fileSize + (64 << 20) }
}

/// The package manager gives executables a `main` of their own, so libFuzzer's is called from there.
@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments, fuzzOne))
  }
}

/// libFuzzer calls this with each input. A trap, or a read that the address sanitizer refuses, is a
/// finding; so is a file that passes a limit.
///
/// - Returns: 0, or -1 for bytes that are not worth keeping in the corpus.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if Harness.shared.target == .study { return StudyTarget.one(bytes) }
  guard Harness.shared.target.begins(bytes), let file = Harness.shared.target.file(from: bytes)
  else { return -1 }
  Harness.shared.scratch.write(file)
  meter_start()
  read(Harness.shared.scratch.path)
  let (peak, seconds) = (meter_peak(), meter_seconds())
  if peak > Limit.bytes(fileSize: file.count) {
    fail("\(peak) bytes of memory for a file of \(file.count)")
  }
  if seconds > Limit.seconds { fail("\(seconds) s for a file of \(file.count) bytes") }
  Harness.countRead()
  return 0
}

/// Ends with a word; libFuzzer then keeps the input.
func fail(_ words: String) -> Never {
  let line = Array("fuzz: \(words)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  abort()
}

/// Reads a file as `coverage-report inspect` does, with all that it prints. A file may be refused.
private func read(_ path: String) {
  do throws(InputFault) {
    let inspection = try Inspection(InputPath(path))
    for language in [Language.french, .english] { _ = inspection.text(in: language) }
    _ = Inspection.json([inspection], in: .french)
  } catch {
    if error.message(in: .french).isEmpty { fail("a refusal without a word") }
  }
}
