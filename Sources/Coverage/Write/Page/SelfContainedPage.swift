import GeoKernel

/// A page in one file that any browser opens without a network.
///
/// It allows itself nothing but what is in it: its policy names the digests of its own style and
/// script, and forbids every connection.
struct SelfContainedPage {
  let language: Language
  let title: String
  /// After what all pages share.
  let style: [UInt8]
  /// Nothing may run where it is empty.
  var script: [UInt8] = []

  /// The page, piece by piece.
  ///
  /// - Parameters:
  ///   - template: what goes into `body`.
  ///   - contents: by name of placeholder, besides `title` and `script`.
  /// - Complexity: O(characters).
  func html(_ template: [UInt8], _ contents: [String: [UInt8]]) -> [[UInt8]] {
    let style = PackageResources.base_css + style
    let sources = script.isEmpty ? "" : "script-src '\(ContentDigest.source(script))'; "
    let policy =
      "default-src 'none'; style-src '\(ContentDigest.source(style))'; \(sources)"
      + "img-src data:; base-uri 'none'; form-action 'none'"
    let page = PageTemplate(PackageResources.page_html)
    var contents = contents
    contents["language"] = Array(language.rawValue.utf8)
    contents["policy"] = Array(policy.utf8)
    contents["title"] = PageTemplate.escaped(ShownName.text(title))
    contents["style"] = style
    contents["script"] = script
    return page.filled(contents, body: PageTemplate(template).filled(contents))
  }
}
