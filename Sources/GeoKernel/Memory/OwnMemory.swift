#if canImport(Glibc)
  import Glibc
#endif

/// What this process alone has in memory, as the system counts it.
struct OwnMemory: ~Copyable {
  private let descriptor: Int32
  private let bytesOfPage: Int

  /// nil where the system does not say.
  init?() {
    #if canImport(Glibc)
      descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
      bytesOfPage = Int(sysconf(Int32(_SC_PAGESIZE)))
      guard descriptor >= 0 else { return nil }
    #else
      return nil
    #endif
  }

  #if canImport(Glibc)
    deinit { close(descriptor) }
  #endif

  /// Bytes in memory that belong to no file: neither the program's pages nor its libraries'.
  ///
  /// The second and third numbers of `/proc/self/statm` (proc(5)): pages in memory, and those of files.
  func bytes() -> Int {
    #if canImport(Glibc)
      var text = InlineArray<128, UInt8>(repeating: 0)
      var span = text.mutableSpan
      let count = span.withUnsafeMutableBufferPointer {
        pread(descriptor, $0.baseAddress, $0.count, 0)
      }
      guard count > 0 else { return 0 }
      var numbers = InlineArray<3, Int>(repeating: 0)
      var place = 0
      for index in 0..<count where place < 3 {
        let byte = text[index]
        if byte == UInt8(ascii: " ") {
          place += 1
        } else if byte >= 48 {
          numbers[place] = numbers[place] * 10 + Int(byte - 48)
        }
      }
      return max(0, numbers[1] - numbers[2]) * bytesOfPage
    #else
      return 0
    #endif
  }

  /// A sanitizer keeps several times what the program asks for.
  static var isSanitized: Bool {
    ["__asan_init", "__tsan_init"].contains { name in
      name.withCString { dlsym(nil, $0) != nil }
    }
  }
}
