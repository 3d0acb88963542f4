import Foundation
import Testing

@testable import Coverage

@Suite struct StageStyleTests {
  @Test("the page and the picture have the same colours", arguments: Stage.allCases)
  func colours(stage: Stage) {
    let style = String(decoding: PackageResources.study_css, as: UTF8.self)
    #expect(style.contains("--stage-\(stage.rawValue): \(StageStyle.colour(of: stage));"))
  }

  @Test("every file of the script is in it, once")
  func script() {
    let script = String(decoding: StudyPage.script, as: UTF8.self)
    for name in ["part(\"words_fr\"", "class MapView", "function build()", "const STUDY"] {
      #expect(script.components(separatedBy: name).count == 2, "\(name)")
    }
  }
}
