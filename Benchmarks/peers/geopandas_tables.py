"""Tables of the geopandas peer that need no geometry: plain pandas."""

import numpy as np
import pandas as pd

from common import STAGES, WHITE_BELOW

BOUNDS = np.array([40_000, 80_000, 175_000])


def size_class(people):
    """`taille` 1 to 4; 40,000 is 2, 80,000 is 3 and 175,000 is 3."""
    return 1 + (people >= 40_000).astype(int) + (people >= 80_000) + (people > 175_000)


def near_bound(people):
    """The bound within 2 % of each population, or an empty cell."""
    close = np.abs(people.to_numpy()[:, None] - BOUNDS) <= 0.02 * BOUNDS
    return np.where(close.any(1), BOUNDS[close.argmax(1)].astype(str), "")


def percent(part, whole):
    """Share in percent, 0 where there is nobody."""
    return (100 * part / whole.where(whole > 0)).fillna(0).round(2)


def joined(values, keys):
    """For each key, its distinct values sorted and separated by `|`, as a Series by key."""
    pairs = pd.DataFrame({"key": np.asarray(keys), "value": np.asarray(values)}).drop_duplicates()
    pairs = pairs.sort_values(["key", "value"])
    keys, values = (pairs[column].to_numpy(dtype=object) for column in pairs)
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    return pd.Series(["|".join(part) for part in np.split(values, starts[1:])], keys[starts])


def coverage(units):
    """`couverture.csv`: people by stage, each once, at three levels."""
    counted = units[units["population"].notna()].assign(national="FR")
    tables = []
    for level, column in [("national", "national"), ("region", "reg"), ("departement", "dep")]:
        table = counted.pivot_table(index=column, columns="rank", values="population", aggfunc="sum", fill_value=0)
        table = table.reindex(columns=range(len(STAGES)), fill_value=0).sort_index().astype(int)
        long = table.stack().rename("population_stade").rename_axis(["code", "rank"]).reset_index()
        long["population_cumulee"] = table.iloc[:, ::-1].cumsum(axis=1).iloc[:, ::-1].stack().to_numpy()
        long["population_totale"] = long["code"].map(table.sum(axis=1))
        tables.append(long.assign(niveau=level, nom=""))
    rows = pd.concat(tables, ignore_index=True)
    rows["stade"] = np.array(STAGES)[rows["rank"]]
    rows["pct_stade"] = percent(rows["population_stade"], rows["population_totale"])
    rows["pct_cumule"] = percent(rows["population_cumulee"], rows["population_totale"])
    return rows[["niveau", "code", "nom", "population_totale", "stade", "population_stade", "pct_stade",
                 "population_cumulee", "pct_cumule"]]


def cpts_table(cpts, units, rows):
    """`cpts.csv`; `rows` are the pairs (CPTS, unit) with the columns of the unit."""
    by = rows.groupby("cpts_id")
    shared = rows[units["covers"].gt(1)[rows["unit"]].to_numpy()].groupby("cpts_id")["population"].sum()
    table = pd.DataFrame(index=cpts.index)
    table["cpts_nom"] = cpts["cpts_nom"]
    table["stade"] = np.array(STAGES)[cpts["rank"]]
    table["population"] = by["population"].sum().reindex(table.index, fill_value=0).astype(int)
    table["taille"] = size_class(table["population"])
    table["seuil_proche"] = near_bound(table["population"])
    table["nb_communes"] = by["commune"].nunique()
    table["superficie_km2"] = by["area"].sum().round(3)
    table["nb_parties"] = 0
    table["departements"] = joined(rows["dep"], rows["cpts_id"])
    table["regions"] = joined(rows["reg"], rows["cpts_id"])
    table["population_partagee"] = shared.reindex(table.index, fill_value=0).astype(int)
    return table


def overlaps_table(cpts, units, rows):
    """`chevauchements.csv`, and the pairs with each unit they share."""
    several = rows[units["covers"].gt(1)[rows["unit"]].to_numpy()]
    shared = several.merge(several[["cpts_id", "unit"]], on="unit", suffixes=("_a", "_b"))
    shared = shared[shared["cpts_id_a"] < shared["cpts_id_b"]]
    shared = shared.rename(columns={"cpts_id_a": "cpts_a", "cpts_id_b": "cpts_b"})
    shared = shared.sort_values(["cpts_a", "cpts_b", "unit"])
    table = shared.groupby(["cpts_a", "cpts_b"]).agg(
        population=("population", "sum"), superficie_km2=("area", "sum")).reset_index()
    names = joined(shared["commune"], shared["cpts_a"] + "|" + shared["cpts_b"])
    table["communes"] = (table["cpts_a"] + "|" + table["cpts_b"]).map(names)
    for side in "ab":
        table[f"stade_{side}"] = table[f"cpts_{side}"].map(cpts["stade"])
        table[f"pct_population_{side}"] = percent(table["population"], table[f"cpts_{side}"].map(cpts["population"]))
    valid = table[["stade_a", "stade_b"]].isin(STAGES[3:]).all(axis=1)
    table["qualification"] = np.where(valid, "deux_projets_valides", "a_concilier")
    table["population"] = table["population"].astype(int)
    table["superficie_km2"] = table["superficie_km2"].round(3)
    table["largeur_m"] = ""
    columns = ["cpts_a", "cpts_b", "stade_a", "stade_b", "qualification", "population", "superficie_km2", "largeur_m",
               "pct_population_a", "pct_population_b", "communes"]
    return table[columns], shared


def zones_table(units, borders_with):
    """`zones_blanches.csv`; `borders_with` is the table of neighbours."""
    white = units[units["zone"].notna()]
    by = white.groupby("zone")
    table = pd.DataFrame({
        "statut": np.where(by["rank"].max() > 0, "projet_en_emergence", "atone"),
        "population": by["population"].sum().astype(int),
        "superficie_km2": by["area"].sum().round(3),
        "nb_communes": by["commune"].nunique(),
        "communes": joined(white["commune"], white["zone"]),
        "departements": joined(white["dep"], white["zone"]),
        "regions": joined(white["reg"], white["zone"]),
    })
    table["commune_principale"] = table.index.str.removeprefix("ZB-").map(units["nom"])
    table["voisins"] = joined(borders_with["cpts_id"], borders_with["zone"]).reindex(table.index, fill_value="")
    return table.rename_axis("zone")


def neighbours(borders, zone_people, cpts, rows):
    """`zones_blanches_voisins.csv`: the CPTS around each zone and the border they share with it."""
    total = borders.groupby("zone")["km"].sum()
    beside = borders.merge(rows.loc[rows["rank"] >= WHITE_BELOW, ["cpts_id", "unit"]], on="unit")
    table = beside.groupby(["zone", "cpts_id"])["km"].sum().rename("frontiere_km").reset_index()
    table = table.join(cpts[["stade", "population", "taille"]], on="cpts_id")
    table["pct_frontiere"] = percent(table["frontiere_km"], table["zone"].map(total))
    table["population_apres"] = table["population"] + table["zone"].map(zone_people)
    table["taille_apres"] = size_class(table["population_apres"])
    table = table.rename(columns={"population": "population_cpts", "taille": "taille_avant"}).round({"frontiere_km": 3})
    return table[["zone", "cpts_id", "stade", "frontiere_km", "pct_frontiere", "population_cpts", "taille_avant",
                  "population_apres", "taille_apres"]]


def communes_table(units, communes, rows):
    """`communes.csv`: arrondissements folded into their commune."""
    by = units.assign(covered=units["population"].where(units["rank"] >= WHITE_BELOW, 0)).groupby("commune")
    table = communes[["nom", "dep", "reg"]].copy()
    table["population"] = communes["population"].astype("Int64")
    table["stade"] = np.array(STAGES)[by["rank"].max().reindex(table.index)]
    covered = by["covered"].sum().reindex(table.index)
    table["population_couverte"] = covered.where(communes["population"].notna()).astype("Int64")
    table["pct_couvert"] = percent(table["population_couverte"].astype(float), communes["population"])
    table["cpts"] = joined(rows["cpts_id"], rows["commune"]).reindex(table.index, fill_value="")
    white = units[units["zone"].notna()]
    zones = joined(white["zone"], white["commune"])
    table["zone_blanche"] = zones.reindex(table.index, fill_value="")
    return table
