/// Reads a map in JSON, whichever it is: GeoJSON, TopoJSON, Esri JSON.
enum JSONMapReader {
  /// - Complexity: O(bytes), no document tree.
  static func read(
    _ input: OpenedInput, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    let layer = input.layerBesideReference
    let bytes = try input.bytes()
    return try read(
      bytes, path: layer == nil ? input.name : input.fullName, layer: layer, handingTo: taker)
  }

  static func read(
    _ given: [UInt8], path: String, layer: String? = nil,
    handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    let bytes = UTF8Text.of(given)
    var scanner = JSONScanner(bytes)
    scanner.position = JSONScript.start(of: bytes)
    do throws(JSONScanner.Fault) {
      let kind = try JSONMapKind.of(scanner)
      if kind != .topology, let layer { throw noLayers(layer) }
      switch kind {
      case .topology:
        return try TopoJSONReader.read(&scanner, path: path, layer: layer, handingTo: taker)
      case .esri: return try EsriJSONReader.read(&scanner, path: path, handingTo: taker)
      case .featureCollection, .single, .array:
        return try GeoJSONReader.read(&scanner, kind, path: path, handingTo: taker)
      case .umap: throw umap
      case .noMap: throw noMap
      }
    } catch {
      throw InputFault(
        path: path, line: 1 + bytes[..<min(error.offset, bytes.count)].count { $0 == 10 },
        problem: error.problem, cure: error.cure)
    }
  }

  private static var noMap: JSONScanner.Fault {
    JSONScanner.Fault(
      offset: 0,
      problem: Wording(
        fr:
          "ce n’est pas une FeatureCollection GeoJSON, ni une autre carte : ce JSON n’a pas de dessin",
        en: "this is no GeoJSON FeatureCollection, nor another map: this JSON has no drawing"),
      cure: Wording(
        fr:
          "pour une carte, demandez-la avec ses contours (GeoJSON) ; pour une table, exportez-la en CSV (UTF-8)",
        en:
          "for a map, ask for it with its outlines (GeoJSON); for a table, export it as CSV (UTF-8)"
      ))
  }

  private static var umap: JSONScanner.Fault {
    JSONScanner.Fault(
      offset: 0,
      problem: Wording(
        fr: "c’est la sauvegarde d’une carte uMap, dont les calques ne sont pas lus",
        en: "this is the backup of a uMap map, whose layers are not read"),
      cure: Wording(
        fr: "dans uMap, partagez et téléchargez les données en GeoJSON, et donnez ce fichier",
        en: "in uMap, share and download the data as GeoJSON, and give that file"))
  }

  private static func noLayers(_ layer: String) -> JSONScanner.Fault {
    let shown = ShownName.shortened(layer)
    return JSONScanner.Fault(
      offset: 0,
      problem: Wording(
        fr: "« #\(shown) » : ce fichier n’a pas de couches",
        en: "“#\(shown)”: this file has no layers"),
      cure: Wording(fr: "donnez le fichier sans « # »", en: "give the file without “#”"))
  }
}

/// JSON that a web page carries as a script: `var carte = {…};`.
enum JSONScript {
  /// Where the JSON begins: after a byte order mark or the sign of RFC 8142, and after the words that give it a
  /// name.
  static func start(of bytes: [UInt8]) -> Int {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : bytes.first == 0x1E ? 1 : 0
    let head = bytes[body..<min(bytes.count, body + 200)]
    return nameEnd(head) ?? body
  }

  /// Where the words end that give a script's value a name; nil where there are none.
  static func nameEnd(_ head: ArraySlice<UInt8>) -> Int? {
    let first = head.drop { $0 <= 0x20 }
    let words = ["var ", "let ", "const ", "window."]
    guard words.contains(where: { first.starts(with: $0.utf8) }),
      let equals = first.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    let value = head[(equals + 1)...].first { $0 > 0x20 }
    return value == UInt8(ascii: "{") || value == UInt8(ascii: "[") ? equals + 1 : nil
  }
}
