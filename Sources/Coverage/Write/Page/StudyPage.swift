import GeoKernel

/// `rapport.html`: the study in one file that any browser opens without a network.
///
/// The page is a template, one stylesheet, one script and one block of data. It allows itself nothing
/// else: its policy names the digests of its own style and script, and forbids every connection. The
/// script builds the page with text nodes only, so a name is never read as markup.
struct StudyPage {
  private let study: Study
  private let data: PageData

  init(_ study: Study, _ data: PageData) {
    self.study = study
    self.data = data
  }

  /// The files of the script, in the order in which they need each other.
  static var script: [UInt8] {
    [
      PackageResources.words_fr_js, PackageResources.words_en_js, PackageResources.definitions_js,
      PackageResources.elements_js, PackageResources.study_js, PackageResources.state_js,
      PackageResources.map_js, PackageResources.view_js, PackageResources.gestures_js,
      PackageResources.panel_js, PackageResources.zonepanel_js, PackageResources.panels_js,
      PackageResources.search_js, PackageResources.columns_js, PackageResources.tables_js,
      PackageResources.sheets_js, PackageResources.tableview_js, PackageResources.tabs_js,
      PackageResources.paper_js, PackageResources.summary_js, PackageResources.charts_js,
      PackageResources.history_js, PackageResources.about_js, PackageResources.header_js,
      PackageResources.main_js,
    ].flatMap { $0 }
  }

  /// The page, piece by piece.
  ///
  /// - Complexity: O(characters).
  func html() -> [[UInt8]] {
    let style = PackageResources.page_css
    let script = Self.script
    let policy =
      "default-src 'none'; style-src '\(ContentDigest.source(style))'; "
      + "script-src '\(ContentDigest.source(script))'; img-src data:; "
      + "base-uri 'none'; form-action 'none'"
    let title = study.options.title.isEmpty ? "CPTS" : study.options.title
    return PageTemplate(PackageResources.page_html).filled([
      "language": Array(study.options.language.rawValue.utf8),
      "policy": Array(policy.utf8),
      "title": PageTemplate.escaped(ShownName.text(title)),
      "style": style,
      "script": script,
      "data": data.json().text.bytes,
    ])
  }
}
