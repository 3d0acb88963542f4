import Glibc

/// What `Fuzz/run` says in the environment: libFuzzer keeps the arguments to itself.
struct Harness {
  let target: FuzzTarget
  /// Words of laws whose findings are known and not yet mended: they are passed over.
  let known: [String]
  /// A folder in memory, of this process alone.
  let folder: String
  let scratch: ScratchFile

  static let shared = Harness()

  private init() {
    guard let name = Self.environment("FUZZ_TARGET"), let target = FuzzTarget(rawValue: name) else {
      let names = FuzzTarget.allCases.map { $0.rawValue }.joined(separator: ", ")
      fail("FUZZ_TARGET must be one of: \(names)")
    }
    self.target = target
    known = (Self.environment("FUZZ_KNOWN") ?? "").split(separator: ";").map { String($0) }
    folder = "\(Self.environment("FUZZ_FOLDER") ?? "/tmp")/\(getpid())"
    if mkdir(folder, 0o700) != 0 && errno != EEXIST { fail("\(folder) cannot be made") }
    scratch = ScratchFile("\(folder)/input")
  }

  /// libFuzzer counts all inputs, those too that are of no format and never read. It runs one at a time.
  private nonisolated(unsafe) static var readCount = 0

  static func countRead() {
    readCount += 1
    guard readCount.isMultiple(of: 100_000) else { return }
    let line = Array("fuzz: \(readCount) files read\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// A file that one input after the other is written to.
struct ScratchFile {
  private nonisolated(unsafe) static var files: [String: ScratchFile] = [:]

  /// The file at a path, which is opened once. libFuzzer runs one input at a time.
  static func named(_ path: String) -> ScratchFile {
    if let file = files[path] { return file }
    let file = ScratchFile(path)
    files[path] = file
    return file
  }

  let path: String
  private let descriptor: CInt

  init(_ path: String) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 { fail("\(path) cannot be written") }
  }

  func write(_ bytes: [UInt8]) {
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
    else { fail("\(path) cannot be written") }
  }
}
