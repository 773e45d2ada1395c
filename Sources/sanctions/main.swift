// The entry point; everything is in Commands.
import Commands
import Glibc

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
