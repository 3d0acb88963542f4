import Coverage
import Foundation
import GeoKernel

/// Ends a command whose message is said.
struct ExitCode: Error {
  let code: Int32
}

/// Runs the work of a command; a fault becomes one message on standard error and the exit code of the
/// contract.
func reportingFaults(
  in language: Language, _ work: () async throws -> Void
) async throws(ExitCode) {
  do {
    try await work()
  } catch let fault as InputFault {
    say(fault.message(in: language))
    throw ExitCode(code: fault.kind.rawValue)
  } catch let code as ExitCode {
    throw code
  } catch {
    say(
      Wording(
        fr: "défaut du programme : \(error) — signalez-le avec la commande qui l’a causé",
        en: "a defect of the program: \(error) — report it with the command that caused it")[
          language])
    throw ExitCode(code: 70)
  }
}

/// Writes a line to standard error; where nobody can read it, the exit code still tells.
func say(_ message: String) { try? StandardStream.error.write(PlainText.line(message) + "\n") }

/// Ends a command that is done. The system takes back the memory of a study at once, where freeing a
/// million small pieces would take as long as measuring them.
func leave(keeping work: some Sendable) -> Never {
  withExtendedLifetime(work) { exit(0) }
}

/// Ends a command in the middle of its work.
func leave(after fault: InputFault, in language: Language) {
  say(fault.message(in: language))
  _exit(fault.kind.rawValue)
}
