import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What to do when the program is stopped: by Ctrl-C, a polite kill, or a terminal that is closed.
package final class Interrupt {
  private let sources: [(signal: Int32, source: any DispatchSourceSignal)]
  private let cleanUp: Int

  /// Until the object dies, a signal runs `cleanUp`, then ends the program with the code that shells expect
  /// (128 + the signal). A signal that the program was started to ignore, as by `nohup`, stays ignored.
  package init(_ cleanUp: @escaping @Sendable () -> Void) {
    self.cleanUp = CleanUps.add(cleanUp)
    // A file that may not grow is a fault of writing, with a message and a code.
    signal(SIGXFSZ, SIG_IGN)
    sources = [SIGINT, SIGTERM, SIGHUP].filter { !Self.isIgnored($0) }.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cleanUp()
        _exit(128 + number)
      }
      source.activate()
      return (number, source)
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Glibc)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == 1
  }

  deinit {
    CleanUps.remove(cleanUp)
    for (number, source) in sources {
      source.cancel()
      signal(number, SIG_DFL)
    }
  }
}
