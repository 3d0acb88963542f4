#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number by which the system knows a process.
package enum ProcessNumber {
  package static var own: Int { Int(getpid()) }
}

/// Waiting.
package enum Pause {
  package static func sleep(microseconds: UInt32) { usleep(microseconds) }
}
