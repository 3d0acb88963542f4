extension Opinions {
  /// The last line of every opinion.
  static let lastLine = "Avis indicatif : il ne décide de rien."

  /// Every opinion as one text.
  public func text(_ format: Format) -> String {
    switch format {
    case .text: documents.map { TerminalText.text(of: $0) }.joined(separator: "\n\n")
    case .markdown:
      documents.map { String(decoding: MarkdownText.bytes(of: $0), as: UTF8.self) }
        .joined(separator: "\n\n")
    case .json: String(decoding: OpinionJSON.json(of: self).file(.ordered), as: UTF8.self)
    }
  }

  /// Files written: one page a proposal, then all of them for scripts and for maps.
  public var fileNames: [String] {
    pageNames + [FolderRecord.opinions, "avis.geojson"]
      + (study.options.zip ? [FolderRecord.archive(FolderRecord.opinions)] : [])
  }

  private var documents: [Document] {
    opinions.indices.map { Document(self, opinions[$0]) }
  }

  private var pageNames: [String] {
    FileNames.distinct(opinions.map { $0.proposal.id.text }).map { "avis-\($0).md" }
  }

  /// Writes every file into `output`, which is created. All take the place of those of the run before in
  /// one step, or none; a file that no run has written, or that somebody changed since, is kept.
  ///
  /// - Returns: what was kept under another name, as an output has its own.
  /// - Throws: `InputFault` of kind `output`, with the path that cannot be written.
  @discardableResult
  public func write(to output: String) async throws -> [KeptFile] {
    try await OutputFolder.written(output, summary: FolderRecord.opinions, by: study) { folder in
      for (name, document) in zip(pageNames, documents) {
        try folder.write(name, MarkdownText.bytes(of: document))
      }
      let map = OpinionMap(opinions)
      var tracer = OutlineTracer(study.mesh)
      try folder.write("avis.geojson") { (write) throws(InputFault) in
        try GeoJSONWriter.write(
          map.table, PositionText(study.mesh), outline: { tracer.outline(of: map.pieces[$0]) },
          flush: write)
      }
      try folder.writeSummary(FolderRecord.opinions, OpinionJSON.json(of: self), .ordered)
    }
  }

  /// One line a proposal, and where the files are.
  public func summary(output: String) -> String {
    var lines = opinions.map { opinion in
      "\(TerminalText.cleaned(ShownName.shortened(opinion.proposal.name))) : "
        + OpinionFinding.allCases.filter { opinion.count($0) > 0 }
        .map { "\(opinion.count($0)) \($0.rawValue)" }.joined(separator: ", ")
    }
    lines.append("")
    lines += TerminalText.written(fileNames, to: output, study.options.language)
    return (lines + ["", Self.lastLine]).joined(separator: "\n") + "\n"
  }
}
