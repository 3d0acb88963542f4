"""Laws that every report keeps: sectors share out the zones, and are contiguous and of a size where they can be."""

from collections import defaultdict

from sector_cost import out_of_bounds, parts_of
from sector_ground import CITIES, WITHOUT_PROJECT, read


def sums(rows, column):
    found = defaultdict(int)
    for row in rows:
        found[row["zone"]] += int(row[column] or 0)
    return found


def zones_shared_out(report):
    """People and communes of zones that their sectors do not have, or have twice."""
    zones, sectors = read(report / "zones_blanches.csv"), read(report / "secteurs.csv")
    people = sums(sectors, "population")
    for zone in zones:
        if people[zone["zone"]] != int(zone["population"] or 0):
            yield f"{zone['zone']}: its sectors have {people[zone['zone']]} people, it has {zone['population']}"
    homes = defaultdict(list)
    for sector in sectors:
        for code in set(sector["communes"].split("|")) - CITIES:
            homes[code].append(sector)
    for code in {code for zone in zones for code in zone["communes"].split("|")} - CITIES:
        if len(homes[code]) != 1:
            yield f"{code}: in {len(homes[code])} sectors"
    for commune in read(report / "communes.csv"):
        natures = {sector["nature"] for sector in homes[commune["code"]]}
        if natures and (commune["stade"] == "aucun") != bool(natures & WITHOUT_PROJECT):
            yield f"{commune['code']}: stage {commune['stade']}, sector {natures}"


def components_divided(components, sectors, rules):
    """Sectors without project that are not one piece of one component, or that their size does not allow."""
    people = {row["secteur"]: int(row["population"]) for row in sectors}
    homes = defaultdict(int)
    for component in components:
        parts = parts_of(component.ours)
        for places in parts:
            name, total = component.ours[places[0]], int(component.people[places].sum())
            homes[name] += 1
            if not component.is_of_one_piece(places):
                yield f"{name}: not contiguous"
            if people[name] != total:
                yield f"{name}: {people[name]} people, its units have {total}"
            if len(parts) > 1 and out_of_bounds(total, len(places), rules):
                yield f"{name}: {total} people, out of bounds"
            if len(parts) == 1 and total > rules.largest and len(places) > 1:
                yield f"{name}: {total} people in one sector"
        if len(parts) > 1 and component.total < 2 * rules.smallest:
            yield f"{component.name}: {component.total} people in {len(parts)} sectors"
    for name in people:
        if homes[name] != 1:
            yield f"{name}: in {homes[name]} components"
