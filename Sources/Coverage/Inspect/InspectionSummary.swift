#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An inspection for machines, whose names these are, in the words of `resume.json`.
struct InspectionSummary: Encodable {
  let chemin: String
  let format: String
  let usage: FileUse
  let lignes: Int
  let colonnes: [Column]
  let faits: [String]
  let problemes: [Problem]
  let obstacle: String?
  let commande: String?

  struct Column: Encodable {
    let nom: String
    let role: String?
    let exemples: [String]
  }

  struct Problem: Encodable {
    let gravite: String
    let regle: String
    let nombre: Int
    let lignes: [Int]
    let exemple: String
  }

  init(_ inspection: Inspection, _ language: Language) {
    chemin = inspection.path
    format = inspection.format[language]
    usage = inspection.fileUse
    lignes = inspection.rows
    colonnes = inspection.columns.map {
      Column(nom: $0.name, role: $0.role?.rawValue, exemples: $0.examples)
    }
    faits = inspection.facts.map { $0[language] }
    problemes = inspection.problems.map {
      Problem(
        gravite: $0.severity.rawValue, regle: $0.rule.rawValue, nombre: $0.count, lignes: $0.lines,
        exemple: $0.example[language])
    }
    obstacle = inspection.obstacle?.message(in: language)
    commande = inspection.command
  }
}

extension Inspection {
  /// Inspections of some files as one JSON array.
  public static func json(_ inspections: [Inspection], in language: Language) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      let data = try encoder.encode(inspections.map { InspectionSummary($0, language) })
      return String(decoding: data, as: UTF8.self)
    } catch {
      fatalError("an inspection of numbers and texts is encodable: \(error)")
    }
  }
}
