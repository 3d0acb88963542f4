import Testing

/// While a run goes on, somebody replaces its files: it ends with 65, or its digests are those of the
/// files whose figures it gives.
@Suite struct ReplacedInputTests {
  /// How another version of a file takes its name, in bash: version `$v` of the file `$f`.
  enum Way: String, CaseIterable {
    case copyRenamed = "cp $v-$f new-$f"
    case linkTurned = "ln -s $v-$f new-$f"
  }

  /// A second version of each file: people tell which units were read, rows which list.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("1-units.geojson", World.units)
    try scratch.write("2-units.geojson", World.units.replacing("1000", with: "1001"))
    try scratch.write("1-cpts.csv", World.cpts)
    try scratch.write("2-cpts.csv", World.cpts + "C,CPTS Cime,projet,02001\n")
    return scratch
  }

  private func digests(_ scratch: Scratch) throws -> [String: String] {
    let lines = try Command.shell("sha256sum 1-* 2-*", in: scratch.folder).output
      .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0[1], $0[0]) })
  }

  @Test("figures and digests are of one version, or there are none", arguments: Way.allCases)
  func replaced(way: Way) throws {
    let scratch = try scratch()
    let digests = try digests(scratch)
    var refused = 0
    for round in 0..<24 {
      let outcome = try Command.shell(
        """
        : > go
        while [ -e go ]; do
          for v in 1 2; do
            for f in units.geojson cpts.csv; do
              \(way.rawValue); mv -f new-$f $f; sleep 0.0\(round % 12 / 2)
            done
          done
        done 2>/dev/null &
        "$COVERAGE_REPORT" report --units units.geojson --cpts cpts.csv --at 2026-01-01 --output out
        code=$?; rm go; wait; exit $code
        """, in: scratch.folder)
      guard outcome.code == 0 else {
        #expect(outcome.code == 65, "\(outcome.errors)")
        #expect(
          outcome.errors.contains(": fichier modifié ou remplacé pendant qu’il était lu — "),
          "\(outcome.errors)")
        refused += 1
        continue
      }
      let resume = try scratch.resume()
      let units = resume.totaux.population_totale == 3341 ? "2-" : "1-"
      let list = try scratch.table("out/cpts.csv").rows.count == 3 ? "2-" : "1-"
      #expect(resume.input("units.geojson").sha256.text == digests[units + "units.geojson"])
      #expect(resume.input("cpts.csv").sha256.text == digests[list + "cpts.csv"])
    }
    #expect(refused > 0, "nothing was replaced in time: this proves nothing")
  }
}
