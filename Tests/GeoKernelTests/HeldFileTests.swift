import Foundation
import Testing

@testable import GeoKernel

/// Whatever is read under one identity is one file in one state.
@Suite("A file is held to what it was when it was first seen")
struct HeldFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Ways to have another file, or another content, under a name that a reader has seen.
  enum Change: CaseIterable {
    case renamedOver, rewritten, appended, linkTurned, removed

    func make(_ scratch: Scratch) throws {
      switch self {
      case .renamedOver:
        try scratch.write("b", bytes: Array("wxyz".utf8))
        try #require(rename(scratch.path("b"), scratch.path("a")) == 0)
      case .rewritten: try Self.write("wxyz", scratch.path("a"), O_WRONLY)
      case .appended: try Self.write("e", scratch.path("a"), O_WRONLY | O_APPEND)
      case .linkTurned:
        try scratch.write("b", bytes: Array("wxyz".utf8))
        try #require(symlink(scratch.path("b"), scratch.path("l")) == 0)
        try #require(rename(scratch.path("l"), scratch.path("a")) == 0)
      case .removed: try FileManager.default.removeItem(atPath: scratch.path("a"))
      }
    }

    private static func write(_ text: String, _ path: String, _ flags: Int32) throws {
      // The clock of a file system may stand still for some milliseconds.
      usleep(20_000)
      let descriptor = open(path, flags)
      defer { close(descriptor) }
      try #require(GeoKernelTests.write(text, to: descriptor) == text.utf8.count)
    }
  }

  private func fault(_ work: () throws -> Void) -> FileFault.Cause? {
    do {
      try work()
      return nil
    } catch {
      return (error as? FileFault)?.cause
    }
  }

  @Test("another file or another content under the name is refused", arguments: Change.allCases)
  func changed(change: Change) throws {
    let path = try scratch.write("a", bytes: Array("abcd".utf8))
    let known = try FileIdentity(of: path)
    #expect(try InputFile.bytes(path, as: known) == Array("abcd".utf8))
    try change.make(scratch)
    let expected = change == .removed ? FileFault.Cause.system(ENOENT) : .hasChanged
    #expect(fault { _ = try InputFile.bytes(path, as: known) } == expected)
    #expect(fault { _ = try InputFile.digest(path, as: known) } == expected)
    #expect(fault { _ = try InputFile.head(path, count: 1, as: known) } == expected)
    #expect(fault { _ = try InputBlocks(path, as: known) } == expected)
  }

  @Test("what changes while it is read is refused at its end", arguments: Change.allCases)
  func changedWhileRead(change: Change) throws {
    let path = try scratch.write("a", bytes: Array("abcd".utf8))
    let held = try HeldFile(path)
    var blocks = try InputBlocks(path)
    var room = [UInt8](repeating: 0, count: 2)
    #expect(try blocks.fill(&room, from: 0) == 2)
    try held.check()
    try change.make(scratch)
    #expect(fault { try held.check() } == .hasChanged)
    var last: FileFault.Cause?
    do throws(FileFault) {
      while try blocks.fill(&room, from: 0) > 0 {}
    } catch { last = error.cause }
    #expect(last == .hasChanged)
  }

  @Test("the path for libraries leads to the file that is held, whatever has its name now")
  func path() throws {
    let path = try scratch.write("a", bytes: Array("abcd".utf8))
    let held = try HeldFile(path)
    try scratch.write("b", bytes: Array("wxyz".utf8))
    try #require(rename(path, scratch.path("c")) == 0)
    try #require(rename(scratch.path("b"), path) == 0)
    #if os(Linux)
      #expect(try InputFile.bytes(held.pathForLibraries) == Array("abcd".utf8))
    #endif
    #expect(try InputFile.bytes(path) == Array("wxyz".utf8))
  }

  @Test("folders, pipes, devices and files without a length are refused, each as what it is")
  func others() throws {
    try #require(mkfifo(scratch.path("pipe"), 0o600) == 0)
    var cases: [(String, FileFault.Cause)] = [
      (scratch.folder, .isFolder), (scratch.path("pipe"), .isPipe), ("/dev/null", .isDevice),
      ("/dev/zero", .isDevice), ("", .system(ENOENT)), ("a\0b", .system(ENOENT)),
      (String(repeating: "a", count: 5_000), .system(ENAMETOOLONG)),
    ]
    #if os(Linux)
      cases.append(("/proc/self/status", .hasNoSize))
    #endif
    for (path, cause) in cases {
      #expect(fault { _ = try InputFile.bytes(path) } == cause, "\(path)")
      #expect(fault { _ = try InputFile.digest(path) } == cause, "\(path)")
    }
  }

  @Test("a file longer than can be read whole is refused before a byte of it is read")
  func tooLong() throws {
    let path = try scratch.write("long", bytes: [])
    try #require(truncate(path, 3 << 30) == 0)
    guard case .isTooLong(let bytes, let most)? = fault({ _ = try InputFile.bytes(path) }) else {
      Issue.record("read")
      return
    }
    #expect(bytes == 3 << 30)
    #expect(most <= InputFile.longestWhole)
  }

  @Test("the room of memory is known on Linux, and is no more than all the memory there can be")
  func room() throws {
    #if os(Linux)
      let room = try #require(MemoryRoom.bytes())
      #expect((1 << 20..<1 << 50).contains(room))
    #endif
  }
}

private func write(_ text: String, to descriptor: Int32) -> Int {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
}
