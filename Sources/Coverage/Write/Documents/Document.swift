/// A page for people before it is Markdown, HTML or text for a terminal: all say the same.
struct Document {
  let title: String
  let sections: [Section]

  struct Section {
    /// Empty for what comes first, or goes on after a table.
    var heading = ""
    /// Of the heading: 2 in the document, 3 inside of a section.
    var level = 2
    var blocks: [Block]
  }

  enum Block {
    case paragraph(Prose)
    /// What must be read before any figure.
    case note(Prose)
    /// The figure that the page is about, and what it counts.
    case headline(String, Prose)
    case list([Prose])
    /// Names and values.
    case facts([(name: String, value: Prose)])
    case table(DocumentTable)
    /// Side by side.
    case pictures([Picture])
  }

  struct Picture {
    let svg: [UInt8]
    let caption: String
    /// What it shows, for who does not see it.
    let description: String
  }
}
