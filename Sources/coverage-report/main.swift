import Coverage
try lab(CommandLine.arguments[1])
