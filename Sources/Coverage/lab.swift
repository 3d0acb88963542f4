import GeoKernel
public func lab(_ path: String) throws {
  let clock = ContinuousClock()
  var t0 = clock.now
  func lap(_ s: String) { let t = clock.now; print(s, t - t0); t0 = t }
  let table = try FeatureTable.read(InputPath(path))
  lap("read \(table.rowCount) \(table.geometry.vertexCount)")
  let keep = table.values[table.columns.firstIndex(of: "type")!]
  let feats = (0..<table.rowCount).filter { keep[$0] == "COM" }.map { Int32($0) }
  let mesh = try Mesh(geometry: table.geometry, features: feats, reference: table.reference)
  lap("mesh v\(mesh.longitudes.count) e\(mesh.edges.count)")
  let names = table.values[table.columns.firstIndex(of: "code")!]
  for f in mesh.findings { if case .joined = f.kind { continue }; print(f.kind, names[Int(feats[Int(f.unit)])]!, f.neighbour.map { names[Int(feats[Int($0)])]! } ?? "-") }
  print(mesh.findings.count, mesh.areas.reduce(0, +) / 1e6)
  lap("-")
  var tracer = OutlineTracer(mesh)
  lap("tracer")
  var n = 0, r = 0
  var s = 0
  while s < feats.count { let e = min(s + 45, feats.count); let o = tracer.outline(of: (s..<e).map { Int32($0) }); n += o.vertices.count; r += o.ringCount; s = e }
  lap("outlines \(n) \(r)")
}
