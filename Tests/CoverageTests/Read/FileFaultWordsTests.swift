import Foundation
import Testing

@testable import Coverage
@testable import GeoKernel

/// What the system refuses is said in words of ours.
@Suite("Words for what the system refuses")
struct FileFaultWordsTests {
  @Test("no number has the system's own words, which are English", arguments: Int32(1)...133)
  func words(number: Int32) {
    let words = FileFault("a", .system(number)).reasonWords
    #expect(!words.french.isEmpty && !words.english.isEmpty)
    #expect(words.french != words.english)
    #expect(!words.french.contains(String(cString: strerror(number))))
  }

  @Test("what people meet has a sentence, not a number")
  func usual() {
    for number in [
      ENOENT, EISDIR, ENOTDIR, EEXIST, ENOTEMPTY, EACCES, EPERM, EROFS, ELOOP, ENAMETOOLONG,
      ENOSPC, EDQUOT, EFBIG, EXDEV, EIO, EBUSY, ETXTBSY, EMFILE, ENFILE, ENOMEM, ESTALE, EBADF,
      EPIPE,
    ] {
      let words = FileFault("a", .system(number)).reasonWords
      #expect(!words.french.contains("\(number)"), "\(number)")
    }
    #expect(FileFault("a", .isFolder).reasonWords.french == "c’est un dossier")
  }
}
