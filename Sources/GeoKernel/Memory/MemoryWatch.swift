import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks at the memory of this process, a few hundred times a second, until it dies.
package final class MemoryWatch: Sendable {
  private let isOver: Flag

  private final class Flag: Sendable {
    let value = Atomic(false)
  }

  /// Microseconds between two looks: at the most that memory can be filled, a few megabytes.
  private static let pause: UInt32 = 2_000

  /// - Parameters:
  ///   - limit: bytes of the process's own.
  ///   - passed: called once, on a thread of its own, where there are more; the work goes on meanwhile,
  ///     so it must end the program.
  package init(limit: Int, passed: @escaping @Sendable () -> Void) {
    let flag = Flag()
    isOver = flag
    guard !OwnMemory.isSanitized else { return }
    DispatchQueue(label: "memory", qos: .userInitiated).async {
      guard let memory = OwnMemory() else { return }
      while !flag.value.load(ordering: .relaxed) {
        if memory.bytes() > limit { return passed() }
        usleep(Self.pause)
      }
    }
  }

  deinit { isOver.value.store(true, ordering: .relaxed) }
}
