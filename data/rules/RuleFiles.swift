/// The rule files of this folder, carried inside the binary: an installed command finds them without
/// the repository.
package enum RuleFiles {
  /// Name of each file without its extension, and its bytes as they are in the folder.
  package static let all: [(name: String, bytes: [UInt8])] = [
    ("aci-2019", PackageResources.aci_2019_yml),
    ("aci-avenant-2-2021", PackageResources.aci_avenant_2_2021_yml),
    ("proposition-16-2023", PackageResources.proposition_16_2023_yml),
  ]
}
