/// Colours and marks of stages, on the page and in the picture: warm where nobody is covered, cool where
/// somebody is, told apart without colour by their marks and their lightness.
enum StageStyle {
  static func colour(of stage: Stage) -> String {
    switch stage {
    case .none: "#b6421a"
    case .project: "#f3b98a"
    case .letterOfIntent: "#cfe6e2"
    case .validatedProject: "#7fbab6"
    case .signedContract: "#23757a"
    }
  }

  static func marks(of stage: Stage) -> String {
    switch stage {
    case .none:
      "<path d=\"M-2 2L2-2M0 8L8 0M6 10L10 6\" stroke=\"#fff\" stroke-width=\"1.1\" opacity=\".75\"/>"
    case .project:
      "<circle cx=\"2\" cy=\"2\" r=\"1.1\" fill=\"#9a3a10\"/>"
        + "<circle cx=\"6\" cy=\"6\" r=\"1.1\" fill=\"#9a3a10\"/>"
    case .validatedProject: "<path d=\"M0 4H8\" stroke=\"#1d6367\" stroke-width=\"1.1\"/>"
    case .letterOfIntent, .signedContract: ""
    }
  }
}
