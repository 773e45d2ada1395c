import Commands

Development.extract(Array(CommandLine.arguments.dropFirst(2)))
