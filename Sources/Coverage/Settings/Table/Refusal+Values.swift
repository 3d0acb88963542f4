extension Refusal {
  /// A text that is no day: of another form, or of a day that the calendar does not have.
  static func noDate(_ text: String) -> Refusal {
    let hasForm = text.wholeMatch(
      of: /[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}\/[0-9]{1,2}\/[0-9]{4}/)
    return Refusal(
      problem: hasForm == nil
        ? Wording(fr: "« \(text) » n’est pas une date", en: "“\(text)” is no date")
        : Wording(fr: "le jour « \(text) » n’existe pas", en: "there is no day “\(text)”"),
      cure: Wording(
        fr: "écrivez AAAA-MM-JJ ou JJ/MM/AAAA, par exemple 2022-12-31 ou 31/12/2022",
        en: "write YYYY-MM-DD or DD/MM/YYYY, for instance 2022-12-31 or 31/12/2022"))
  }

  /// An address where a folder is to be written.
  static func notOfThisMachine(_ text: String) -> Refusal {
    Refusal(
      problem: Wording(
        fr: "« \(text) » est une adresse, pas un dossier",
        en: "“\(text)” is an address, not a folder"),
      cure: Wording(
        fr: "nommez un dossier de cette machine, par exemple out",
        en: "name a folder of this machine, for instance out"))
  }
}
