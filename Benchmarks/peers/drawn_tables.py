"""Tables of the geopandas peer for drawn territories, from areas: plain pandas."""

import numpy as np
import pandas as pd
import shapely

from common import STAGES, WHITE_BELOW
from geopandas_tables import joined, near_bound, percent, size_class


def prorated(places, whole, rows):
    """People of each row (unit, area): those of the unit, in proportion to its area; all where it has no shape."""
    people = places["population"].fillna(0).to_numpy(dtype=float)[rows["unit"]]
    whole = whole[rows["unit"]]
    return people * np.where(whole > 0, rows["area"] / np.where(whole > 0, whole, 1), 1)


def coverage(places, areas):
    """`couverture.csv`; `areas` has a row a unit and a column a rank, "this stage or a higher one"."""
    share = areas / np.where(areas[:, :1] > 0, areas[:, :1], 1)
    share[:, 0] = 1
    people = places["population"].to_numpy(dtype=float)[:, None] * share
    counted = ~np.isnan(people[:, 0])
    tables = []
    for level, column in [("national", None), ("region", "reg"), ("departement", "dep")]:
        codes = places[column] if column else pd.Series("FR", places.index)
        total = pd.DataFrame(people[counted]).groupby(codes[counted].to_numpy()).sum()
        alone = total - total.shift(-1, axis=1, fill_value=0)
        tables.append(pd.DataFrame({
            "niveau": level, "code": np.repeat(total.index, len(STAGES)), "nom": "",
            "population_totale": np.repeat(total[0].to_numpy(), len(STAGES)), "stade": STAGES * len(total),
            "population_stade": alone.to_numpy().ravel(), "population_cumulee": total.to_numpy().ravel()}))
    table = pd.concat(tables, ignore_index=True)
    table["pct_stade"] = percent(table["population_stade"], table["population_totale"])
    table["pct_cumule"] = percent(table["population_cumulee"], table["population_totale"])
    return table.round(3)


def communes(whole, places, areas, drawn, rows):
    """`communes.csv`: arrondissements folded into their commune; `whole` is the table of communes."""
    share = areas[:, WHITE_BELOW] / np.where(areas[:, 0] > 0, areas[:, 0], 1)
    by = pd.DataFrame({"commune": places["commune"], "rank": (areas[:, 1:] > 0).sum(axis=1),
                       "covered": places["population"] * share}).groupby("commune")
    names = joined(drawn["cpts_id"].to_numpy()[rows["territory"]], places["commune"].to_numpy()[rows["unit"]])
    table = whole[["nom", "dep", "reg", "population"]].copy()
    table["stade"] = np.array(STAGES)[by["rank"].max().reindex(table.index)]
    table["population_couverte"] = by["covered"].sum().reindex(table.index).round(3)
    table["pct_couvert"] = percent(table["population_couverte"], table["population"])
    table["cpts"] = names.reindex(table.index, fill_value="")
    return table.reset_index()


def territories(drawn, places, rows):
    """`cpts.csv`; the area is that of the land."""
    commune = pd.Series(places["commune"].to_numpy()[rows["unit"]])
    by = rows.groupby("territory")
    people = by["people"].sum().reindex(drawn.index, fill_value=0)
    return pd.DataFrame({
        "cpts_id": drawn["cpts_id"], "cpts_nom": drawn["cpts_nom"], "stade": drawn["stade"],
        "population": people.round(3), "taille": size_class(people), "seuil_proche": near_bound(people),
        "nb_communes": commune.groupby(rows["territory"].to_numpy()).nunique().reindex(drawn.index, fill_value=0),
        "superficie_km2": (by["area"].sum().reindex(drawn.index, fill_value=0) / 1e6).round(6),
        "nb_parties": shapely.get_num_geometries(drawn.geometry.to_numpy()),
        "departements": joined(places["dep"].to_numpy()[rows["unit"]], rows["territory"]).reindex(drawn.index),
        "regions": joined(places["reg"].to_numpy()[rows["unit"]], rows["territory"]).reindex(drawn.index)})


def overlaps(cpts, rank, places, pairs, shared):
    """`chevauchements.csv`: every pair with more than a square metre in common."""
    key = shared["a"] * len(cpts) + shared["b"]
    wanted = pairs["a"] * len(cpts) + pairs["b"]
    people = shared["people"].groupby(key).sum().reindex(wanted, fill_value=0).to_numpy()
    names = joined(places["commune"].to_numpy()[shared["unit"]], key).reindex(wanted, fill_value="")
    valid = np.minimum(*(rank.to_numpy()[pairs[side]] for side in "ab")) >= STAGES.index("projet_sante_valide")
    left, right = (cpts.iloc[pairs[side]].reset_index(drop=True) for side in "ab")
    return pd.DataFrame({
        "cpts_a": left["cpts_id"], "cpts_b": right["cpts_id"], "stade_a": left["stade"], "stade_b": right["stade"],
        "qualification": np.where(valid, "deux_projets_valides", "a_concilier"),
        "population": people.round(3), "superficie_km2": (pairs["square_metres"] / 1e6).round(6),
        "pct_population_a": percent(pd.Series(people), left["population"]),
        "pct_population_b": percent(pd.Series(people), right["population"]), "communes": names.to_numpy()})


def zones(places, shapes, made_of):
    """`zones_blanches.csv`: named after their most populous unit, with a number from the second one of that name."""
    ground = made_of.groupby(["zone", "unit"], as_index=False)["people"].sum()
    unit = ground["unit"].to_numpy()
    ground["code"] = places["code"].to_numpy()[unit]
    first = ground.sort_values(["zone", "people", "code"], ascending=[True, False, True]).drop_duplicates("zone")
    again = first.groupby("code").cumcount().to_numpy()
    by = ground.groupby("zone")
    codes, departments, regions = (
        joined(places[column].to_numpy()[unit], ground["zone"]).to_numpy() for column in ("commune", "dep", "reg"))
    number = np.where(again > 0, "-" + (again + 1).astype(str).astype(object), "")
    return pd.DataFrame({
        "zone": "ZB-" + first["code"].to_numpy() + number, "population": by["people"].sum().round(3),
        "superficie_km2": (np.nan_to_num(shapely.area(shapes)) / 1e6).round(6),
        "nb_communes": [names.count("|") + 1 for names in codes], "communes": codes,
        "departements": departments, "regions": regions, "commune_principale": places["nom"].to_numpy()[first["unit"]]})
