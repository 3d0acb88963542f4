import Testing

@testable import Coverage

/// One document, as Markdown, as HTML and for a terminal.
@Suite struct DocumentTests {
  private static let table = DocumentTable(
    "zones", "Zones touchées",
    [
      .init("zone", "zone"), .init("nom", ""), .init("population", "habitants"), .init("", "effet"),
    ],
    [
      [.code("ZB-1"), .text("seul le JSON"), .whole(1234), .text("fermée")],
      [.code("ZB-2"), .text(""), .whole(nil), .text("")],
    ], mostShown: 1)

  private static let document = Document(
    title: "A_1",
    sections: [
      Document.Section(blocks: [
        .note("Rien n’est sûr."), .headline("+12", "habitants"),
        .paragraph("\(strong: "Ici") : \(code: "a_b"), voir \(reference: "options.csv")."),
        .facts([("Nom", "C*"), ("Âge", "3")]),
      ]),
      Document.Section(heading: "Suite", blocks: [.table(table), .list(["un", "deux"])]),
      Document.Section(
        heading: "Dedans", level: 3,
        blocks: [
          .table(
            DocumentTable(
              ["rang", "écart"],
              [[.words("1"), .figures(Prose(lines: ["+1", "−2"]))]], rest: "Et 3 autres.")),
          .pictures([.init(svg: Array("<svg/>".utf8), caption: "Avant", description: "Carte")]),
        ]),
    ])

  @Test("as Markdown")
  func markdown() {
    #expect(
      String(decoding: MarkdownText.bytes(of: Self.document), as: UTF8.self) == #"""
        # A\_1

        > Rien n’est sûr.

        **+12** habitants

        **Ici** : `a_b`, voir options.csv.

        |  |  |
        | --- | --- |
        | Nom | C\* |
        | Âge | 3 |

        ## Suite

        Zones touchées :

        | zone | habitants | effet |
        | --- | ---: | --- |
        | ZB-1 | 1\#u{202F}234 | fermée |

        Et 1 autre (dans le JSON : zones).

        - un
        - deux

        ### Dedans

        | rang | écart |
        | --- | ---: |
        | 1 | +1<br>−2 |

        Et 3 autres.

        - Carte

        """#)
  }

  @Test("for a terminal")
  func terminal() {
    #expect(
      TerminalText.text(of: Self.document) == """
        A_1
        ═══

        Rien n’est sûr.

        +12 habitants

        Ici : a_b, voir options.csv.

        Nom                   C*
        Âge                   3

        Suite
        ─────
        Zones touchées :
          • ZB-1 : habitants 1\u{202F}234 ; effet fermée
            Et 1 autre (dans le JSON : zones).

        - un
        - deux

        Dedans
          • 1 : +1, −2
            Et 3 autres.

        - Carte

        """)
  }

  @Test("as HTML")
  func html() {
    #expect(
      String(decoding: HTMLText.body(of: Self.document), as: UTF8.self) == """
        <p class="banner" role="note">Rien n’est sûr.</p>
        <p class="gain" id="indicator"><strong>+12</strong> habitants</p>
        <p><strong>Ici</strong> : <code>a_b</code>, voir options.csv.</p>
        <dl>
        <dt>Nom</dt>
        <dd>C*</dd>
        <dt>Âge</dt>
        <dd>3</dd>
        </dl>
        <h2>Suite</h2>
        <div class="wide" role="region" tabindex="0" aria-label="Zones touchées">
        <table>
        <caption>Zones touchées</caption>
        <thead><tr><th scope="col">zone</th><th scope="col" class="number">habitants</th>\
        <th scope="col">effet</th></tr></thead>
        <tbody>
        <tr><th scope="row">ZB-1</th><td class="number">1\u{202F}234</td><td>fermée</td></tr>
        </tbody>
        </table>
        </div>
        <p>Et 1 autre (dans le JSON : zones).</p>
        <ul>
        <li>un</li>
        <li>deux</li>
        </ul>
        <h3>Dedans</h3>
        <div class="wide" role="region" tabindex="0" aria-label="Dedans">
        <table>
        <caption>Dedans</caption>
        <thead><tr><th scope="col">rang</th><th scope="col" class="number">écart</th></tr></thead>
        <tbody>
        <tr><th scope="row">1</th><td class="number">+1<br>−2</td></tr>
        </tbody>
        </table>
        </div>
        <p>Et 3 autres.</p>
        <div class="maps">
        <figure><img width="1600" height="900" alt="Carte" \
        src="data:image/svg+xml;base64,PHN2Zy8+"><figcaption>Avant</figcaption>
        </figure>
        </div>

        """)
  }

  @Test("JSON has every row and every column with a name, and no other")
  func json() {
    #expect(
      String(decoding: Self.table.json.bytes(.script), as: UTF8.self)
        == #"[{"zone":"ZB-1","nom":"seul le JSON","population":1234},"#
        + #"{"zone":"ZB-2","nom":"","population":null}]"#)
  }

  @Test("a name stays a name, whatever signs are in it", arguments: ScriptJSONTests.hostile)
  func hostile(name: String) {
    let rows = [[DocumentTable.Entry.cell(.text(name)), .words(Prose(name))]]
    let document = Document(
      title: name,
      sections: [
        Document.Section(
          heading: name,
          blocks: [
            .note(Prose(name)), .headline(name, Prose(name)), .list(["\(name)\(strong: name)"]),
            .facts([(name, Prose(name))]), .table(DocumentTable([name, "b"], rows, title: name)),
          ])
      ])
    let html = String(decoding: HTMLText.body(of: document), as: UTF8.self)
    let tags = html.split(separator: "<", omittingEmptySubsequences: false).dropFirst()
    let ours = [
      "p", "strong", "ul", "li", "dl", "dt", "dd", "h2", "div", "table", "caption", "thead", "tr",
      "th", "td", "tbody",
    ]
    #expect(
      tags.allSatisfy { tag in
        ours.contains(String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }))
      }, "\(html)")
    let markdown = String(decoding: MarkdownText.bytes(of: document), as: UTF8.self)
    // A title, a heading, three lines, a table of names, another with its title.
    #expect(markdown.split(separator: "\n").count == 2 + 3 + 3 + 4)
    #expect(!markdown.replacing("\\<", with: "").contains("<"))
    let text = TerminalText.text(of: document)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isWithoutSign })
  }
}
