"""The figures obtained, computed afresh from the territories and their dates."""

from datetime import date

from demo.cells import components
from demo.stages import CONTRACT, LETTER, PROJECT

KEYS = ["aucun", "projet", "lettre_intention", "projet_sante_valide", "aci_signe"]


def stage_on(territory, day):
    """Highest stage dated on or before the day; 0 once the CPTS has ended."""
    if territory.end and territory.end <= day:
        return 0
    return max([rank for rank, reached in enumerate(territory.dates)
                if reached and reached <= day], default=0)


def best_stages(territories, day):
    best = {}
    for territory in territories:
        stage = stage_on(territory, day)
        for code in territory.codes:
            best[code] = max(best.get(code, 0), stage)
    return best


def share(cells, best, threshold, total, keep=lambda cell: True):
    people = sum(cell.known_people for code, cell in cells.items()
                 if keep(cell) and best.get(code, 0) >= threshold)
    return 100 * people / total


def overlapping_pairs(territories, day):
    holders = {}
    for index, territory in enumerate(territories):
        if stage_on(territory, day) >= PROJECT:
            for code in territory.codes:
                holders.setdefault(code, []).append(index)
    return len({(a, b) for held in holders.values() for a in held for b in held if a < b})


def figures(cells, territories, total):
    """Lines of text (label, value) for the end of the run."""
    day = date(2022, 12, 31)
    alive = [t for t in territories if stage_on(t, day) >= PROJECT]
    lines = [("CPTS alive on 2022-12-31", len(alive))]
    for rank in range(CONTRACT, 0, -1):
        lines.append(("  " + KEYS[rank], sum(stage_on(t, day) == rank for t in alive)))
    lines.append(("CPTS ended before", len(territories) - len(alive)))
    for other in (date(2019, 12, 31), date(2020, 12, 31), date(2021, 12, 31), day,
                  date(2023, 6, 30)):
        best = best_stages(territories, other)
        stages = [stage_on(t, other) for t in territories]
        lines.append(("%s: CPTS, with ACI; LI or more, ACI (%%)" % other, "%d  %d  %.2f  %.2f" % (
            sum(stage >= PROJECT for stage in stages),
            sum(stage == CONTRACT for stage in stages),
            share(cells, best, LETTER, total), share(cells, best, CONTRACT, total))))
    best = best_stages(territories, day)
    lines.append(("covered by any CPTS (%)", "%.2f" % share(cells, best, PROJECT, total)))
    for reg, name in (("94", "Corse"), ("04", "La Réunion"), ("06", "Mayotte")):
        people = sum(c.known_people for c in cells.values() if c.reg == reg)
        lines.append(("%s: LI or more (%%)" % name, "%.2f" % share(
            cells, best, LETTER, people, lambda cell: cell.reg == reg)))
    white = [code for code in cells if best.get(code, 0) < LETTER]
    uncovered = sum(cells[code].known_people for code in white)
    for kind in ("rural", "intermediaire", "urbain"):
        lines.append(("uncovered people, %s (%%)" % kind, "%.1f" % (100 / uncovered * sum(
            cells[code].known_people for code in white if cells[code].kind == kind))))
    zones = components(cells, white)
    lines.append(("white zones (of one commune)", "%d (%d)" % (
        len(zones), sum(len(zone) == 1 for zone in zones))))
    lines.append(("largest white zone (communes)", len(zones[0])))
    lines.append(("overlapping pairs", overlapping_pairs(territories, day)))
    for label, key in (("departments", "dep"), ("regions", "reg")):
        lines.append(("CPTS that straddle " + label, sum(
            len({getattr(cells[code], key) for code in t.codes}) > 1 for t in alive)))
    lines.append(("CPTS in two pieces or more", sum(
        len(components(cells, t.codes)) > 1 for t in alive)))
    sizes = [t.people(cells) for t in alive]
    lines.append(("CPTS of 20,000 to 175,000 people", sum(
        20000 <= size <= 175000 for size in sizes)))
    lines.append(("pairs of CPTS and commune", sum(len(t.codes) for t in territories)))
    return lines
