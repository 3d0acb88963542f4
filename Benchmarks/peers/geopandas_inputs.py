"""The inputs of the geopandas peer: CPTS at a date, units of the map, and which unit is in which CPTS."""

import geopandas as gpd
import numpy as np
import pandas as pd

from common import DATES, note_unknown


def read_cpts(path, at):
    """CPTS that exist on the day, with the rank of the highest stage reached by then."""
    cpts = pd.read_csv(path, dtype=str)
    ended = cpts["date_fin"].le(at) if "date_fin" in cpts else False
    reached = [cpts[column].le(at) * rank for rank, column in enumerate(DATES, 1) if column in cpts]
    cpts["rank"] = np.maximum.reduce(reached)
    return cpts[~ended & (cpts["rank"] > 0)].set_index("cpts_id")[["cpts_nom", "rank"]].sort_index()


def read_units(path, listed=None):
    """Elementary units, and the communes of the map.

    A commune listed by its arrondissements gives way to them as a unit, and stays whole on the map. Without a list,
    all those that have arrondissements do.
    """
    columns = ["code", "type", "nom", "population_municipale", "dep", "reg", "parent"]
    places = gpd.read_file(path, layer="units", columns=columns, use_arrow=True,
                           where="type IN ('COM', 'ARM')").rename(columns={"population_municipale": "population"})
    communes = places[places["type"] == "COM"].set_index("code").sort_index()
    parts = places[places["type"] == "ARM"].set_index("code")
    if listed is not None:
        parts = parts[parts["parent"].isin(parts.loc[parts.index.intersection(listed), "parent"])]
    parts = parts.copy()
    for column in ("dep", "reg"):
        parts[column] = parts["parent"].map(communes[column])
    units = pd.concat([communes.drop(parts["parent"].unique()), parts]).sort_index()
    units["commune"] = units["parent"].where(units["type"] == "ARM", units.index.to_series())
    return units, communes


def read_members(path, cpts, path_units):
    """Pairs (CPTS, unit) of the CPTS kept, and the units and communes they are read against."""
    pairs = pd.read_csv(path, dtype=str)[["cpts_id", "code_commune"]].drop_duplicates()
    pairs = pairs[pairs["cpts_id"].isin(cpts.index)].rename(columns={"code_commune": "unit"})
    units, communes = read_units(path_units, pairs["unit"])
    parts = units.index.to_series()[units["type"] == "ARM"].groupby(units["commune"]).agg(list)
    pairs["unit"] = pairs["unit"].map(parts).fillna(pairs["unit"])
    pairs = pairs.explode("unit").drop_duplicates()
    known = pairs["unit"].isin(units.index)
    note_unknown(sorted(pairs.loc[~known, "unit"].unique()))
    pairs = pairs[known].sort_values(["cpts_id", "unit"]).join(cpts["rank"], on="cpts_id")
    return pairs.reset_index(drop=True), units, communes
