// swift-tools-version: 6.2
import PackageDescription

/// Apart from the project's package: its flags are those of `make fuzz`, which every target gets.
let package = Package(
  name: "coverage-fuzz",
  dependencies: [.package(name: "coverage-report", path: "..")],
  targets: [
    .target(name: "CMeter"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CMeter", .product(name: "Coverage", package: "coverage-report")],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
      ]),
  ]
)
