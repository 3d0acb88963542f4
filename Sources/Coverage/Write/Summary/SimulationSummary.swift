#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `resume.json` of a simulation, whose names these are.
struct SimulationSummary: Encodable {
  let version: String
  let date: String
  let titre: String
  let options: StudySummary.Options
  let entrees: [StudySummary.Input]
  let population: StudySummary.Population
  let regles: OptionsSummary.Rules
  let avant: StudySummary.Totals
  let apres: StudySummary.Totals
  let populationGagnee: Int
  let actions: [String: Int]
  let zones: [String: Int]
  let conflits: [String: Int]
  let montants: Amounts
  let recherche: Search?
  let secondes: [String: Double]

  /// Euros a year at most, by the size of the CPTS.
  struct Amounts: Encodable {
    /// Of the CPTS that have signed the contract.
    let aciSigneAvant: Int
    let aciSigneApres: Int
    /// Of all at the letter of intent or above, as if they had signed.
    let lettreIntentionOuPlusAvant: Int
    let lettreIntentionOuPlusApres: Int
  }

  /// The actions that gain most people.
  struct Search: Encodable {
    let actionsDemandees: Int
    let actionsTrouvees: Int
    let populationGagnee: Int
    /// No choice of as many actions gains more.
    let populationMaximale: Int
    let ecartMaxPct: Double
    let optimalProuve: Bool
  }

  init(_ simulation: Simulation, _ clock: StepClock) {
    let (before, after) = (simulation.before, simulation.after)
    version = toolkitVersion
    date = Date.now.formatted(.iso8601)
    titre = after.options.title
    options = StudySummary.Options(before.options)
    entrees = StudySummary.Input.all(after)
    population = StudySummary.Population(before)
    regles = OptionsSummary.Rules(before.options)
    avant = StudySummary.Totals(before)
    apres = StudySummary.Totals(after)
    populationGagnee = simulation.gained
    actions = Self.counts(
      [PlanOutcome.Fate.applied, .withoutEffect, .setAside], of: simulation.outcomes.map(\.fate))
    zones = Self.counts(ZoneFate.allCases, of: simulation.zones.map(\.fate))
    conflits = Self.counts(
      PlanConflict.Weight.allCases, of: simulation.conflicts.map(\.weight))
    montants = Amounts(
      aciSigneAvant: before.euros(from: .signedContract),
      aciSigneApres: after.euros(from: .signedContract),
      lettreIntentionOuPlusAvant: before.euros(from: .letterOfIntent),
      lettreIntentionOuPlusApres: after.euros(from: .letterOfIntent))
    recherche = simulation.greedy.map { greedy in
      Search(
        actionsDemandees: greedy.count, actionsTrouvees: greedy.steps.count,
        populationGagnee: greedy.gained, populationMaximale: greedy.bound,
        ecartMaxPct: Double(greedy.gap) / 100, optimalProuve: greedy.gap == 0)
    }
    secondes = clock.steps.mapValues { ($0 * 1000).rounded() / 1000 }
  }

  private static func counts<Kind: RawRepresentable<String> & Equatable>(
    _ kinds: [Kind], of found: [Kind]
  ) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: kinds.map { kind in
        (kind.rawValue, found.count { $0 == kind })
      })
  }
}
