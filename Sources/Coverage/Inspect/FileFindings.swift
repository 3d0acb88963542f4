/// What a file told when it was read as a study would read it.
struct FileFindings: Sendable {
  var use: FileUse
  var facts: [Wording] = []
  var problems: [Inspection.Problem] = []
  /// What would stop a study that used it.
  var obstacle: InputFault?
  /// Codes of communes in the file, as they are meant.
  var codes: Set<UnitCode> = []
  /// Columns that a study must be told of: their names are not recognised, their values are.
  var named: [FieldRole: String] = [:]
  /// CPTS that the file names.
  var cpts: Set<CPTSID> = []
  /// Whether it says where CPTS are.
  var hasTerritories = false
  /// What a study file asks for.
  var study: StudySettings?
}
