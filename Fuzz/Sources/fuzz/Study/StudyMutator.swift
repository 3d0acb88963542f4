import CMeter

/// Mutations that know what a study is made of; a fifth of them are those of libFuzzer, in one part.
enum StudyMutator {
  private static let letters = Array("jwsnvmg".utf8)
  /// Of these, what costs several times the study itself.
  private static let costly: Set<UInt8> = Set("jwvg".utf8)

  static func mutated(_ bytes: [UInt8], most: Int, seed: UInt32) -> [UInt8] {
    var dice = Dice(seed: seed)
    var study = StudyParts(bytes)
    if !dice.once(in: 4) { askForLess(&study) }
    guard !study.parts.isEmpty else { return Array(bytes.prefix(most)) }
    for _ in 0...dice.below(3) { change(&study, most, &dice) }
    let result = study.bytes
    return result.count <= most ? result : bytes
  }

  /// What is asked for reaches code of its own, so that the corpus comes to ask for much: a plan and a proposal are
  /// studies each, a letter may cost several.
  private static func askForLess(_ study: inout StudyParts) {
    for place in study.parts.indices where study.parts[place].name == .settings {
      study.change(at: place) { $0.removeAll { costly.contains($0) } }
    }
    study[.plan] = nil
    study[.territory] = nil
  }

  private static func change(_ study: inout StudyParts, _ most: Int, _ dice: inout Dice) {
    let place = dice.below(study.parts.count)
    if study.parts[place].name != .settings, dice.once(in: 5) {
      return study.change(at: place) {
        $0 = mutatedBytes($0, most: most, seed: dice.below(1 << 30))
      }
    }
    switch study.parts[place].name {
    case .settings:
      // What is asked besides costs several times the study: seldom.
      let (letter, isAsked) = (dice.one(of: letters), dice.once(in: 6))
      study.change(at: place) { bytes in
        bytes.removeAll { $0 == letter }
        if isAsked { bytes.insert(letter, at: 0) }
      }
    case .units, .drawn:
      study.change(at: place) { bytes in
        var map = MapText(bytes)
        map.mutate(&dice)
        bytes = map.bytes
      }
    case .territory where study.parts[place].bytes.first == UInt8(ascii: "{"):
      study.change(at: place) { bytes in
        var map = MapText(bytes)
        map.mutate(&dice)
        bytes = map.bytes
      }
    default:
      study.change(at: place) { bytes in
        var table = RowMutation(bytes)
        table.mutate(&dice)
        bytes = table.bytes
      }
    }
  }

  private static func mutatedBytes(_ bytes: [UInt8], most: Int, seed: Int) -> [UInt8] {
    var room = bytes + [UInt8](repeating: 0, count: 64)
    let count = room.withUnsafeMutableBufferPointer {
      LLVMFuzzerMutate($0.baseAddress, bytes.count, $0.count)
    }
    return Array(room.prefix(count))
  }

  /// Parts of one study with parts of another: lists of one on the land of the other.
  static func crossed(_ first: [UInt8], _ second: [UInt8], most: Int, seed: UInt32) -> [UInt8] {
    var dice = Dice(seed: seed)
    var study = StudyParts(first)
    let other = StudyParts(second)
    for part in other.parts where dice.once(in: 3) { study[part.name] = part.bytes }
    if !dice.once(in: 4) { askForLess(&study) }
    let result = study.bytes
    return result.count <= most ? result : first
  }
}

/// libFuzzer calls this in place of its own mutations, of every target.
@_cdecl("LLVMFuzzerCustomMutator")
func fuzzMutator(
  _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32
) -> Int {
  guard Harness.shared.target == .study else { return LLVMFuzzerMutate(start, count, most) }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let result = StudyMutator.mutated(bytes, most: most, seed: seed)
  for (index, byte) in result.enumerated() { start[index] = byte }
  return result.count
}

/// libFuzzer calls this to make one input of two.
@_cdecl("LLVMFuzzerCustomCrossOver")
func fuzzCrossOver(
  _ first: UnsafePointer<UInt8>, _ firstCount: Int, _ second: UnsafePointer<UInt8>,
  _ secondCount: Int, _ out: UnsafeMutablePointer<UInt8>, _ most: Int, _ seed: UInt32
) -> Int {
  let one = Array(UnsafeBufferPointer(start: first, count: firstCount))
  let other = Array(UnsafeBufferPointer(start: second, count: secondCount))
  // 0 asks for another mutation.
  guard Harness.shared.target == .study else { return 0 }
  let result = StudyMutator.crossed(one, other, most: most, seed: seed)
  for (index, byte) in result.enumerated() { out[index] = byte }
  return result.count
}
