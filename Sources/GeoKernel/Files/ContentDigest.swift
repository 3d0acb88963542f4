import Crypto

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The digest by which a page names the scripts and styles that it allows (Content Security Policy 3).
package enum ContentDigest {
  /// `sha256-` and the digest in base 64.
  package static func source(_ bytes: [UInt8]) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(bytes))).base64EncodedString()
  }
}
