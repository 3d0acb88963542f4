// Three readings of the demonstration study: departments by the share of their people covered, the ten
// most populous sectors of white zones with their first option, and the overlaps of two validated projects.
// From the top of the checkout: swift run -c release coverage-readings [STUDY.yml [FOLDER]]

import Coverage
import Foundation

let arguments = CommandLine.arguments.dropFirst()
let folder = URL(fileURLWithPath: arguments.dropFirst().first ?? "out/analyses")

do {
  let today = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: .now)
  let options = try StudyOptions(
    StudyFile.read(arguments.first ?? "data/demo/etude.yml"),
    today: CivilDate(year: today.year!, month: today.month!, day: today.day!)!,
    processors: ProcessInfo.processInfo.activeProcessorCount)
  let study = try await Study.run(options)

  var departments = ["rang,dep,nom,population,population_couverte,pct_couvert"]
  // Departments without a known population cannot be ranked: Mayotte, in the demonstration.
  let ranked = study.coverage.filter { $0.level == "departement" && $0.isKnown }
    .sorted { (share($1.breakdown), $0.code) < (share($0.breakdown), $1.code) }
  for (index, area) in ranked.enumerated() {
    let (people, percent) = (area.breakdown, share(area.breakdown) * 100)
    departments.append(
      "\(index + 1),\(area.code),\(area.name),\(people.total),"
        + "\(people.cumulative(.letterOfIntent)),\(String(format: "%.2f", percent))")
  }
  var sectors = ["secteur,departement,nature,population,option,cpts,population_gagnee"]
  let largest = study.uncoveredSectors.sorted { ($1.people ?? 0, $0.id) < ($0.people ?? 0, $1.id) }
  for sector in largest.prefix(10) {
    let first = sector.options.first { $0.isFeasible }
    let cpts = first?.members.map { $0.id?.text ?? "(nouvelle)" }.joined(separator: "|")
    sectors.append(
      "\(sector.id),\(sector.pilot),\(sector.nature.rawValue),\(sector.people, default: ""),"
        + "\(first?.kind.rawValue ?? "aucune"),\(cpts ?? ""),"
        + "\(first?.figures?.peopleGained, default: "")")
  }
  var overlaps = ["cpts_a,cpts_b,population,nb_communes"]
  for overlap in study.overlaps where overlap.qualification == .twoValidatedProjects {
    let pair = "\(overlap.first.id),\(overlap.second.id)"
    overlaps.append("\(pair),\(overlap.people, default: ""),\(overlap.communes.count)")
  }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let names = ["departements-par-couverture", "secteurs-principaux", "deux-projets-valides"]
  for (name, lines) in zip(names, [departments, sectors, overlaps]) {
    let file = folder.appendingPathComponent(name + ".csv")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file, options: .atomic)
    print("\(lines.count - 1) lignes : \(file.relativePath)")
  }
} catch let fault as InputFault {
  FileHandle.standardError.write(Data((fault.message(in: .french) + "\n").utf8))
  exit(fault.kind.rawValue)
}

/// Share of the people, from 0 to 1, covered at `lettre_intention` or above.
func share(_ people: StageBreakdown) -> Double {
  people.total == 0 ? 0 : Double(people.cumulative(.letterOfIntent)) / Double(people.total)
}
