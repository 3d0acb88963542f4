import GeoKernel

/// The files that make one Shapefile: they have one name, and endings of their own.
enum ShapefileCompanions {
  /// Those that are read beside `.shp`.
  private static let read = [".dbf", ".prj", ".cpg"]
  /// Those that programs add for themselves.
  private static let others = [
    ".shx", ".qpj", ".sbn", ".sbx", ".qix", ".fix", ".qmd", ".qml", ".sld", ".xml", ".ain", ".aih",
  ]

  /// A path without the ending `.shp`, in whichever case.
  private static func stem(_ name: String) -> Substring {
    name.lowercased().hasSuffix(".shp") ? name.dropLast(4) : name[...]
  }

  /// Whether a member of an archive belongs to the Shapefile that another one is.
  static func goes(_ name: String, with shape: String) -> Bool {
    guard shape.lowercased().hasSuffix(".shp") else { return false }
    let (name, stem) = (name.lowercased(), stem(shape).lowercased())
    return name == shape.lowercased() + ".xml"
      || (read + others).contains { name == stem + $0 }
  }

  /// What an archive holds of them, by their endings.
  static func contents(
    of shape: ZipMember, in archive: inout ZipArchive
  ) throws(InputFault) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for ending in read {
      let wanted = stem(shape.name).lowercased() + ending
      if let member = archive.members.first(where: { $0.name.lowercased() == wanted }) {
        contents[ending] = try archive.contents(of: member)
      }
    }
    return contents
  }

  /// The file with another ending beside a `.shp`; nil where there is none.
  static func path(_ ending: String, besides file: String) -> InputPath? {
    [ending, ending.uppercased()].lazy.map { "\(stem(file))\($0)" }
      .first { InputFile.size($0) != nil }.map { InputPath(file: $0) }
  }

  /// The files that are read beside an input, as far as they are there.
  static func all(besides file: String) -> [InputPath] {
    guard file.lowercased().hasSuffix(".shp") else { return [] }
    return read.compactMap { path($0, besides: file) }
  }
}

/// Esri's geodatabase: a folder of files, which is not read.
enum FileGeodatabase {
  static func fault(path: String) -> InputFault {
    InputFault(
      .data, path: path,
      problem: Wording(
        fr: "c’est une géodatabase Esri (.gdb), qui ne se lit pas ici",
        en: "this is an Esri geodatabase (.gdb), which is not read here"),
      cure: Wording(
        fr:
          "ouvrez-la dans QGIS et exportez la couche en GeoPackage (« Sauvegarder les entités sous… »)",
        en: "open it in QGIS and export the layer as GeoPackage (“Save Features As…”)"))
  }
}
