// The entry point; everything is in Commands.
