/// A table for people: communes, CPTS, zones or stages by name, with their figures.
public struct DocumentTable: Sendable {
  /// The name in JSON; empty where JSON does not have the table.
  public let key: String
  /// Empty where the heading above says it.
  public let title: String
  let columns: [Column]
  let rows: [[Entry]]
  /// Rows that a page shows; JSON has them all.
  let mostShown: Int
  /// What is said of the rows that are not shown, and where they are; nil where all are.
  let rest: Prose?

  struct Column: Sendable {
    /// Empty for a column that only a page has.
    let key: String
    /// Empty for a column that only JSON has.
    let heading: String

    init(_ key: String, _ heading: String) {
      self.key = key
      self.heading = heading
    }
  }

  enum Entry: Sendable {
    case cell(Cell)
    case words(Prose)
    /// Figures that are more than one number: a change, a range, one a CPTS.
    case figures(Prose)

    var isNumber: Bool {
      switch self {
      case .cell(let cell): cell.isNumber
      case .words: false
      case .figures: true
      }
    }

    /// What a page shows.
    var prose: Prose {
      switch self {
      case .cell(let cell): Prose(cell.french)
      case .words(let prose), .figures(let prose): prose
      }
    }
  }

  /// A table that JSON has with all its rows.
  init(
    _ key: String, _ title: String, _ columns: [Column], _ rows: [[Cell]] = [], mostShown: Int = 6
  ) {
    self.key = key
    self.title = title
    self.columns = columns
    self.rows = rows.map { $0.map { .cell($0) } }
    self.mostShown = mostShown
    let left = rows.count - mostShown
    rest =
      left > 0
      ? "Et \(NumberText.count(left, "autre", "autres")) (dans le JSON : \(reference: key))." : nil
  }

  /// A table for a page only.
  init(_ headings: [String], _ rows: [[Entry]], title: String = "", rest: Prose? = nil) {
    key = ""
    self.title = title
    columns = headings.map { Column("", $0) }
    self.rows = rows
    mostShown = .max
    self.rest = rest
  }

  // MARK: What a page shows

  /// Places of the columns that a page has.
  var shownColumns: [Int] { columns.indices.filter { !columns[$0].heading.isEmpty } }

  var shownRows: ArraySlice<[Entry]> { rows.prefix(mostShown) }

  /// Whether a column is one of numbers, as its first row tells.
  func isNumber(_ column: Int) -> Bool { rows.first?[column].isNumber ?? false }
}
