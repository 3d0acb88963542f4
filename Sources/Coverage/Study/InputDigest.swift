import GeoKernel

/// Size and SHA-256 of a file read, so that a figure can be computed again from the same bytes.
public struct InputDigest: Sendable {
  /// The file, as the user named it.
  public let path: String
  /// Its size.
  public let bytes: Int
  /// Its SHA-256, in hexadecimal.
  public let sha256: String

  /// - Complexity: O(bytes).
  init(_ input: InputPath) throws(InputFault) {
    path = input.name
    do throws(FileFault) {
      let digest = try InputFile.digest(input.file, as: input.identity)
      (sha256, bytes) = (digest.sha256, digest.bytes)
    } catch {
      throw InputPath.fault(error)
    }
  }
}
