import CGEOS

/// GEOS failed: the C function, and its own words.
package struct GEOSFault: Error, CustomStringConvertible {
  package let function: String
  package let message: String
  package var description: String { "\(function): \(message)" }
}

/// One reentrant context of GEOS. It stays in the task that made it, as all shapes made with it do.
package final class GEOSContext {
  let handle: GEOSContextHandle_t
  private let lastMessage: UnsafeMutablePointer<String>

  package init() {
    handle = GEOS_init_r()
    lastMessage = .allocate(capacity: 1)
    lastMessage.initialize(to: "")
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, user in
        guard let message, let user else { return }
        user.assumingMemoryBound(to: String.self).pointee = String(cString: message)
      }, lastMessage)
  }

  deinit {
    GEOS_finish_r(handle)
    lastMessage.deinitialize(count: 1)
    lastMessage.deallocate()
  }

  func fault(_ function: StaticString) -> GEOSFault {
    defer { lastMessage.pointee = "" }
    return GEOSFault(function: "\(function)", message: lastMessage.pointee)
  }

  /// The funnel of predicates: 2 means an exception.
  func tri(_ code: CChar, _ function: StaticString) throws(GEOSFault) -> Bool {
    guard code != 2 else { throw fault(function) }
    return code == 1
  }

  /// The funnel of measures: 0 means an exception.
  func measure(
    _ function: StaticString, _ body: (UnsafeMutablePointer<Double>) -> Int32
  ) throws(GEOSFault) -> Double {
    var value = 0.0
    guard body(&value) == 1 else { throw fault(function) }
    return value
  }

  /// The funnel of constructions: a null pointer means an exception.
  func shape(_ pointer: OpaquePointer?, _ function: StaticString) throws(GEOSFault) -> Shape {
    guard let pointer else { throw fault(function) }
    return Shape(self, owning: pointer)
  }
}
