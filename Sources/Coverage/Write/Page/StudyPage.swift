/// `rapport.html` of a study.
///
/// Its script builds the page from one block of data, with text nodes only: a name is never read as
/// markup.
struct StudyPage {
  private let study: Study
  private let data: PageData

  init(_ study: Study, _ data: PageData) {
    self.study = study
    self.data = data
  }

  /// The parts of the script, in the order in which they need each other: `.ci/page_scripts.py` holds
  /// them to it.
  static var script: [UInt8] {
    [
      PackageResources.parts_js, PackageResources.words_fr_js, PackageResources.words_en_js,
      PackageResources.data_js, PackageResources.state_js, PackageResources.language_js,
      PackageResources.study_js, PackageResources.fragment_js, PackageResources.elements_js,
      PackageResources.map_js, PackageResources.facts_js,
      PackageResources.overlappanel_js, PackageResources.options_js,
      PackageResources.optionlist_js, PackageResources.charts_js, PackageResources.since_js,
      PackageResources.sectorpanel_js,
      PackageResources.zonepanel_js,
      PackageResources.panels_js, PackageResources.panel_js,
      PackageResources.gestures_js, PackageResources.view_js, PackageResources.search_js,
      PackageResources.columns_js, PackageResources.tables_js, PackageResources.sheets_js,
      PackageResources.tableview_js, PackageResources.tabs_js, PackageResources.paper_js,
      PackageResources.work_js, PackageResources.summary_js, PackageResources.timechart_js,
      PackageResources.history_js,
      PackageResources.about_js, PackageResources.header_js, PackageResources.main_js,
    ].flatMap { $0 }
  }

  /// The page, piece by piece.
  ///
  /// - Complexity: O(characters).
  func html() -> [[UInt8]] {
    SelfContainedPage(
      language: study.options.language, title: study.shownTitle,
      style: PackageResources.study_css + PackageResources.paper_css, script: Self.script
    ).html(PackageResources.study_html, ["data": data.json().text.bytes])
  }
}
