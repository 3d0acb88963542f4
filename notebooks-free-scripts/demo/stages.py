"""Give each territory a stage, and tune the population covered at each."""

import math

from demo.partition import CORSICA, MAYOTTE, Territory

NONE, PROJECT, LETTER, HEALTH_PROJECT, CONTRACT = range(5)
COUNTS = {CONTRACT: 389, HEALTH_PROJECT: 35, LETTER: 159, PROJECT: 173}
AT_LEAST = {CONTRACT: 0.485, LETTER: 0.68}
# What the same CPTS reach half a year later, on 30 June 2023.
LATER_CONTRACTS = 444
LATER_AT_LEAST = {CONTRACT: 0.55, LETTER: 0.75}
REUNION = "04"
CORSICA_SHARE, MAYOTTE_SHARE = 0.07, 0.10
# Where the people without CPTS live.
UNCOVERED = {"rural": 0.40, "intermediaire": 0.29, "urbain": 0.31}
SMALLEST = 6000
STEP = 40000
WIDEST_WHITE = 9


def stage_by_cell(territories, of="stage"):
    """Highest stage of the CPTS that hold each commune; `of` may be "later"."""
    best = {}
    for territory in territories:
        for code in territory.codes:
            best[code] = max(best.get(code, NONE), getattr(territory, of))
    return best


def covered(cells, territories, of="stage"):
    """People at each stage or more, each person once: list indexed by stage."""
    at_least = [0] * 5
    for code, stage in stage_by_cell(territories, of).items():
        for rank in range(stage + 1):
            at_least[rank] += cells[code].known_people
    return at_least


def settle_islands(cells, territories):
    """Fixed cases: Corse about 7 %, La Réunion all covered, Mayotte about 10 %."""
    corsica = [t for t in territories if t.reg == CORSICA]
    goal = CORSICA_SHARE * sum(t.people(cells) for t in corsica)
    by_gap = sorted(corsica, key=lambda t: (abs(t.people(cells) - goal), t.codes[0]))
    by_gap[0].stage, by_gap[1].stage = CONTRACT, PROJECT
    reunion = [t for t in territories if t.reg == REUNION]
    for rank, territory in enumerate(reunion):
        territory.stage = LETTER if rank % 3 == 2 else CONTRACT
    tiny = [t for t in territories if t.people(cells) < SMALLEST]
    for territory in corsica + reunion + tiny:
        territory.fixed = True
    mayotte = Territory(cells, two_communes(cells, MAYOTTE, MAYOTTE_SHARE))
    mayotte.stage, mayotte.fixed = LETTER, True
    territories.append(mayotte)


def two_communes(cells, region, share):
    """Two neighbours of a region whose people are nearest to a share of its own."""
    codes = [code for code, cell in cells.items() if cell.reg == region]
    goal = share * sum(cells[code].known_people for code in codes)
    pairs = [(code, other) for code in codes for other in cells[code].neighbours
             if code < other]
    return list(min(pairs, key=lambda pair: (
        abs(sum(cells[code].known_people for code in pair) - goal), pair)))


def rural_share(cells, territory):
    rural = sum(cells[code].known_people for code in territory.codes
                if cells[code].kind == "rural")
    return rural / max(1, territory.people(cells))


def reluctance(cells, territories, rng):
    """A score of how late each territory moves: regional tides, rurality, chance."""
    tides = [(rng.uniform(-3.2, 5.3), rng.uniform(42.8, 50.6), rng.choice((-1.0, 1.0)))
             for _ in range(60)]
    scores = {}
    for territory in territories:
        places = [cells[code] for code in territory.codes if cells[code].x is not None]
        x = sum(cell.x for cell in places) / len(places)
        y = sum(cell.y for cell in places) / len(places)
        score = sum(sign * math.exp(-((x - tx) ** 2 + (y - ty) ** 2) / 0.2)
                    for tx, ty, sign in tides)
        scores[territory] = (
            score - 0.5 * rural_share(cells, territory) + rng.gauss(0, 0.9))
    return scores


def assign(cells, territories, rng):
    """First assignment, with the exact number of CPTS at each stage."""
    settle_islands(cells, territories)
    free = [t for t in territories if not t.fixed]
    scores = reluctance(cells, free, rng)
    wanted = {stage: count - sum(t.stage == stage for t in territories if t.fixed)
              for stage, count in COUNTS.items()}
    free.sort(key=lambda t: (scores[t], t.codes[0]))
    letters = wanted[CONTRACT] + wanted[HEALTH_PROJECT] + wanted[LETTER]
    within, beyond = free[:letters], free[letters:]
    within.sort(key=lambda t: (0.5 * scores[t] + rng.gauss(0, 1), t.codes[0]))
    beyond.sort(key=lambda t: (
        0.5 * scores[t] + 2 * rural_share(cells, t) + rng.gauss(0, 1), t.codes[0]))
    stages = ([CONTRACT] * wanted[CONTRACT] + [HEALTH_PROJECT] * wanted[HEALTH_PROJECT])
    for territory, stage in zip(within, stages + [LETTER] * wanted[LETTER]):
        territory.stage = stage
    for territory in beyond[:wanted[PROJECT]]:
        territory.stage = PROJECT


def white_clusters(beside, territories):
    """Groups of touching territories below the letter of intent, largest first."""
    left = dict.fromkeys(t for t in territories if t.stage < LETTER)
    clusters = []
    for start in list(left):
        if start not in left:
            continue
        del left[start]
        cluster = [start]
        for territory in cluster:
            for other in beside[territory]:
                if other in left:
                    del left[other]
                    cluster.append(other)
        clusters.append(cluster)
    return sorted(clusters, key=len, reverse=True)


def break_up(cells, territories, rng):
    """Swap stages until no white cluster is wider than a few territories."""
    free = [t for t in territories if not t.fixed]
    owner = {code: t for t in free for code in t.codes}
    beside = {t: list(dict.fromkeys(
        owner[other] for code in t.codes for other in cells[code].neighbours
        if other in owner and owner[other] is not t)) for t in free}

    def white_neighbours(territory):
        return sum(other.stage < LETTER for other in beside[territory])

    for _ in range(400):
        cluster = white_clusters(beside, free)[0]
        if len(cluster) <= WIDEST_WHITE:
            return
        hub = max(cluster, key=lambda t: (white_neighbours(t), t.codes[0]))
        letters = [t for t in free if t.stage == LETTER]
        fewest = min(white_neighbours(t) for t in letters)
        other = rng.choice([t for t in letters if white_neighbours(t) <= fewest + 1])
        hub.stage, other.stage = other.stage, hub.stage


def tune(cells, territories, total, rng, tolerance):
    """Swap the stages of two territories until the two shares are reached."""
    size = {t: t.people(cells) for t in territories}
    free = [t for t in territories if not t.fixed]
    plans = ((LETTER, lambda s: s >= LETTER, lambda s: s < LETTER),
             (CONTRACT, lambda s: s == CONTRACT, lambda s: LETTER <= s < CONTRACT))
    for threshold, is_high, is_low in plans:
        def gap():
            return AT_LEAST[threshold] * total - covered(cells, territories)[threshold]

        def swap(step):
            up, down = nearest_pair(
                size, [t for t in free if is_high(t.stage)],
                [t for t in free if is_low(t.stage)], step, rng)
            up.stage, down.stage = down.stage, up.stage

        approach(gap, swap, tolerance * total)


def approach(gap, swap, tolerance):
    """Swap by steps of some people at most until the gap is small."""
    for _ in range(600):
        if abs(gap()) <= tolerance:
            return
        swap(max(-STEP, min(STEP, gap())))


def nearest_pair(size, high, low, step, rng):
    """Of many pairs drawn, the one whose swap gains the nearest to `step` people."""
    pairs = [(rng.choice(high), rng.choice(low)) for _ in range(2000)]
    return min(pairs, key=lambda pair: abs(size[pair[1]] - size[pair[0]] - step))


def balance(cells, territories, rng):
    """Swap stages of alike territories until those not covered live where they should."""
    free = [t for t in territories if not t.fixed]
    people = {t: people_by_kind(cells, t.codes) for t in free}

    def distance(counts):
        whole = sum(counts.values())
        return sum(abs(counts[kind] / whole - share) for kind, share in UNCOVERED.items())

    for _ in range(60):
        stages = stage_by_cell(territories)
        now = people_by_kind(
            cells, [code for code in cells if stages.get(code, NONE) < LETTER])
        if distance(now) < 0.004:
            return
        high = [t for t in free if t.stage == LETTER]
        low = [t for t in free if t.stage < LETTER]
        pairs = [(rng.choice(high), rng.choice(low)) for _ in range(400)]

        def after(pair):
            return distance({
                kind: now[kind] + people[pair[0]][kind] - people[pair[1]][kind]
                for kind in now})

        alike = [pair for pair in pairs if abs(
            sum(people[pair[0]].values()) - sum(people[pair[1]].values())) < 3000]
        up, down = min(alike, key=after)
        up.stage, down.stage = down.stage, up.stage


def people_by_kind(cells, codes):
    counts = dict.fromkeys(UNCOVERED, 0)
    for code in codes:
        counts[cells[code].kind] += cells[code].known_people
    return counts


def advance(cells, territories, total, rng, tolerance):
    """Let CPTS reach a later stage in the first half of 2023, to the shares of June."""
    size = {t: t.people(cells) for t in territories}
    for territory in territories:
        territory.later = territory.stage
    free = [t for t in territories if not t.fixed]
    ready = [t for t in free if LETTER <= t.stage < CONTRACT]
    ready.sort(key=lambda t: (
        rng.random() - 0.6 * (t.stage == HEALTH_PROJECT), t.codes[0]))
    for territory in ready[:LATER_CONTRACTS - COUNTS[CONTRACT]]:
        territory.later = CONTRACT
    projects = [t for t in free if t.stage == PROJECT]
    rng.shuffle(projects)
    wanted = (LATER_AT_LEAST[LETTER] - AT_LEAST[LETTER]) * total
    for territory in projects:
        if wanted > 0:
            territory.later = LETTER
            wanted -= size[territory]
    for threshold, group in ((LETTER, projects), (CONTRACT, ready)):
        def gap():
            return (LATER_AT_LEAST[threshold] * total
                    - covered(cells, territories, "later")[threshold])

        def swap(step):
            moved, still = nearest_pair(
                size, [t for t in group if t.later >= threshold],
                [t for t in group if t.later < threshold], step, rng)
            moved.later, still.later = moved.stage, threshold

        approach(gap, swap, tolerance * total)
