"""Cut France into territories of the size of a CPTS, out of EPCI."""

import math

from demo.cells import components

CORSICA, MAYOTTE = "94", "06"
LARGE, PART = 150000, 105000
LARGEST_MERGER = 172000


class Territory:
    """A list of communes; it becomes a CPTS when it is given a stage."""

    def __init__(self, cells, codes):
        self.codes = list(codes)
        self.home = max(
            sorted({cells[code].dep for code in codes}),
            key=lambda dep: sum(
                cells[code].known_people + 1 for code in codes if cells[code].dep == dep))
        self.reg = next(cells[code].reg for code in codes if cells[code].dep == self.home)
        self.stage = 0
        self.later = 0
        self.fixed = False
        self.suffix = ""
        self.dates = [None] * 5
        self.end = None
        self.successor = None

    def people(self, cells):
        return sum(cells[code].known_people for code in self.codes)


def grow(cells, codes, parts):
    """Cut connected codes into `parts` groups of similar population."""
    placed = [code for code in codes if cells[code].x is not None]

    def distance(a, b):
        return math.hypot(cells[a].x - cells[b].x, cells[a].y - cells[b].y)

    seeds = [max(placed, key=lambda code: (cells[code].known_people, code))]
    while len(seeds) < min(parts, len(placed)):
        seeds.append(max(
            (code for code in placed if code not in seeds),
            key=lambda code: (min(distance(code, seed) for seed in seeds), code)))
    groups = [[seed] for seed in seeds]
    totals = [cells[seed].known_people for seed in seeds]
    left = dict.fromkeys(code for code in codes if code not in seeds)
    open_groups = list(range(len(seeds)))
    while left and open_groups:
        index = min(open_groups, key=lambda i: (totals[i], i))
        border = [other for code in groups[index]
                  for other in cells[code].neighbours if other in left]
        if not border:
            open_groups.remove(index)
            continue
        chosen = min(border, key=lambda code: (distance(code, seeds[index]), code))
        del left[chosen]
        groups[index].append(chosen)
        totals[index] += cells[chosen].known_people
    for code in left:
        groups[0].append(code)
    return groups


def epci_groups(cells, rng, straddling):
    """Groups of codes: EPCI, cut by department unless kept whole, large ones split."""
    epci = {}
    for code, cell in cells.items():
        epci.setdefault(cell.epci, []).append(code)
    wide = [key for key in sorted(epci)
            if len({cells[code].dep for code in epci[key]}) > 1]
    rng.shuffle(wide)
    wider = [key for key in wide if len({cells[code].reg for code in epci[key]}) > 1]
    across = straddling * 2 // 5
    kept = set(wider[:across] + [key for key in wide if key not in wider][
        :straddling - across])
    groups = []
    for key in sorted(epci):
        pieces = {}
        for code in epci[key]:
            pieces.setdefault("" if key in kept else cells[code].dep, []).append(code)
        for codes in pieces.values():
            people = sum(cells[code].known_people for code in codes)
            whole = people < LARGE or (people < 260000 and rng.random() < 0.25)
            groups.extend(
                [codes] if whole else grow(cells, codes, max(2, round(people / PART))))
    return groups


def merge(cells, territories, rng, target):
    """Merge the smallest territories with a neighbour until `target` remain."""
    owner = {code: t for t in territories for code in t.codes}
    whim = {t: math.exp(rng.gauss(0, 0.45)) for t in territories}
    size = {t: t.people(cells) for t in territories}
    movable = [t for t in territories if t.reg not in (CORSICA, MAYOTTE)]
    count = len(territories)
    while count > target and movable:
        small = min(movable, key=lambda t: (size[t] * whim[t], t.codes[0]))
        border = {}
        for code in small.codes:
            for other, weight in cells[code].neighbours.items():
                there = owner[other]
                if (there is not small and there.home == small.home
                        and size[there] + size[small] <= LARGEST_MERGER):
                    border[there] = border.get(there, 0) + weight
        if not border:
            movable.remove(small)
            continue
        host = min(border, key=lambda t: (size[t] / border[t] ** 0.5, t.codes[0]))
        for code in small.codes:
            owner[code] = host
        host.codes.extend(small.codes)
        size[host] += size[small]
        movable.remove(small)
        territories.remove(small)
        count -= 1


def tidy(cells, territories):
    """Give each detached piece to the neighbour that surrounds it most."""
    owner = {code: t for t in territories for code in t.codes}
    for territory in list(territories):
        for piece in components(cells, territory.codes)[1:]:
            border = {}
            for code in piece:
                for other, weight in cells[code].neighbours.items():
                    there = owner[other]
                    if there is not territory and there.home == territory.home:
                        border[there] = border.get(there, 0) + weight
            if border:
                host = max(border, key=lambda t: (border[t], t.codes[0]))
                for code in piece:
                    owner[code] = host
                    territory.codes.remove(code)
                host.codes.extend(piece)


def make_territories(cells, rng, target, straddling):
    """The territories of France but Mayotte, in order of department and code."""
    territories = [Territory(cells, codes)
                   for codes in epci_groups(cells, rng, straddling)]
    territories = [t for t in territories if t.reg != MAYOTTE]
    corsica = sum(t.reg == CORSICA for t in territories)
    merge(cells, territories, rng, target + corsica)
    tidy(cells, territories)
    for territory in territories:
        territory.codes.sort()
    return sorted(territories, key=lambda t: (t.home, t.codes[0]))
