// Departments of the demonstration study, ranked by the share of their people covered at
// `lettre_intention` or above. Run from the top of the checkout:
//
//     swift run -c release departments-by-coverage [STUDY.yml [OUTPUT.csv]]

import Coverage
import Foundation

let arguments = CommandLine.arguments.dropFirst()
let studyFile = arguments.first ?? "data/demo/etude.yml"
let outputFile = arguments.dropFirst().first ?? "out/analyses/departements-par-couverture.csv"

do {
  let today = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: .now)
  let options = try StudyOptions(
    StudyFile.read(studyFile),
    today: CivilDate(year: today.year!, month: today.month!, day: today.day!)!,
    language: .french, processors: ProcessInfo.processInfo.activeProcessorCount)
  let study = try await Study.run(options)

  // Departments without a known population cannot be ranked: Mayotte, in the demonstration.
  let departments = study.coverage.filter { $0.level == "departement" && $0.isKnown }
  let ranked = departments.sorted {
    let left = share(of: $0.breakdown)
    let right = share(of: $1.breakdown)
    return left == right ? $0.code < $1.code : left > right
  }
  var csv = "rang,dep,nom,population,population_couverte,pct_couvert\n"
  for (index, department) in ranked.enumerated() {
    let people = department.breakdown
    let percent = String(format: "%.2f", share(of: people) * 100)
    csv += "\(index + 1),\(department.code),\(department.name),\(people.total),"
    csv += "\(people.cumulative(.letterOfIntent)),\(percent)\n"
  }
  try FileManager.default.createDirectory(
    at: URL(fileURLWithPath: outputFile).deletingLastPathComponent(),
    withIntermediateDirectories: true)
  try Data(csv.utf8).write(to: URL(fileURLWithPath: outputFile), options: .atomic)
  print("Départements classés au \(options.at) : \(ranked.count)")
  print("Fichiers écrits :\n  \(outputFile)")
} catch let fault as InputFault {
  FileHandle.standardError.write(Data((fault.message(in: .french) + "\n").utf8))
  exit(fault.kind == .missing ? 66 : 65)
}

/// Share of the people, from 0 to 1, covered at `lettre_intention` or above.
func share(of people: StageBreakdown) -> Double {
  people.total == 0 ? 0 : Double(people.cumulative(.letterOfIntent)) / Double(people.total)
}
