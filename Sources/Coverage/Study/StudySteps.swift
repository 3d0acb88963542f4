/// The steps of a study, as progress and `resume.json` name them.
extension Wording {
  static let reading = Wording(fr: "lecture", en: "reading")
  static let readingLists = Wording(fr: "lecture des listes", en: "reading the lists")
  static let hashing = Wording(fr: "empreintes", en: "digests")
  static let normalising = Wording(fr: "normalisation", en: "normalising")
  static let readingGrid = Wording(fr: "lecture des carreaux", en: "reading the cells")
  static let countingCells = Wording(fr: "carreaux", en: "cells")
  static let meshing = Wording(fr: "maillage", en: "mesh")
  static let resolving = Wording(fr: "territoires", en: "territories")
  static let measuring = Wording(fr: "mesures", en: "measures")
  static let planning = Wording(fr: "options", en: "options")
  static let projecting = Wording(fr: "projection", en: "projection")
  static let judging = Wording(fr: "avis", en: "opinion")
  static let drawingPage = Wording(fr: "page", en: "page")
  static let writing = Wording(fr: "écriture", en: "writing")
}
