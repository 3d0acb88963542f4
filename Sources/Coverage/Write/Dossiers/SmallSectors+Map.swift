/// Where the small sectors of a department are.
extension SmallSectors {
  /// What the lot is, beside its map where it has one.
  func appendMap(
    _ lot: Prose, _ map: PrintedPage.Picture?, _ order: [Int], to page: inout PrintedPage
  ) {
    guard let map else {
      page.paragraph(lot)
      page.paragraph("Aucune carte : ces secteurs n’ont pas de limites connues.")
      return
    }
    let frames = order.map { index in
      context.maps.faces.ofSector[index].map(context.maps.frame(of:)).filter { $0 >= 0 }
    }
    let shown = frames.lazy.compactMap(\.first).first
    let missing = frames.indices.filter { frames[$0].first != shown }
    var lines: [Prose] = [lot, "Les numéros de la carte sont ceux du tableau."]
    if !missing.isEmpty {
      let numbers = missing.map { "\($0 + 1)" }
      lines.append("Hors de la carte : n° \(DossierContext.list(numbers, most: 8)).")
    }
    page.picture(map, beside: lines)
  }

  func map(of order: [Int]) -> PrintedPage.Picture? {
    SheetPicture.of(
      .sectors(order, of: context.study, context.maps), context.maps,
      description: "Carte des petits secteurs, par leur numéro.")
  }

  /// Pages of the overlaps of projects in the lot.
  var conciliations: [(text: String, address: String)] {
    let projects = Set(sectors.flatMap { context.study.sectors[$0].projects })
    return context.conciliations.filter {
      projects.contains($0.overlap.first) || projects.contains($0.overlap.second)
    }.prefix(2).map { overlap, address in
      let ids = "\(context.id(of: overlap.first)) – \(context.id(of: overlap.second))"
      return ("Conciliation \(ids)", "../\(address)")
    }
  }
}
