// What is told of codes in doubt.

extension CodeDoubt {
  /// What is in doubt, of a text shown as it stands.
  func finding(_ shown: String) -> Wording {
    switch self {
    case .sign(let code):
      Wording(
        fr: "« \(shown) » : le signe à côté de \(code) peut dire un retrait ou renvoyer à une note",
        en: "“\(shown)”: the sign beside \(code) may mean that it is left, or refer to a note")
    case .decimals:
      Wording(
        fr: "« \(shown) » : un code n’a pas de décimales", en: "“\(shown)”: a code has no decimals")
    case .range(let first, let last):
      Wording(
        fr:
          "« \(shown) » peut être : les communes \(first) et \(last) ; toutes de \(first) à \(last)",
        en: "“\(shown)” may be: the communes \(first) and \(last); all from \(first) to \(last)")
    case .number(let code):
      Wording(
        fr: "« \(shown) » : un nombre à côté de \(code), dont rien ne dit le sens",
        en: "“\(shown)”: a number beside \(code) that nothing explains")
    case .part:
      Wording(
        fr: "« \(shown) » laisse un doute : une exception, une partie, ou un lieu à confirmer",
        en: "“\(shown)” leaves a doubt: an exception, a part, or a place to be confirmed")
    case .mark(let sign):
      Wording(
        fr: "« \(shown) » : « \(sign) » peut dire un retrait, un doute ou renvoyer à une note",
        en: "“\(shown)”: “\(sign)” may mean that it is left, doubtful, or refer to a note")
    case .note(let code, let note):
      Wording(
        fr:
          "« \(shown) » : « \(note) », à côté de \(code), n’est pas que le nom de sa commune : il peut dire "
          + "un retrait, une partie, une date",
        en:
          "“\(shown)”: “\(note)”, beside \(code), is not just the name of its commune: it may say that it "
          + "is left, a part, a date")
    case .ofGroup(let code, let note):
      Wording(
        fr:
          "« \(shown) » : « \(note) », à côté de \(code), n’est pas le nom de ce groupe de communes : il peut "
          + "n’en dire qu’une partie, ou ce qui n’est pas encore",
        en:
          "“\(shown)”: “\(note)”, beside \(code), is not the name of that group of communes: it may say "
          + "only a part of it, or what is not yet")
    case .after(let denial):
      Wording(
        fr: "« \(shown) » vient après « \(ShownName.shortened(denial)) », qui peut valoir pour lui",
        en: "“\(shown)” comes after “\(ShownName.shortened(denial))”, which may hold for it")
    case .department(let number, let choices):
      Wording(
        fr:
          "« \(shown) » : le département \(number) n’est pas celui de "
          + ShownName.list(choices, most: 8),
        en:
          "“\(shown)”: the department \(number) is not that of " + ShownName.list(choices, most: 8))
    }
  }

  var cure: Wording {
    switch self {
    case .sign(let code):
      Wording(
        fr: "non couvert : écrivez \(code) sans ce signe si la CPTS la couvre, sinon ôtez-la",
        en:
          "not covered: write \(code) without that sign where the CPTS covers it, else take it away"
      )
    case .decimals(let code):
      Wording(
        fr: "non couvert : écrivez \(code) si c’est lui, sinon le bon code",
        en: "not covered: write \(code) if that is meant, else the right code")
    case .range(let first, let last):
      Wording(
        fr: "non couvert : écrivez chaque code, séparé par une virgule : \(first), \(last)",
        en: "not covered: write each code, separated by a comma: \(first), \(last)")
    case .number(let code):
      Wording(
        fr:
          "non couvert : écrivez \(code) seul si la CPTS couvre toute la commune ; pour une partie, donnez "
          + "le dessin du territoire",
        en:
          "not covered: write \(code) alone where the CPTS covers all of the commune; for a part, give the "
          + "drawing of the territory")
    case .part:
      Wording(
        fr:
          "non couvert : écrivez les seules communes couvertes, chacune en entier ; pour une partie de "
          + "commune, donnez le dessin du territoire",
        en:
          "not covered: write only the communes that are covered, each as a whole; for a part of a commune, "
          + "give the drawing of the territory")
    case .mark(let sign):
      Wording(
        fr:
          "non couvert : écrivez le lieu sans « \(sign) » si la CPTS le couvre tout entier, sinon ôtez-le",
        en:
          "not covered: write the place without “\(sign)” where the CPTS covers all of it, else take it away"
      )
    case .note(let code, _):
      Wording(
        fr:
          "non couvert : écrivez \(code) seul, ou avec le nom de sa commune, si la CPTS la couvre toute ; "
          + "sinon ôtez-la ; pour une partie, donnez le dessin du territoire",
        en:
          "not covered: write \(code) alone, or with the name of its commune, where the CPTS covers all of "
          + "it; else take it away; for a part, give the drawing of the territory")
    case .ofGroup(let code, _):
      Wording(
        fr:
          "non couvert : écrivez \(code) seul, ou avec son nom, si la CPTS le couvre tout entier ; sinon "
          + "les communes couvertes",
        en:
          "not covered: write \(code) alone, or with its name, where the CPTS covers all of it; else the "
          + "communes that are covered")
    case .after:
      Wording(
        fr: "non couvert : n’écrivez que les communes couvertes, sans celles qui ne le sont pas",
        en: "not covered: write only the communes that are covered, without those that are not")
    case .department:
      Wording(
        fr: "non couvert : écrivez le code de la commune voulue",
        en: "not covered: write the code of the commune that is meant")
    }
  }
}
