/// How much memory a run may take, and how many bytes its files, by what it reads.
///
/// A file of a few kilobytes can ask for gigabytes: two thousand CPTS on one commune overlap two million
/// times. What passes a bound is refused, and said.
public struct StudyBounds: Equatable, Sendable {
  /// Bytes read: of every file, or of what an archive, a workbook or a picture unpacks to.
  public let input: Int

  /// The bounds of a run that reads so many bytes.
  public init(input: Int) { self.input = max(0, input) }

  /// What any run may take.
  static let forAny = 64 << 20
  private static let memoryForEachByte = 20
  private static let outputForEachByte = 100

  /// Bytes that the run may hold in memory, the program itself among them.
  public var memory: Int { Self.forAny + times(Self.memoryForEachByte) }

  /// Bytes of all files that the run may write.
  public var output: Int { Self.forAny + times(Self.outputForEachByte) }

  /// Pages of the program and of its libraries, which the system shares among processes and loads from
  /// disk: measured at 36 to 39 MB.
  static let ofProgram = 40 << 20

  /// Bytes that are of the run alone.
  var ownMemory: Int { memory - Self.ofProgram }

  /// Of these, what overlaps may take: half of what any run may, and two fifths of what it may for each
  /// byte. A plan has those before and those after.
  var overlaps: Int { (12 << 20) + times(Self.memoryForEachByte * 2 / 5) }

  /// Sums of hostile sizes stay numbers.
  private func times(_ factor: Int) -> Int { min(input, 1 << 48) * factor }
}

extension StudyBounds {
  /// The bound of memory in words, with what gives it.
  var memoryInWords: Wording { words(memory, Self.memoryForEachByte) }

  /// The bound of the files in words, with what gives it.
  var outputInWords: Wording { words(output, Self.outputForEachByte) }

  private func words(_ bound: Int, _ factor: Int) -> Wording {
    func megabytes(_ bytes: Int, _ language: Language) -> String {
      let megabytes = Double(bytes) / Double(1 << 20)
      return NumberText.decimal(megabytes, megabytes < 100 ? 1 : 0, language)
    }
    return Wording(
      fr: "\(megabytes(bound, .french)) Mo, soit 64 Mo et \(factor) fois ce qui est lu "
        + "(\(megabytes(input, .french)) Mo)",
      en: "\(megabytes(bound, .english)) MB, which is 64 MB and \(factor) times what is read "
        + "(\(megabytes(input, .english)) MB)")
  }

  /// How to go on where a bound is passed.
  static let cure = Wording(
    fr: "ôtez ce que les fichiers répètent, ou partagez l’étude (un département à la fois)",
    en: "remove what the files repeat, or divide the study (one department at a time)")
}
