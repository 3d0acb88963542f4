import GeoKernel
import Synchronization

/// Holds a run to the memory that it may take: the last resort, where nothing tells beforehand how much
/// an input asks for.
///
/// On Linux only, and not under a sanitizer, which keeps several times what a program asks for.
public final class MemoryBound: Sendable {
  private let step = StepAtHand()
  private let watch: MemoryWatch

  private final class StepAtHand: Sendable {
    let value = Mutex<Wording?>(nil)
  }

  /// Watches until the object dies.
  ///
  /// - Parameter end: called from a thread of its own once the bound is passed and what the run had
  ///   begun to write is removed. The work goes on meanwhile: it must end the program.
  public init(_ bounds: StudyBounds, end: @escaping @Sendable (InputFault) -> Void) {
    watch = MemoryWatch(limit: bounds.ownMemory) { [step] in
      CleanUps.run()
      end(Self.passed(bounds, during: step.value.withLock { $0 }))
    }
  }

  /// Says what the run is doing.
  public func begin(_ step: Wording) { self.step.value.withLock { $0 = step } }

  private static func passed(_ bounds: StudyBounds, during step: Wording?) -> InputFault {
    let bound = bounds.memoryInWords
    return InputFault(
      path: "",
      problem: Wording(
        fr:
          "\(step.map { "étape « \($0.french) » : " } ?? "")l’étude demande plus de mémoire que la "
          + "borne de \(bound.french)",
        en: "\(step.map { "step “\($0.english)”: " } ?? "")the study asks for more memory than the "
          + "bound of \(bound.english)"),
      cure: StudyBounds.cure)
  }
}
