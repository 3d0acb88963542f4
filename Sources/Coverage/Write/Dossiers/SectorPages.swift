/// Where the page of each sector is: one of its own in the folder of its pilot department, or a place on the
/// page that small sectors of a department share.
struct SectorPages: Sendable {
  /// The folder of all pages.
  static let folder = "dossiers"
  /// Where the pages of overlaps are, in that folder.
  static let conciliation = "conciliation"
  private static let smallSectors = "petits-secteurs.html"
  private static let withoutDepartment = "sans-departement"

  /// What a link to a sector needs, from the folder of the report.
  struct Place: Sendable, Equatable {
    /// The file, as `dossiers/24-dordogne/SB-24037.html`.
    let path: String
    /// Where the sector is on a page that it shares; nil on one of its own.
    let anchor: String?

    /// The file, and where on it: safe in an attribute, and in an address.
    var link: String { anchor.map { "\(path)#\($0)" } ?? path }
  }

  /// By sector, in the order of the study.
  let places: [Place]

  init(_ study: Study) {
    self.init(study.sectors, study.units, smallest: study.options.dossierSmallest)
  }

  /// - Parameter smallest: people below which a sector has no page of its own; one whose people are not all
  ///   known has.
  /// - Complexity: O(sectors × log + units of sectors).
  init(_ sectors: [Sector], _ units: StudyUnits, smallest: Int) {
    let names = FileNames.distinct(sectors.map(\.id))
    let folders = Self.folders(of: sectors)
    places = zip(sectors, names).map { sector, name in
      let folder = "\(Self.folder)/\(folders[sector.pilot] ?? Self.withoutDepartment)"
      let people = units.people(sector.population, in: sector.units)
      let isSmall = people.known == .all && people.count < smallest
      return isSmall
        ? Place(path: "\(folder)/\(Self.smallSectors)", anchor: name)
        : Place(path: "\(folder)/\(name).html", anchor: nil)
    }
  }

  /// The code and name of a department, as they would be its folder where no other takes it.
  static func folder(of department: String) -> String {
    if department.isEmpty { return withoutDepartment }
    let name = folded("\(department) \(AdministrativeNames.departments[department] ?? "")")
    return name.isEmpty ? department : name.replacing("_", with: "-")
  }

  /// The folder of each pilot department: its code and name, as disks and addresses take them.
  private static func folders(of sectors: [Sector]) -> [String: String] {
    let pilots = Set(sectors.map(\.pilot)).subtracting([""]).sorted()
    let slugs = pilots.map(folder(of:))
    let taken = [conciliation, withoutDepartment]
    return Dictionary(
      uniqueKeysWithValues: zip(pilots, FileNames.distinct(taken + slugs).dropFirst(taken.count)))
  }
}
