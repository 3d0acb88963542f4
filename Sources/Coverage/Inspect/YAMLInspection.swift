import GeoKernel

/// What a YAML file is worth: a study file, or a rule pack.
struct YAMLInspection {
  private(set) var findings: FileFindings
  /// Keys at its left margin.
  let keys: [String]

  /// More bytes than any study file has.
  private static let mostBytes = 1 << 20

  /// - Returns: nil for a file that is no YAML of ours.
  init?(_ input: InputPath, _ opened: OpenedInput) throws(InputFault) {
    guard case .file = opened.content, opened.layer == nil else { return nil }
    let (bytes, size) = try opened.head(count: Self.mostBytes)
    guard size <= Self.mostBytes, Self.isOurs(input.file, bytes) else { return nil }
    let keys = Self.keys(of: bytes)
    self.keys = keys
    guard keys.contains(where: { ["kind", "sizes", "amounts", "valid_from"].contains($0) }) else {
      findings = FileFindings(use: .study)
      readStudy(input)
      return
    }
    findings = FileFindings(use: .rules)
    readRules(bytes, opened.name)
  }

  private mutating func readStudy(_ input: InputPath) {
    do throws(InputFault) {
      let settings = try StudyFile.read(input.file)
      findings.study = settings
      if let title = settings.title {
        findings.facts.append(Wording(fr: "titre : \(title)", en: "title: \(title)"))
      }
      findings.facts.append(
        Wording(
          fr: "clés : \(keys.joined(separator: ", "))", en: "keys: \(keys.joined(separator: ", "))")
      )
      for file in settings.namedFiles { _ = try file.pinned() }
      _ = try StudyOptions(settings, today: .today)
    } catch {
      // What a study file does not say, options may.
      if error.kind == .usage {
        findings.facts.append(error.problem)
      } else {
        findings.obstacle = error
      }
    }
  }

  private mutating func readRules(_ bytes: [UInt8], _ path: String) {
    do throws(InputFault) {
      switch try RuleFile.read(bytes, path: path) {
      case .pack(let pack): findings.facts += pack.words
      case .simulation(let simulation):
        findings.use = .proposedRules
        findings.facts.append(
          Wording(
            fr:
              "« \(simulation.name) », de \(simulation.proposedIn), source : \(simulation.source)",
            en: "“\(simulation.name)”, of \(simulation.proposedIn), source: \(simulation.source)"))
      }
    } catch { findings.obstacle = error }
  }

  /// Whether a file is meant as a study file or as a rule pack: by its name, or by its first key.
  private static func isOurs(_ name: String, _ bytes: [UInt8]) -> Bool {
    let isNamed = [".yml", ".yaml"].contains { name.lowercased().hasSuffix($0) }
    return isNamed
      || keys(of: bytes).first.map { key in
        key == "kind" || SettingTable.keys.contains { $0.face.key == key }
      } == true
  }

  /// The files that a study file names; none for any other file.
  static func files(namedBy input: InputPath) -> [InputPath] {
    guard let size = InputFile.size(input.file), size <= mostBytes,
      let head = try? input.head(count: 4096), isOurs(input.file, head),
      let settings = try? StudyFile.read(input.file)
    else { return [] }
    return settings.namedFiles
  }

  /// Words at the left margin that a colon follows.
  private static func keys(of bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      line.firstMatch(of: /^\u{FEFF}?([A-Za-z][A-Za-z_-]*):(\s|$)/).map { String($0.output.1) }
    }
  }
}

extension StudySettings {
  /// The files that settings name, in the order of the table.
  var namedFiles: [InputPath] {
    let single = [self.units, self.movements, self.decisions].compactMap { $0 }
    let several = self.population + self.attributes + self.cpts + self.grid
    return (single + several).map { InputPath($0) }
  }
}

extension RulePack {
  /// What the pack says, in words.
  fileprivate var words: [Wording] {
    let bounds = sizes.bounds.map { "\($0.people)" }.joined(separator: ", ")
    let euros = { (unknown: String) in
      totals.map { $0.map(String.init) ?? unknown }.joined(separator: ", ")
    }
    return [
      Wording(
        fr: "« \(name) », à partir du \(validFrom), source : \(source)",
        en: "“\(name)”, from \(validFrom) on, source: \(source)"),
      Wording(
        fr:
          "\(sizes.classCount) tailles, bornes : \(bounds) habitants ; en tout, euros par an : \(euros("inconnu"))",
        en:
          "\(sizes.classCount) size classes, bounds: \(bounds) people; in all, euros a year: \(euros("unknown"))"
      ),
    ]
  }
}
