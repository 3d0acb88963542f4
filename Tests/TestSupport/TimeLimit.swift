package import Testing

extension Trait where Self == TimeLimitTrait {
  /// For what once never ended. Tests run side by side and the clock of each is that of all of them, so a
  /// limit near what a test takes alone fails on a busy machine: this one only ends what hangs.
  package static var endsAtAll: Self { .timeLimit(.minutes(30)) }
}
