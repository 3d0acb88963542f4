import CGEOS
import CPROJ

/// The versions of the system's libraries that answer here: their searches and projections differ in
/// the last digits.
package enum LibraryVersions {
  /// As `3.11.1`.
  package static var geos: String {
    // The corresponding C functions need no context, and say `3.11.1-CAPI-1.17.1`.
    String(String(cString: GEOSversion()).prefix { $0 != "-" })
  }

  /// As `9.1.1`.
  package static var proj: String { String(cString: proj_info().version) }
}
