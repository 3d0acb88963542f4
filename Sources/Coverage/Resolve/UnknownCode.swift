extension UnitCode {
  /// Why a code of a list may be none of the units.
  var whyUnknown: Wording {
    if ScientificNotation(text) != nil {
      return Wording(
        fr: "notation scientifique : des chiffres du code sont perdus",
        en: "scientific notation: digits of the code are lost")
    }
    if isWritten(text, like: "000000000") {
      return Wording(
        fr: "aucune unité n’a ce SIREN pour EPCI", en: "no unit has this SIREN as its EPCI")
    }
    if isWritten(text, like: "0000") {
      return Wording(
        fr: "code qui n’est pas parmi les unités (un canton ? donnez sa colonne par --attributes)",
        en: "code that is not among the units (a canton? give its column by --attributes)")
    }
    if PostalCodes.mayBe(text) {
      return Wording(
        fr: "code qui n’est pas parmi les unités (code postal, ou commune d’une autre année ?)",
        en: "code that is not among the units (a postal code, or a commune of another year?)")
    }
    return Wording(
      fr: "code qui n’est pas parmi les unités (commune d’une autre année ?)",
      en: "code that is not among the units (a commune of another year?)")
  }
}
