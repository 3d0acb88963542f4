// swift-tools-version: 6.2
import PackageDescription

/// Stated once: every target of ours is compiled in Swift 6 mode without warnings.
let plain: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Targets that hold no unsafe code: the compiler proves it.
let memorySafe: [SwiftSetting] = plain + [.strictMemorySafety()]

let package = Package(
  name: "coverage-report",
  products: [
    .library(name: "Coverage", targets: ["Coverage"]),
    .executable(name: "coverage-report", targets: ["coverage-report"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0")
  ],
  targets: [
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CTIFF", pkgConfig: "libtiff-4", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["libproj-dev"])]),
    .target(name: "CDigest"),
    .target(name: "CFolders"),
    .target(
      name: "GeoKernel",
      dependencies: ["CDigest", "CFolders", "CGEOS", "CPROJ", "CSQLite", "CTIFF", "CZlib"],
      swiftSettings: plain),
    .target(
      name: "RuleFiles", path: "data/rules", exclude: ["README.md"],
      resources: [
        .embedInCode("aci-2019.yml"), .embedInCode("aci-avenant-2-2021.yml"),
        .embedInCode("proposition-16-2023.yml"),
      ],
      swiftSettings: memorySafe),
    .target(
      name: "Coverage",
      dependencies: [
        "GeoKernel", "RuleFiles", .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Write/Page/Resources")],
      swiftSettings: memorySafe),
    .executableTarget(
      name: "coverage-report", dependencies: ["Coverage", "GeoKernel"],
      swiftSettings: memorySafe),
    .executableTarget(
      name: "coverage-readings", dependencies: ["Coverage"],
      path: "notebooks-free-scripts/swift", swiftSettings: memorySafe),
    .target(
      name: "TestSupport", dependencies: ["GeoKernel"], path: "Tests/TestSupport",
      swiftSettings: plain),
    .testTarget(name: "LibraryTests", dependencies: ["Coverage"], swiftSettings: plain),
    .testTarget(
      name: "GeoKernelTests", dependencies: ["GeoKernel", "TestSupport"], swiftSettings: plain),
    .testTarget(
      name: "CoverageTests", dependencies: ["Coverage", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: plain),
    .testTarget(
      name: "CommandTests", dependencies: ["coverage-report", "Coverage", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: plain),
  ]
)
