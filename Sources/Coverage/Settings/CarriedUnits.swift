import GeoKernel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The units of France that the tool carries, for studies that name none: those of `data/france`.
enum CarriedUnits {
  private static let file = "data/france/units-france.gpkg"
  /// Folders above the program in a checkout: `.build`, the platform, the configuration.
  private static let mostFolders = 4

  /// What they are, for whoever reads a figure of them. `data/france/README.md` says more.
  static let description = Wording(
    fr: "France entière, codes d’environ le 1er janvier 2025 ; IGN ADMIN EXPRESS et INSEE",
    en: "all of France, codes of about 1 January 2025; IGN ADMIN EXPRESS and INSEE")

  /// - Throws: where they are nowhere, with the places looked at.
  static func find() throws(InputFault) -> InputPath {
    let places = places(besideProgram: program)
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

  /// Where they may be: in the `share` of an installed program, then in a folder above the program.
  static func places(besideProgram program: String) -> [String] {
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
