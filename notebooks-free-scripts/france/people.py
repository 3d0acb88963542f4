"""INSEE's legal populations by unit: everybody once, nobody left out."""

from france.codes import read_csv


def read_people(path, path_of_mayotte):
    """People (PMUN) by code, as INSEE publishes them: Mayotte apart, with short codes."""
    people = {row["COM"]: int(row["PMUN"]) for row in read_csv(path, ";")}
    for row in read_csv(path_of_mayotte, ";"):
        people[row["DEP"][:2] + row["CODCOM"]] = int(row["PMUN"])
    return people


def largest_remainder(total, weights):
    """Whole shares in proportion to the weights; ties go to the first."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    rest = [total * weight % whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda index: (-rest[index], index))
    for index in order[:total - sum(shares)]:
        shares[index] += 1
    return shares


def by_unit(people, units, successors):
    """(people by unit, {divided commune: {unit: people}}).

    A commune divided since is shared out as the people packaged before were; where a unit has
    none of its own, those of its delegated communes stand for them. Cities are their
    arrondissements together.
    """
    result, shared = {}, {}
    for code, count in sorted(people.items()):
        targets = successors.of(code)
        shares = [count]
        if len(targets) > 1:
            shares = largest_remainder(count, [
                units[target].people or successors.parts.people[target]
                for target in targets])
        for target, share in zip(targets, shares):
            result[target] = result.get(target, 0) + share
        if len(targets) > 1:
            shared[code] = dict(zip(targets, shares))
    for unit in units.values():
        if unit.parent:
            result[unit.parent] = result.get(unit.parent, 0) + result[unit.code]
    return result, shared
