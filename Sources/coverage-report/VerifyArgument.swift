/// Gives `--verify` the value that it may lack: the parser knows no option whose value may be absent.
///
/// `--verify` becomes `--verify=all`, unless a number or `all` follows, which then is its value.
/// Nothing after `--` is an option.
func withVerifyCompleted(_ arguments: some Sequence<String>) -> [String] {
  var result: [String] = []
  var rest = Array(arguments)[...]
  while let argument = rest.first, argument != "--" {
    rest.removeFirst()
    guard argument == "--verify" else {
      result.append(argument)
      continue
    }
    let next = rest.first ?? ""
    // Any number, so that one that cannot be is refused as such.
    let isValue = next == "all" || next.wholeMatch(of: /[-+]?[0-9]+([.,][0-9]*)?/) != nil
    result.append("--verify=" + (isValue ? rest.removeFirst() : "all"))
  }
  return result + rest
}
