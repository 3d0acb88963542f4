import GeoKernel

extension InputPath {
  /// Whether the file begins as a TIFF does, of either byte order and size.
  var isPicture: Bool {
    get throws(InputFault) {
      let beginnings: [[UInt8]] = [
        [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2B, 0],
        [0x4D, 0x4D, 0, 0x2B],
      ]
      return beginnings.contains(try head(count: 4))
    }
  }

  /// A picture whose pixels lie nobody knows in which system.
  var rasterWithoutReference: InputFault {
    InputFault(
      path: file,
      problem: Wording(
        fr: "l’image ne donne pas le code EPSG de son système de référence",
        en: "the picture gives no EPSG code of its reference system"),
      cure: Wording(
        fr: "nommez-le : \(file)#EPSG:3035, \(file)#ESRI:54009 (Mollweide, GHS-POP)",
        en: "name it: \(file)#EPSG:3035, \(file)#ESRI:54009 (Mollweide, GHS-POP)"))
  }

  /// What is wrong with a picture, and what to do.
  func fault(_ fault: RasterFault) -> InputFault {
    let (problem, cure) = fault.words
    return InputFault(path: file, problem: problem, cure: cure)
  }
}

extension RasterFault {
  fileprivate var words: (problem: Wording, cure: Wording) {
    switch self {
    case .unreadable:
      return (
        Wording(
          fr: "image GeoTIFF incomplète, abîmée ou d’une compression inconnue",
          en: "a GeoTIFF picture that is incomplete, damaged or of unknown compression"),
        Wording(
          fr: "téléchargez-la de nouveau, ou réécrivez-la (gdal_translate -co COMPRESS=DEFLATE)",
          en: "download it again, or rewrite it (gdal_translate -co COMPRESS=DEFLATE)")
      )
    case .notOneNumber(let bands):
      return (
        Wording(
          fr:
            "image GeoTIFF de \(bands.inFrench("bande", "bandes")) : un nombre d’habitants par pixel "
            + "est attendu",
          en:
            "a GeoTIFF picture of \(bands.inEnglish("band", "bands")): one number of people a pixel "
            + "is expected"),
        Wording(
          fr: "gardez la bande de la population (gdal_translate -b 1)",
          en: "keep the band of the population (gdal_translate -b 1)")
      )
    case .unknownNumbers(let bits, let format):
      return (
        Wording(
          fr: "nombres de \(bits) bits, format \(format), qui ne sont pas lus",
          en: "numbers of \(bits) bits, format \(format), which are not read"),
        Wording(
          fr: "réécrivez-les en décimaux de 32 bits (gdal_translate -ot Float32)",
          en: "rewrite them as decimals of 32 bits (gdal_translate -ot Float32)")
      )
    case .tooLarge(let width, let height):
      return (
        Wording(
          fr: "image trop grande : \(width) × \(height) pixels",
          en: "too large a picture: \(width) × \(height) pixels"),
        Wording(
          fr: "découpez-la autour du territoire, en blocs (gdalwarp -te … -co TILED=YES)",
          en: "cut it around the territory, in blocks (gdalwarp -te … -co TILED=YES)")
      )
    case .noPlace:
      return (
        Wording(
          fr: "l’image ne dit pas où sont ses pixels",
          en: "the picture does not say where its pixels lie"),
        Wording(
          fr: "donnez un GeoTIFF : une image avec ses coordonnées",
          en: "give a GeoTIFF: a picture with its coordinates")
      )
    case .turned:
      return (
        Wording(
          fr: "l’image est tournée : ses lignes ne vont pas d’ouest en est, du nord au sud",
          en: "the picture is turned: its rows do not run from west to east, from north to south"),
        Wording(
          fr: "redressez-la (gdalwarp, ou QGIS : Projection)",
          en: "straighten it (gdalwarp, or QGIS: Warp)")
      )
    }
  }
}
