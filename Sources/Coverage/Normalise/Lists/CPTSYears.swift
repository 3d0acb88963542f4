/// Years in which a CPTS may have come to a stage: the law of 26 January 2016 made them, from what there was
/// before. No date is planned beyond the century.
enum CPTSYears {
  static let possible = 2000...2099
}
