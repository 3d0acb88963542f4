import Testing

@testable import Coverage

@Suite("Cells of Excel")
struct ExcelSheetTests {
  private func cells(
    _ row: String, texts: [String] = [], formats: [String] = [], is1904: Bool = false
  ) throws -> WorkbookSheet {
    var writer = ExcelWriter(rows: "<row r=\"2\">\(row)</row>")
    writer.texts = texts
    writer.formats = formats
    writer.is1904 = is1904
    return try writer.read()
  }

  @Test("Texts of every kind come back as a user sees them")
  func texts() throws {
    let sheet = try cells(
      """
      <c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c>
      <c r="D2" t="inlineStr"><is><r><t>01</t></r><r><rPr/><t>004</t></r></is></c>
      <c r="E2" t="str"><f>A1&amp;"x"</f><v>2A&amp;B</v></c><c r="F2" t="s"><v>2</v></c>
      <c r="G2" t="s"><v>3</v></c><c r="H2" t="inlineStr"><is><t> </t></is></c>
      """,
      texts: [
        "<t>01001</t>", "<r><t>L’Île</t></r><r><t xml:space=\"preserve\">-d&#39;Yeu</t></r>",
        "<t>漢</t><rPh sb=\"0\"><t>kan</t></rPh>", "<t>a_x000D__x000a_b_x005F_x_xD800_</t>",
      ])
    #expect(
      sheet.list == [
        "A2=L’Île-d'Yeu", "B2=01001", "D2=01004", "E2=2A&B", "F2=漢", "G2=a\r\nb_x_xD800_",
      ])
    #expect(sheet.problems.isEmpty)
  }

  @Test("Numbers keep the zeros and lose the noise")
  func numbers() throws {
    let sheet = try cells(
      """
      <c s="0"><v>1004</v></c><c s="1"><v>2004</v></c><c><v>1004.0</v></c>
      <c><v>1.0040000000000001E3</v></c><c><v>0.10000000000000001</v></c><c><v>-5</v></c>
      <c s="2"><v>44926</v></c><c s="3"><v>44926.520833333336</v></c><c t="b"><v>1</v></c>
      <c t="b"><v>0</v></c><c t="d"><v>2022-12-31T00:00:00</v></c><c s="9"><v>7</v></c>
      """, formats: ["00000", "\"2B\"000", "dd/mm/yyyy", "d/m/yy h:mm"])
    #expect(
      sheet.list == [
        "A2=01004", "B2=2B2004", "C2=1004", "D2=1004", "E2=0.1", "F2=-5", "G2=2022-12-31",
        "H2=2022-12-31T12:30:00", "I2=VRAI", "J2=FAUX", "K2=2022-12-31", "L2=7",
      ])
  }

  @Test("Days count from 1904 where the workbook says so")
  func macintosh() throws {
    let row = "<c s=\"0\"><v>43464</v></c>"
    #expect(try cells(row, formats: ["yyyy-mm-dd"], is1904: true).list == ["A2=2022-12-31"])
  }

  @Test("Errors, formulas without result and dates that cannot be are empty and told")
  func problems() throws {
    let sheet = try cells(
      """
      <c r="A2" t="e"><v>#N/A</v></c><c r="B2"><f>A1</f></c><c r="C2"><f>A1</f><v/></c>
      <c r="D2"><f>A1</f><v>4</v></c><c r="E2" t="str"><f>A1</f><v></v></c>
      <c r="F2" s="0"><v>60</v></c><c r="G2"><v>abc</v></c><c r="H2" s="0"><v>1e300</v></c>
      <c r="I2" t="str"><f>A1</f></c>
      """, formats: ["dd/mm/yyyy"])
    #expect(sheet.list == ["D2=4"])
    #expect(
      sheet.problems.map { "\($0.place) \($0.kind)" } == [
        "A2 errorValue(\"#N/A\")", "B2 formulaWithoutValue", "C2 formulaWithoutValue",
        "F2 impossibleDate(\"60\")", "G2 noNumber(\"abc\")", "H2 impossibleDate(\"1e300\")",
        "I2 formulaWithoutValue",
      ])
    #expect(sheet.problems[0].finding.french == "A2 contient l’erreur #N/A")
  }

  @Test("Rows and cells without a place follow the one before; prefixes do not matter")
  func places() throws {
    let rows = """
      <x:row><x:c><x:v>1</x:v></x:c></x:row><x:row r="5"><x:c r="C5"><x:v>2</x:v></x:c>
      <x:c><x:v>3</x:v></x:c></x:row><x:row/><x:row><x:c><x:v>4</x:v></x:c></x:row>
      """
    #expect(try ExcelWriter(rows: rows).read().list == ["A1=1", "C5=2", "D5=3", "A7=4"])
  }

  @Test("A cell merged with those below gives its value to rows with other content")
  func merged() throws {
    var writer = ExcelWriter(texts: [
      ["cpts", "insee"], ["CPTS A", "01001"], ["", "01002"], ["", ""], ["", "01004"],
      ["", "01005"],
    ])
    writer.afterRows = "<mergeCells><mergeCell ref=\"A2:A5\"/></mergeCells>"
    let text = try DelimitedText(try writer.read(), isKnownName: isKnownName)
    #expect(
      text.table == [
        ["cpts", "insee"], ["CPTS A", "01001"], ["CPTS A", "01002"], ["CPTS A", "01004"],
        ["", "01005"],
      ])
    #expect(text.lines == [2, 3, 5, 6])
    #expect(text.sheet?.mergedCells == 2)
  }
}
