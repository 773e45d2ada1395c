import Foundation

/// Small files of official lists for tests: the states of an invented list.
enum ListFiles {
  /// The list of January: a bank, a person, a vessel.
  static let january = """
    901,"ARNOR TRUST BANK",-0- ,"ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"SWIFT/BIC ARNTXXPP."
    902,"BRANDYBUCK, Meriadoc","individual","ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 12 Apr 1982; nationality Arnor."
    903,"PALANDIR 3","vessel","ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Vessel Registration Identification IMO 9376543."
    """
  /// The list of March: the vessel is gone, another person has come, the bank has a second programme.
  static let march = """
    901,"ARNOR TRUST BANK",-0- ,"ARNOR] [NPWMD",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"SWIFT/BIC ARNTXXPP."
    902,"BRANDYBUCK, Meriadoc","individual","ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 12 Apr 1982; nationality Arnor."
    904,"PAK, Chong Su","individual","ARNOR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1970; nationality Gondor; Passport 83456789 (Gondor)."
    """
  /// Other names in January.
  static let names = """
    901,11,"fka","BANK OF ARNOR",-0-
    902,12,"aka","MERRY, Meriadoc",-0-
    """

  /// A tool with the two states imported.
  static func imported() throws -> Tool {
    let tool = try Tool()
    try write(january, "shire-2024-01.csv", tool)
    try write(march, "shire-2024-03.csv", tool)
    try write(names, "shire-alt-2024-01.csv", tool)
    let january = ["import", "--list", "shire", "shire-2024-01.csv", "shire-alt-2024-01.csv"]
    guard try tool.run(january).code == 0,
      try tool.run(["import", "--list", "shire", "shire-2024-03.csv"]).code == 0
    else { throw CocoaError(.fileReadUnknown) }
    return tool
  }

  static func write(_ text: String, _ name: String, _ tool: Tool) throws {
    try Data((text + "\n").utf8).write(to: tool.file(name))
  }
}
