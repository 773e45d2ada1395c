// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: language mode 6, imports that say what they expose, warnings as errors.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// A library target `name` under `Sources/name`.
func module(
  _ name: String, _ dependencies: Target.Dependency..., exclude: [String] = [], more: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings + more)
}

/// The test target of the module `name`, with the test helpers and what else it needs.
func tests(of name: String, _ more: Target.Dependency...) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + more,
    exclude: ["Commands": ["Snapshots"], "Extraction": ["FuzzSeeds"], "Posts": ["Fixtures"]][name] ?? [],
    swiftSettings: settings)
}

let package = Package(
  name: "sanctions",
  products: [.executable(name: "sanctions", targets: ["sanctions"])],
  targets: [
    .executableTarget(name: "sanctions", dependencies: ["Commands"], swiftSettings: settings),
    module(
      "Commands", "Arguments", "Rendering", "Serving", "Posts", "Lists", "Extraction", "Evaluation",
      "Resolution", "Matching", "Knowledge", "Graph", "Model", "Diagnostics"),
    module("Arguments"),
    module("Rendering", "Model", "CEmbedded", exclude: ["Assets"]),
    module("Serving", "Rendering", "CMicroHTTP"),
    module("Posts", "Markup", "Model", "Diagnostics", "CMark", "CYAML", "CGMime"),
    module("Lists", "Markup", "Model", "Diagnostics"),
    module("Markup", "CZlib", "CLibXML2", "CIconv"),
    module("Evaluation", "Model", "Diagnostics"),
    module(
      "Extraction", "Knowledge", "Matching", "TextMatching", "Model", "Diagnostics",
      // The reader of a post is an object that one thread owns; checking each access of it for overlaps at run time
      // took a third of the time of reading.
      more: [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]),
    module("Resolution", "Matching", "Model"),
    module("Matching", "Model"),
    module("Knowledge", "Model", "Diagnostics", "CEmbedded"),
    module("TextMatching"),
    module("Graph", "Model", "SQLite", "CEmbedded", "CNettle"),
    module("SQLite", "CSQLite"),
    module("Model"),
    module("Diagnostics"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(name: "CMicroHTTP", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // A part of the C library that Swift's own module of it leaves out.
    .systemLibrary(name: "CIconv"),
    .target(name: "CEmbedded"),

    .executableTarget(
      name: "Benchmark", dependencies: ["Extraction", "Knowledge", "Model"],
      exclude: ["templates.txt", "peers.py"],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(
      of: "Commands", "Arguments", "Rendering", "Posts", "Extraction", "Resolution", "Knowledge", "Graph",
      "Model"),
    tests(of: "Arguments"),
    tests(of: "Rendering", "Model"),
    tests(of: "Posts", "Knowledge", "Model", "Diagnostics"),
    tests(of: "Lists", "Model", "Diagnostics"),
    tests(of: "Evaluation", "Model", "Diagnostics"),
    tests(of: "Extraction", "Knowledge", "TextMatching", "Model"),
    .testTarget(
      name: "CorpusTests",
      dependencies: ["Evaluation", "Extraction", "Knowledge", "Model", "Diagnostics", "TestSupport"],
      exclude: ["Sentences", "Posts", "floors.csv"], swiftSettings: settings),
    tests(of: "Resolution", "Model"),
    tests(of: "Matching", "Model"),
    tests(of: "Knowledge", "Model", "Diagnostics"),
    tests(of: "TextMatching"),
    tests(of: "Graph", "Model", "SQLite"),
    tests(of: "SQLite"),
    tests(of: "Model"),
    tests(of: "Diagnostics"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// A program of libFuzzer's, whose runtime it needs: only `make fuzz` builds it, with all modules instrumented.
if Context.environment["SANCTIONS_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer"),
    .executableTarget(
      name: "Fuzzing", dependencies: ["Extraction", "Knowledge", "Model", "CFuzzer"], swiftSettings: settings),
  ]
}
