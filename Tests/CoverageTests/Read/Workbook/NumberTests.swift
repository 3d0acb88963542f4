import Testing

@testable import Coverage

@Suite("Numbers and dates of workbooks")
struct NumberTests {
  private func text(_ written: String) -> String? {
    DecimalText(Array(written.utf8)[...]).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(
    "A number is told as a spreadsheet shows it",
    arguments: [
      ("1004", "1004"), ("1004.0", "1004"), ("1.0040000000000001E3", "1004"), ("1e3", "1000"),
      ("0.10000000000000001", "0.1"), ("-0", "0"), ("0.000", "0"), ("-12.50", "-12.5"),
      (".5", "0.5"), ("5.", "5"), ("+7", "7"), ("9.9999999999999999", "10"),
      ("99999999999999999999", "99999999999999999999"),
      ("123456789012345678", "123456789012345678"),
      ("1E-7", "1E-7"), ("0.00001", "0.00001"), ("1.5E300", "1.5E300"), ("1E20", "1E20"),
      ("0.14285714285714285", "0.142857142857143"), ("001004", "1004"), ("1E99999", "1E99999"),
      ("123456.78900000001", "123456.789"), ("0.30000000000000004", "0.3"),
    ])
  func shown(written: String, expected: String) {
    #expect(text(written) == expected)
  }

  @Test(
    "What is no decimal number is refused",
    arguments: ["", "-", ".", "E5", "1E", "1E+", "1e99999999", "0x10", "1,5", "NaN", "inf", "1 2"])
  func refused(written: String) {
    #expect(text(written) == nil)
  }

  @Test("Numbers of at most 15 digits keep their value")
  func values() {
    var random = SplitMix(seed: 4)
    for _ in 0..<2000 {
      let value = Double(random.int(in: -999_999_999...999_999_999)) / 1000
      let exact = text("\(value)").flatMap { Double($0) }
      #expect(exact == value)
    }
  }

  private func format(_ code: String) -> NumberFormat { NumberFormat(code) }

  @Test("Formats of dates are known from others")
  func formats() {
    let dates = [
      "dd/mm/yyyy", "d-mmm-yy", "[$-40C]d mmmm yyyy;@", "jj/mm/aaaa", "mmm\\-yy", "mm",
      "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy\"-\"mm",
    ]
    for code in dates { #expect(format(code) == .date(showsTime: false), "\(code)") }
    for code in ["dd/mm/yyyy hh:mm", "m/d/yy h:mm AM/PM"] {
      #expect(format(code) == .date(showsTime: true), "\(code)")
    }
    for code in ["h:mm AM/PM", "[h]:mm:ss", "mm:ss.0", "hh\"h\"mm"] {
      #expect(format(code) == .time, "\(code)")
    }
    let plain = [
      "General", "Standard", "0", "0.00", "#,##0", "00.0", "0%", "0.00E+00", "@", "# ?/?", "",
      "#,##0\\ \"hab. dyh\"", "[Red]0", "_-* #,##0.00\\ \"€\"_-", "[<=9]00000;0", "0000000,",
      String(repeating: "0", count: 300),
    ]
    for code in plain { #expect(format(code) == .plain, "\(code)") }
  }

  @Test("Codes are padded, and digits that exceed the places are kept")
  func codes() {
    let cases = [
      ("00000", "1004", "01004"), ("00000", "123456", "123456"), ("\"2A\"000", "4", "2A004"),
      ("00\\ 00\\ 00", "123", "00 01 23"), ("0#\" \"##\" \"##", "12345", "01 23 45"),
      ("[$-40C]00000;[Red]0", "1004", "01004"), ("00000", "0", "00000"),
      ("_-00000_-", "7", "00007"),
      ("00000", "1004.5", "1004.5"), ("00000", "-4", "-4"),
      ("00000", "1.0040000000000001E3", "01004"),
    ]
    for (code, written, expected) in cases {
      let shown = ShownNumber(Array(written.utf8)[...], format(code), is1904: false)
      #expect(shown.map { String(decoding: $0.bytes, as: UTF8.self) } == expected, "\(code)")
    }
  }

  @Test("Days are those that Excel shows, on both sides of the 29 February that never was")
  func days() {
    let cases: [(Double, String?)] = [
      (1, "1900-01-01"), (59, "1900-02-28"), (60, nil), (61, "1900-03-01"), (44926, "2022-12-31"),
      (2_958_465, "9999-12-31"), (2_958_466, nil), (0, nil), (-1, nil), (.nan, nil),
      (.infinity, nil), (36585, "2000-02-29"), (44926.99, "2022-12-31"), (25569, "1970-01-01"),
    ]
    for (day, expected) in cases {
      #expect(SerialDate.text(day, showsTime: false, is1904: false) == expected, "\(day)")
    }
    #expect(SerialDate.text(0, showsTime: false, is1904: true) == "1904-01-01")
    #expect(SerialDate.text(44926.9999999999, showsTime: true, is1904: false) == "2023-01-01")
    #expect(SerialDate.time(0.5) == "12:00:00")
    #expect(SerialDate.time(0.9999999) == nil)
    #expect(SerialDate.time(1) == nil)
  }

  @Test("Every day from 1900 to 2100 follows the one before")
  func calendar() {
    var last: CivilDate?
    for day in 61...73_050 {
      let date = CivilDate(daysSince1970: day - 25_569)
      if let last, let date {
        let follows =
          date.day == last.day + 1 && date.month == last.month
          || date.day == 1 && (date.month == last.month + 1 || date.month == 1 && last.month == 12)
        #expect(follows && CivilDate(date.description) == date)
      }
      #expect(date != nil)
      last = date
    }
    #expect(last?.description == "2099-12-31")
  }
}
