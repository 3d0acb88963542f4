/// An address that somebody gives where a file of this machine is expected: `https://…`, `s3://…`,
/// `file://…`. Nothing is ever fetched.
struct WebAddress {
  private let text: String

  /// - Returns: nil for what is no address.
  init?(_ text: String) {
    let scheme = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
    let isAddress =
      scheme.count > 1 && text.dropFirst(scheme.count).hasPrefix("://")
      || text.lowercased().hasPrefix("www.")
    guard isAddress else { return nil }
    self.text = text
  }

  /// The path of this machine that a `file://` means; nil for any other address.
  private var path: String? {
    let marker = "file://"
    guard text.lowercased().hasPrefix(marker) else { return nil }
    let rest = text.dropFirst(marker.count)
    let plain = rest.hasPrefix("localhost/") ? rest.dropFirst("localhost".count) : rest
    return Self.decoded(String(plain))
  }

  /// What an address is to be answered where a file is to be read.
  var fault: InputFault {
    InputFault(
      .missing, path: text,
      problem: Wording(
        fr: "c’est une adresse, pas un fichier", en: "this is an address, not a file"),
      cure: path.map {
        Wording(fr: "donnez le chemin seul : \($0)", en: "give the path alone: \($0)")
      }
        ?? Wording(
          fr: "téléchargez-le d’abord, puis donnez le fichier enregistré",
          en: "download it first, then give the file that you saved"))
  }

  /// A text with its `%20` read; as it is where they make no text.
  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
