extension StudySummary {
  /// The settings that the study is computed by, under their keys, spelled as the other members.
  static func options(_ options: StudyOptions) -> JSON {
    .object(
      SettingTable.all.filter(\.face.isRecorded).compactMap { setting in
        setting.record(options).map { (setting.face.key.replacing("-", with: "_"), $0) }
      })
  }
}
