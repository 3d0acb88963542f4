import GeoKernel

/// The style of printed pages.
enum PrintedStyle {
  /// What the policy of a page names.
  static let source = ContentDigest.source(Array(text.utf8))

  /// No flexible boxes, no grids: word processors keep none.
  static let text = """
    @page{size:A4;margin:10mm}
    body{font-family:Arial,Helvetica,"Liberation Sans",sans-serif;font-size:8.1pt;line-height:1.2;\
    color:#1a2324;background:#fff;max-width:186mm;margin:0 auto}
    p,li,td,th{font-size:8.1pt;margin:0 0 1mm 0}
    ul{margin:0 0 1mm 0;padding-left:5mm}
    li{margin:0 0 0.4mm 0}
    h1,h2,h3{font-family:Arial,Helvetica,"Liberation Sans",sans-serif}
    h1{font-size:15pt;margin:1mm 0 1mm 0}
    h2{font-size:10.5pt;margin:2.2mm 0 1mm 0;color:#0b5b5f;page-break-after:avoid}
    h3{font-size:9pt;margin:1.5mm 0 0.6mm 0;page-break-after:avoid}
    table{border-collapse:collapse;width:100%;margin:0 0 1mm 0}
    td,th{padding:0.5mm 1.2mm;vertical-align:top;text-align:left;overflow-wrap:anywhere}
    tr{page-break-inside:avoid}
    .grid td,.grid th{border:1px solid #9aa5a5}
    .grid th{background:#eef3f2}
    .form td,.form th{border:1px solid #5c6867;padding:0.8mm 1.4mm}
    .form th{background:#eef3f2}
    .form{page-break-inside:avoid}
    .way td{color:#4f5f60;border-bottom:1px solid #9aa5a5}
    td.number{text-align:right}
    .small{font-size:7.5pt;color:#4f5f60}
    img{max-width:100%}
    a{color:#0b5b5f}

    """
}
