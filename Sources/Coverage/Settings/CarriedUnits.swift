import GeoKernel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The units of France that the tool carries, for studies that name none: those of `data/france`.
enum CarriedUnits {
  private static let file = "data/france/units-france.gpkg"
  private static let livingAreasFile = "data/bassins/bassins-de-vie-2022.csv"
  /// Folders above the program in a checkout: `.build`, the platform, the configuration.
  private static let mostFolders = 4

  /// What they are, for whoever reads a figure of them. `data/france/README.md` says more.
  private static let description = Wording(
    fr: "France entière, codes d’environ le 1er janvier 2025 ; IGN ADMIN EXPRESS et INSEE",
    en: "all of France, codes of about 1 January 2025; IGN ADMIN EXPRESS and INSEE")
  /// The same with the bassins de vie that come along, whose licence asks for their origin.
  private static let withLivingAreas = Wording(
    fr: "\(description.french) ; bassins de vie 2022, COGugaison d’après l’INSEE (ODbL)",
    en: "\(description.english); bassins de vie 2022, COGugaison after INSEE (ODbL)")

  /// - Throws: where they are nowhere, with the places looked at.
  static func find() throws(InputFault) -> InputPath {
    let places = places(of: file, besideProgram: program)
    if let found = places.first(where: { InputFile.size($0) != nil }) { return InputPath(found) }
    let list = places.joined(separator: ", ")
    throw InputFault(
      .missing, path: "",
      problem: Wording(
        fr:
          "il manque --units, et les unités de France que porte l’outil sont introuvables (cherchées "
          + "en \(list))",
        en: "--units is missing, and the units of France that the tool carries are nowhere (looked "
          + "for at \(list))"),
      cure: Wording(
        fr: "ajoutez --units FICHIER, ou remettez \(file) à côté du programme",
        en: "add --units FILE, or put \(file) back beside the program"))
  }

  /// Puts the bassins de vie of these units before the attributes of a study, where the tool has them
  /// beside and the study does not name them.
  ///
  /// - Returns: what the units are, and what came along.
  static func addLivingAreas(to attributes: inout [InputPath]) -> Wording {
    let name = livingAreasFile.split(separator: "/").last ?? ""
    guard !attributes.contains(where: { $0.file.hasSuffix(name) }),
      let found = places(of: livingAreasFile, besideProgram: program)
        .first(where: { InputFile.size($0) != nil })
    else { return description }
    attributes.insert(InputPath(found), at: 0)
    return withLivingAreas
  }

  /// Where a file of the tool may be: in the `share` of an installed program, then in a folder above the
  /// program.
  static func places(of file: String, besideProgram program: String) -> [String] {
    var folders: [Substring] = []
    var path = program[...]
    for _ in 0...mostFolders {
      guard let slash = path.lastIndex(of: "/") else { break }
      path = path[..<slash]
      folders.append(path)
    }
    let installed = folders.dropFirst().prefix(1).map { "\($0)/share/coverage-report/\(file)" }
    return installed + folders.map { "\($0)/\(file)" }
  }

  /// The real path of the program, whatever link it was called by.
  private static var program: String {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return link ?? CommandLine.arguments.first ?? ""
  }
}
