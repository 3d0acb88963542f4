"""What makes the list look real: forgotten communes, overlaps, split territories."""

from demo.cells import components
from demo.stages import CONTRACT, LETTER, NONE, PROJECT, stage_by_cell

FORGOTTEN_COMMUNES = 260
FORGOTTEN_EPCI = 110
OVERLAPS = 84
DETACHED = 3
ENDED = 9


def stays_whole(cells, territory, removed):
    """Would the territory keep the same number of pieces without these communes?"""
    rest = [code for code in territory.codes if code not in removed]
    return bool(rest) and (len(components(cells, rest))
                           <= len(components(cells, territory.codes)))


def take_away(territory, removed):
    territory.codes = [code for code in territory.codes if code not in removed]


def is_surrounded(cells, codes, stages):
    """Are all the outer neighbours in a CPTS at the letter of intent or above?"""
    outer = [other for code in codes for other in cells[code].neighbours
             if other not in codes]
    return bool(outer) and all(stages.get(other, NONE) >= LETTER for other in outer)


def forget_communes(cells, territories, rng):
    """Leave one to three communes, on the edge of a territory, without any CPTS."""
    stages = stage_by_cell(territories)
    owner = {code: t for t in territories for code in t.codes}
    codes = [code for code, t in owner.items() if t.stage >= LETTER and not t.fixed
             and cells[code].known_people < 6000]
    codes.sort()
    rng.shuffle(codes)
    done = 0
    for code in codes:
        beside = {owner[other] for other in cells[code].neighbours if other in owner}
        if done == FORGOTTEN_COMMUNES or len(beside) < 2:
            continue
        same = [other for other in cells[code].neighbours
                if owner.get(other) is owner[code] and cells[other].known_people < 4000]
        group = [code] + same[:rng.choice((0, 0, 0, 1, 2))]
        if (all(stages[member] >= LETTER for member in group)
                and is_surrounded(cells, group, stages)
                and stays_whole(cells, owner[code], group)):
            take_away(owner[code], group)
            stages.update(dict.fromkeys(group, NONE))
            done += 1


def forget_epci(cells, territories, rng):
    """Leave whole EPCI (the smaller ones of their territory) without any CPTS."""
    stages = stage_by_cell(territories)
    hosts = [t for t in territories if t.stage >= LETTER and not t.fixed]
    rng.shuffle(hosts)
    done = 0
    for host in hosts:
        parts = {}
        for code in host.codes:
            parts.setdefault(cells[code].epci, []).append(code)
        if len(parts) < 2 or done >= FORGOTTEN_EPCI:
            continue
        part = min(parts.values(), key=lambda codes: (
            abs(sum(cells[c].known_people for c in codes) - 9000), codes[0]))
        people = sum(cells[code].known_people for code in part)
        if people * 2 < host.people(cells) and is_surrounded(
                cells, part, stages) and stays_whole(cells, host, part):
            take_away(host, part)
            stages.update(dict.fromkeys(part, NONE))
            done += 1


def detach(cells, territories, rng):
    """Move a few communes to a territory that they do not touch."""
    owner = {code: t for t in territories for code in t.codes}
    hosts = [t for t in territories if t.stage >= PROJECT and not t.fixed]
    rng.shuffle(hosts)
    done = 0
    for host in hosts:
        if done == DETACHED:
            return
        near = {other for code in host.codes for other in cells[code].neighbours}
        second = sorted(
            {other for code in near for other in cells[code].neighbours}
            - near - set(host.codes))
        rng.shuffle(second)
        for code in second:
            giver = owner.get(code)
            if (giver and giver is not host and giver.home == host.home
                    and not giver.fixed and giver.stage >= PROJECT
                    and cells[code].known_people < 5000
                    and stays_whole(cells, giver, [code])):
                take_away(giver, [code])
                host.codes.append(code)
                done += 1
                break


def overlap(cells, territories, rng):
    """Let pairs of neighbouring CPTS both list one to five communes."""
    owner = {code: t for t in territories for code in t.codes}
    alive = [t for t in territories if t.stage >= PROJECT and not t.fixed]
    rng.shuffle(alive)
    used, done = set(), 0
    for host in alive:
        if done == OVERLAPS:
            break
        inside = set(host.codes)
        border = {}
        for code in host.codes:
            for other in cells[code].neighbours:
                giver = owner.get(other)
                if (giver and giver is not host and giver.stage >= PROJECT
                        and giver.reg == host.reg and not giver.fixed
                        and (giver.home == host.home or rng.random() < 0.05)
                        and cells[other].known_people < 9000 and other not in used):
                    border.setdefault(giver, {})[other] = True
        if not border or used & inside:
            continue
        giver = rng.choice(sorted(border, key=lambda t: t.codes[0]))
        wanted = rng.choice((1, 1, 1, 2, 2, 3, 4, 5))
        shared = sorted(border[giver])[:wanted]
        if len(giver.codes) < 3 * len(shared):
            continue
        host.codes.extend(shared)
        used.update(shared)
        done += 1


def ended_territories(cells, territories, rng, make):
    """CPTS that ended before the date: some given up, some merged into another."""
    given_up = [t for t in territories if t.stage == NONE and not t.fixed]
    merged = [t for t in territories if t.stage == CONTRACT and not t.fixed
              and len({cells[code].epci for code in t.codes}) > 1]
    rng.shuffle(given_up)
    rng.shuffle(merged)
    ended = []
    for rank in range(ENDED):
        host = given_up[rank] if rank % 2 else merged[rank]
        first = min(host.codes)
        codes = [code for code in host.codes if cells[code].epci == cells[first].epci]
        old = make(cells, codes)
        old.suffix = " (terminée)"
        if rank % 2 == 0:
            old.successor = host
        ended.append(old)
    return ended
