import Glibc

/// What `Fuzz/run` says in the environment: libFuzzer keeps the arguments to itself.
struct Harness {
  let target: FuzzTarget
  let scratch: ScratchFile

  static let shared = Harness()

  private init() {
    guard let name = Self.environment("FUZZ_TARGET"), let target = FuzzTarget(rawValue: name) else {
      let names = FuzzTarget.allCases.map { $0.rawValue }.joined(separator: ", ")
      fail("FUZZ_TARGET must be one of: \(names)")
    }
    self.target = target
    scratch = ScratchFile("\(Self.environment("FUZZ_FOLDER") ?? "/tmp")/input-\(getpid())")
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// The one file that every input is written to.
struct ScratchFile {
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
