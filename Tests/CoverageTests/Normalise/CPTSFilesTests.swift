import Testing

@testable import Coverage

@Suite("Lists of CPTS")
struct CPTSFilesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ files: String..., named: [FieldRole: String] = [:]) throws -> CPTSFiles {
    var result = CPTSFiles()
    for (index, text) in files.enumerated() {
      try result.read(try scratch.file("f\(index).csv", text), named: named)
    }
    return result
  }

  private func pairs(_ files: CPTSFiles) -> [String] {
    files.memberships.map { "\($0.cpts)/\($0.code)" }
  }

  @Test("one file holds CPTS and pairs")
  func oneFile() throws {
    let files = try read(
      "cpts_id;cpts_nom;stade;code\nA;Alpha;LI;01001\nA;Alpha;LI;01002\nB;Beta;ACI;01002\n")
    #expect(files.cpts[CPTSID("A")]?.name == "Alpha")
    #expect(files.cpts[CPTSID("A")]?.givenStage == .letterOfIntent)
    #expect(files.cpts[CPTSID("B")]?.givenStage == .signedContract)
    #expect(pairs(files) == ["A/01001", "A/01002", "B/01002"])
    #expect(files.memberships.map(\.line) == [2, 3, 4])
    #expect(files.ledgers.map(\.rowsRead) == [3] && files.ledgers.map(\.rowsSetAside) == [0])
  }

  @Test("two files, one of CPTS and one of pairs, give the same, in either order")
  func twoFiles() throws {
    let list = "cpts_id;cpts_nom;stade\nA;Alpha;LI\nB;Beta;ACI\n"
    let pairs = "cpts_id;code\nA;01001\nA;01002\nB;01002\n"
    for files in [try read(list, pairs), try read(pairs, list)] {
      #expect(files.cpts.count == 2)
      #expect(files.cpts[CPTSID("A")]?.name == "Alpha")
      #expect(files.cpts[CPTSID("B")]?.givenStage == .signedContract)
      #expect(self.pairs(files) == ["A/01001", "A/01002", "B/01002"])
    }
  }

  @Test("a name is the id where the file has nothing else")
  func nameAsID() throws {
    let files = try read("CPTS;code;stade\nPays de Redon;35236;ACI\n")
    #expect(files.cpts.keys.map(\.text) == ["Pays de Redon"])
    let named = try read("nom_cpts;code\nPays de Redon;35236\n")
    #expect(pairs(named) == ["Pays de Redon/35236"])
    let bare = try read("nom;stade\nPays de Redon;ACI\n")
    #expect(bare.cpts.keys.map(\.text) == ["Pays de Redon"])
  }

  @Test("`nom` beside a unit code is the unit's, unless it is one and the same in each CPTS")
  func ambiguousName() throws {
    let ofUnits = try read("cpts_id;code;nom\nA;01001;L'Abergement\nA;01002;Ambérieu\n")
    #expect(ofUnits.cpts[CPTSID("A")]?.name == "")
    let ofCPTS = try read("cpts_id;code;nom\nA;01001;Alpha\nA;01002;Alpha\nB;01002;Beta\n")
    #expect(ofCPTS.cpts[CPTSID("A")]?.name == "Alpha")
    #expect(ofCPTS.cpts[CPTSID("B")]?.name == "Beta")
    let mapped = try read(
      "cpts_id;code;nom\nA;01001;Alpha\nA;01002;Alpha\n", named: [.cptsName: "nom"])
    #expect(mapped.cpts[CPTSID("A")]?.name == "Alpha")
    let both = try read("cpts_id;cpts_nom;code;nom\nA;Alpha;01001;X\nA;Alpha;01002;Y\n")
    #expect(both.cpts[CPTSID("A")]?.name == "Alpha")
  }

  @Test("a name beside codes without id is no CPTS: the file is refused, with the cure")
  func nameOfUnitsAlone() throws {
    let fault = fault { _ = try read("code;nom\n01001;L'Abergement\n") }
    #expect(fault?.cure.english.contains("--map-column cpts_id=NAME") == true)
  }

  @Test("a file with neither units, stages nor dates is refused")
  func nothingUseful() throws {
    let fault = fault { _ = try read("cpts_id;cpts_nom\nA;Alpha\n") }
    #expect(fault?.cure.english.contains("--map-column code=NAME") == true)
  }

  @Test("values of one CPTS that contradict each other name both places")
  func contradiction() throws {
    let first = "cpts_id;cpts_nom;stade;date_aci\nA;Alpha;ACI;2022-01-01\n"
    for second in ["A;Other;;\n", "A;;LI;\n", "A;;;2023-01-01\n"] {
      let fault = try #require(
        fault { _ = try read(first, "cpts_id;cpts_nom;stade;date_aci\nB;Beta;LI;\n" + second) })
      #expect(fault.path == scratch.path("f1.csv") && fault.line == 3)
      #expect(fault.problem.english.contains("\(scratch.path("f0.csv")):2"))
    }
  }

  @Test("the same value, empty values, and other spellings of one stage agree")
  func agreement() throws {
    let files = try read(
      "cpts_id;stade;code\nA;LI;01001\nA;;01002\nA;lettre d'intention;01004\nA;LI;01005\n")
    #expect(files.cpts[CPTSID("A")]?.givenStage == .letterOfIntent)
    #expect(files.memberships.count == 4)
  }

  @Test("one day written in two ways is one day")
  func datesAgree() throws {
    let files = try read(
      "cpts_id;date_aci\nA;2022-12-31\n", "cpts_id;date_aci\nA;31/12/2022\nA;2022-12-31T00:00:00\n")
    #expect(
      files.cpts[CPTSID("A")]?.stageDates[.signedContract]
        == CivilDate(year: 2022, month: 12, day: 31))
  }

  @Test("a stage that nobody knows, and a date that does not exist, stop at their line")
  func unreadable() throws {
    let stage = fault { _ = try read("cpts_id;stade\nA;LI\nB;peut-être\n") }
    #expect(stage?.line == 3)
    #expect(stage?.problem.french.contains("« peut-être »") == true)
    #expect(stage?.cure.english.contains("lettre_intention") == true)
    let date = fault { _ = try read("cpts_id;date_aci\nA;2022-12-31\nB;2022-02-30\n") }
    #expect(date?.line == 3)
    #expect(date?.problem.english.contains("2022-02-30") == true)
  }

  @Test("rows without id, and with too many fields, are set aside as errors")
  func irregular() throws {
    let files = try read("cpts_id;code\nA;01001\n;01002\nB;01003;x\nC\n")
    #expect(pairs(files) == ["A/01001"])
    #expect(files.ledgers.map(\.rowsSetAside) == [2])
    #expect(
      files.anomalies.map(\.brief) == [
        "erreur ligne_incomplete 3 ", "erreur ligne_irreguliere 4 B",
      ])
    #expect(files.cpts.keys.map(\.text).sorted() == ["A", "C"])
  }
}
