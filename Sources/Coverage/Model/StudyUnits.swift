import GeoKernel

/// The units of a study, by code, with what lists may name besides.
struct StudyUnits: Sendable {
  /// Elementary units, sorted by code.
  var units: [Unit] = []
  /// Communes, sorted by code; the arrondissements of a city are folded into one.
  var communes: [Commune] = []
  /// Delegated communes that no unit's own code hides.
  var delegated: [UnitCode: DelegatedCommune] = [:]
  /// Units by code.
  var index: [UnitCode: Index<Unit>] = [:]
  /// Cities by the code of the whole.
  var cities: [UnitCode: Int32] = [:]
  /// Further columns by unit, as `--by` names them.
  var attributes: [String: [String]] = [:]
  /// Names of the EPCI by code, where a file says them.
  var intercommunalityNames: [String: String] = [:]
  /// Those that the study is of.
  var area = StudyArea.all
  /// Where the units and their population come from, for the page and the ledger.
  var populationSource = PopulationSource()

  /// Features of the mesh, unit by unit.
  var features: Column<Unit, Index<Feature>> { Column(units.map(\.feature)) }

  subscript(unit: Index<Unit>) -> Unit { units[Int(unit)] }
}
