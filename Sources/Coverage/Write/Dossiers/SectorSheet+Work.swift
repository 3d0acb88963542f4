/// Why a sector is white, and what is at work in it.
extension SectorSheet {
  private static let mostProjects = 3

  var reason: Prose {
    let stage = study.options.whiteBelow
    return """
      Aucune CPTS au stade « \(stage.label.french) » ou au-delà ne le couvre. \
      \(stage.whiteZoneLine.french)
      """
  }

  var work: [Prose] {
    guard !sector.projects.isEmpty else {
      return [
        """
        \(strong: "Aucun projet n’y est connu") (territoire « atone », instruction du 9 octobre 2019, I.1) : \
        l’ARS et l’assurance maladie désignent ensemble qui prospecte et anime.
        """
      ] + attached
    }
    let one = sector.projects.count == 1
    let projects = sector.projects.enumerated().map { place, cpts in
      let people = study.figures.cpts[Int(cpts)].people.words()
      // As the map has them.
      let letter = one ? "" : "\(PictureSubject.letter(place)) : "
      return
        "\(letter)\(context.name(ofCPTS: cpts)), stade « \(study.territories[cpts].stage.label.french) », \(people) habitants"
    }
    return [
      """
      \(strong: one ? "Un projet y est à l’œuvre" : "Des projets y sont à l’œuvre") : \
      \(DossierContext.list(projects, most: Self.mostProjects)). À accompagner d’abord (instruction, I.1 et I.2).
      """,
      needs,
    ] + attached
  }

  /// With whom a remnant is worked on.
  private var attached: [Prose] {
    switch context.attachment(ofSector: index) {
    case .cpts(let cpts):
      [
        "\(strong: "À traiter avec") \(context.name(ofCPTS: cpts)) : trop peu d’habitants pour un travail à part."
      ]
    case .intercommunality(let code):
      [
        "\(strong: "À traiter avec") \(context.name(ofIntercommunality: code)) : trop peu d’habitants pour un travail à part."
      ]
    case nil: []
    }
  }

  /// What a project needs to be at the stage required, and who decides.
  private var needs: Prose {
    let letter: Prose = """
      \(strong: "Lettre d’intention") (I.3) : territoire envisagé, premiers éléments de diagnostic, acteurs \
      associés ou à associer, orientations du projet de santé, engagement à travailler aux missions socles. \
      L’ARS et l’assurance maladie la valident ensemble ; dès lors, le fonds d’intervention régional peut payer \
      un coordinateur (I.4).
      """
    let project: Prose = """
      \(letter) \(strong: "Projet de santé") (I.6) : adressé à l’ARS, validé si elle ne s’y oppose pas dans \
      les deux mois.
      """
    return switch study.options.whiteBelow {
    case .none, .project, .letterOfIntent: letter
    case .validatedProject: project
    case .signedContract:
      "\(project) \(strong: "ACI") (I.7) : contrat entre la CPTS, l’ARS et l’assurance maladie."
    }
  }
}
