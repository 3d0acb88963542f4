/// Everything that a study measures.
struct StudyFigures: Sendable {
  let areas: [AreaCoverage]
  let grossAndNet: GrossAndNet
  let communes: [CommuneFigures]
  let cpts: [CPTSFigures]
  let overlaps: [Overlap]
  let zones: [WhiteZone]
}
