/// One CPTS as the senders' lists say it together.
struct ConsolidatedCPTS: Sendable {
  /// The same every month, whatever is decided.
  let key: String
  let id: CPTSID
  let record: CPTS
  /// The declaration that is kept.
  let place: SourcePlace
  let sender: Int
  /// Who says its territory.
  let territorySender: Int
  var communes: [ClaimedCommune]
  let members: [Declaration]

  /// The name, or the identifier where there is none.
  var title: String { record.name.isEmpty ? id.text : record.name }
}
