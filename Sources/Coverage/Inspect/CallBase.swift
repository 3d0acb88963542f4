import GeoKernel

/// What files inspected together give a study: its study file, and the options for the others.
struct CallBase {
  /// An option of the call, and the file that it takes.
  struct Option {
    let setting: any AnySetting
    let text: String
  }

  /// The study file, as it is named.
  private(set) var study: String?
  private(set) var options: [Option] = []
  private(set) var notes: [Wording] = []
  /// Places of the files that it uses.
  private(set) var files: Set<Int> = []
  private var settings: StudySettings
  private let hasTerritories: Bool

  /// - Parameters:
  ///   - study: the place of the study file among the files.
  ///   - files: those to make a study of.
  init(_ inspections: [(place: Int, file: Inspection)], study: Int?) {
    let found = inspections.first { $0.place == study }
    settings = found?.file.findings.study ?? StudySettings()
    self.study = found?.file.path
    hasTerritories = inspections.contains { $0.file.findings.hasTerritories }
    if let study { files.insert(study) }
    for use in Self.uses { add(inspections.filter { use.contains($0.file.findings.use) }) }
    nameColumns(of: inspections.filter { files.contains($0.place) }.map(\.file))
  }

  /// Uses that one option takes, in the order of the options of a call.
  private static let uses: [[FileUse]] = [
    [.units], [.population], [.attributes], [.cpts, .pairs, .drawnTerritories], [.movements],
    [.decisions], [.grid], [.rules],
  ]

  /// What a study file sets stays as it is: an option would replace it.
  private mutating func add(_ found: [(place: Int, file: Inspection)]) {
    guard let setting = found.first?.file.findings.use.setting,
      settings.places[setting.face.key] == nil
    else { return }
    guard setting.face.isRepeatable || found.count == 1 else {
      let names = found.map(\.file.path).joined(separator: ", ")
      notes.append(
        Wording(
          fr: "\(setting.face.flag) n’en prend qu’un, choisissez : \(names)",
          en: "\(setting.face.flag) takes one of them, choose: \(names)"))
      return
    }
    for item in found {
      files.insert(item.place)
      take(item.file.path, for: setting)
    }
  }

  private mutating func take(_ text: String, for setting: any AnySetting) {
    guard (try? setting.take(text, into: &settings)) != nil else { return }
    options.append(Option(setting: setting, text: text))
  }

  private mutating func nameColumns(of files: [Inspection]) {
    let named = files.flatMap { file in
      file.findings.named.map { (role: $0.key.rawValue, column: $0.value) }
    }
    for (role, column) in named.sorted(by: { ($0.role, $0.column) < ($1.role, $1.column) }) {
      let text = "\(role)=\(column)"
      if options.contains(where: { $0.text == text }) { continue }
      take(text, for: SettingTable.shared.columns)
    }
  }

  /// What a study needs and no file gives.
  var gaps: [Wording] {
    var gaps: [Wording] = []
    let occasion = StudyOccasion(today: .today, language: .french, processors: 1)
    let table = SettingTable.shared
    if (try? table.units.completed(settings, occasion)) == nil {
      gaps.append(
        Wording(
          fr: "les polygones des unités (--units)", en: "the polygons of the units (--units)"))
    }
    if settings.cpts.isEmpty {
      gaps.append(Wording(fr: "une liste de CPTS (--cpts)", en: "a list of CPTS (--cpts)"))
    } else if study == nil || settings.places["cpts"] == nil, !hasTerritories {
      gaps.append(
        Wording(
          fr: "les communes des CPTS, ou leur dessin (--cpts)",
          en: "the communes of the CPTS, or their drawing (--cpts)"))
    }
    return gaps
  }

  /// Sets the stage of CPTS of which no file tells any.
  mutating func take(defaultStage stage: Stage) {
    take(stage.key, for: SettingTable.shared.defaultStage)
    notes.append(
      Wording(
        fr: "des CPTS n’ont ni stade ni date : choisissez vous-même leur stade, \(stage.key) n’est "
          + "qu’un exemple, ou donnez aussi la liste qui le dit",
        en:
          "some CPTS have neither stage nor date: choose their stage yourself, \(stage.key) is but "
          + "an example, or give the list that tells it too"))
  }

  /// Takes the thresholds with which drawings on another edition of the map are whole communes.
  mutating func take(_ rule: SliverRule) {
    take("\(Int(rule.width))", for: SettingTable.shared.sliverWidth)
    take("\(rule.people)", for: SettingTable.shared.sliverPeople)
  }

  /// Reads all lists and drawings together, as far as a study would without its units.
  ///
  /// - Returns: what stops it; nil where nothing does.
  func obstacleOfLists() -> InputFault? {
    var files = CPTSFiles()
    return obstacleOfLists(&files)
  }

  private func obstacleOfLists(_ files: inout CPTSFiles) -> InputFault? {
    do throws(InputFault) {
      for file in settings.cpts { try files.read(InputPath(file), named: settings.columns) }
      _ = try PostalCodes.refuse(in: files.memberships)
      _ = try files.dated(at: settings.at ?? .today, defaultStage: settings.defaultStage)
      return nil
    } catch { return error }
  }

  /// Settles what the lists leave open: a stage for CPTS, where none of them has any, and nothing that is not
  /// read may say it.
  ///
  /// - Returns: what stops a study all the same; nil where nothing does.
  mutating func settleLists() -> InputFault? {
    var files = CPTSFiles()
    guard let fault = obstacleOfLists(&files) else { return nil }
    guard settings.defaultStage == nil, !files.maySayStages else { return fault }
    var other = self
    other.take(defaultStage: .signedContract)
    guard other.obstacleOfLists() == nil else { return fault }
    self = other
    return nil
  }

  /// Whether the units are named, and are not those that a study takes where none are.
  var hasOwnUnits: Bool { settings.units != nil }

  /// Runs the study as far as its figures, and writes nothing.
  ///
  /// - Returns: what stops it, if anything, and what its drawings should be told of before.
  func trial() async throws -> (fault: InputFault?, edition: (told: Wording, rule: SliverRule)?) {
    do {
      let options = try StudyOptions(settings, today: .today)
      let study = try await Study.run(options, planning: .none, clock: StepClock())
      let told = study.anomalies.first { $0.rule == .otherMapEdition }?.told
      guard let told, let edition = study.ground.edition else { return (nil, nil) }
      return (nil, (told, edition.rule))
    } catch let fault as InputFault { return (fault, nil) }
  }

  /// Makes the opinions on some proposals, and writes nothing.
  ///
  /// - Returns: what stops it; nil where nothing does.
  func obstacle(toOpinionsOn proposals: [String]) async throws -> InputFault? {
    var settings = settings
    settings.proposals = proposals
    do {
      _ = try await Opinions.run(try StudyOptions(settings, today: .today))
      return nil
    } catch let fault as InputFault { return fault }
  }

  /// The words of a call.
  ///
  /// - Parameters:
  ///   - more: further options.
  ///   - isWritten: whether the command needs a folder, which the study file may name.
  func parts(_ verb: String, _ more: [StudyCall.Part], isWritten: Bool) -> [StudyCall.Part] {
    var parts = [StudyCall.Part(verb)]
    if let study { parts.append(StudyCall.Part(study.hasPrefix("-") ? "./\(study)" : study)) }
    parts += options.map { StudyCall.Part($0.setting.face.flag, $0.text) } + more
    if isWritten, settings.output == nil {
      parts.append(StudyCall.Part("--output", Self.freeFolder))
    }
    return parts
  }

  /// A folder that is not there yet: nothing of anybody's is replaced.
  private static var freeFolder: String {
    let names = ["out"] + (2...99).map { "out-\($0)" }
    return names.first { name in
      do throws(FileFault) {
        _ = try FileIdentity(of: name)
        return false
      } catch { return error.isMissing }
    } ?? "out"
  }
}
