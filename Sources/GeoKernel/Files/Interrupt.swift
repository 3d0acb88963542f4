import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What to do when the user stops the program.
package final class Interrupt {
  private let sources: [any DispatchSourceSignal]
  private let cleanUp: Int

  /// Until the object dies, Ctrl-C and a polite kill run `cleanUp`, then end the program with the code
  /// that shells expect (128 + the signal).
  package init(_ cleanUp: @escaping @Sendable () -> Void) {
    self.cleanUp = CleanUps.add(cleanUp)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cleanUp()
        _exit(128 + number)
      }
      source.activate()
      return source
    }
  }

  deinit {
    CleanUps.remove(cleanUp)
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
