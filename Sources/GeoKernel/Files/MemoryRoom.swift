#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much memory the process may still take. A limit that is met ends a program without a word, so
/// what would meet it is refused before.
package enum MemoryRoom {
  /// Bytes that may still be had: the least of what the limits of the process, those of its control
  /// group and the machine leave; nil where the system says nothing.
  package static func bytes() -> Int? {
    [limits(), group(), machine()].compactMap { $0 }.min().map { max(0, $0) }
  }

  /// What `ulimit -v` and `ulimit -d` leave.
  private static func limits() -> Int? {
    let pages = numbers(text("/proc/self/statm"))
    guard pages.count >= 6 else { return nil }
    let pageSize = Int(getpagesize())
    let limits = lines("/proc/self/limits")
    return [("Max address space", pages[0]), ("Max data size", pages[5])].compactMap { name, used in
      value(name, limits).map { $0 - used * pageSize }
    }.min()
  }

  /// What the control group leaves, be it of the second version or of the first. What it keeps of
  /// files is given back when memory is short.
  private static func group() -> Int? {
    var rooms: [Int] = []
    for line in lines("/proc/self/cgroup") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let isFirst = parts[1].split(separator: ",").contains("memory")
      guard isFirst || parts[1].isEmpty else { continue }
      let root = isFirst ? "/sys/fs/cgroup/memory" : "/sys/fs/cgroup"
      let names =
        isFirst
        ? ("memory.limit_in_bytes", "memory.usage_in_bytes") : ("memory.max", "memory.current")
      for folder in [root, root + parts[2]] {
        guard let most = number("\(folder)/\(names.0)"), most < 1 << 60,
          let used = number("\(folder)/\(names.1)")
        else { continue }
        let statistics = lines("\(folder)/memory.stat")
        let files = value("file ", statistics) ?? value("cache ", statistics) ?? 0
        rooms.append(most - used + files)
      }
    }
    return rooms.min()
  }

  /// What the machine can still give, its swap included.
  private static func machine() -> Int? {
    let lines = lines("/proc/meminfo")
    return value("MemAvailable:", lines).map { ($0 + (value("SwapFree:", lines) ?? 0)) * 1024 }
  }

  private static func number(_ path: String) -> Int? { numbers(text(path)).first }

  private static func lines(_ path: String) -> [Substring] { text(path).split(separator: "\n") }

  /// The first number of the line that begins so.
  private static func value(_ name: String, _ lines: [Substring]) -> Int? {
    lines.first { $0.hasPrefix(name) }.flatMap { numbers($0.dropFirst(name.count)).first }
  }

  /// The numbers at the beginning of a text.
  private static func numbers(_ text: some StringProtocol) -> [Int] {
    text.split(whereSeparator: \.isWhitespace).prefix { Int($0) != nil }.compactMap { Int($0) }
  }

  /// A file in which the system speaks of itself; empty where there is none.
  private static func text(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var room = [UInt8](repeating: 0, count: 1 << 14)
    let count = room.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    return String(decoding: room.prefix(max(0, count)), as: UTF8.self)
  }
}
