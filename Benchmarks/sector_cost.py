"""The cost of a division into sectors, as the tool documents it, in whole numbers: people times `FAR`."""

from dataclasses import dataclass

import numpy as np

FAR = 50_000
"""Metres at which one person weighs one, by the weight of the distance."""


@dataclass(frozen=True)
class Rules:
    """The tool's own defaults."""

    smallest: int = 20_000
    largest: int = 175_000
    price: int = 30_000
    bassin: int = 4
    epci: int = 2
    department: int = 1
    distance: int = 3


@dataclass(frozen=True, order=True)
class Cost:
    """People out of bounds come first."""

    out: int
    cost: int

    @property
    def people(self):
        return self.cost / FAR


def counted_areas(component, rules, kind):
    """Units of each bassin or EPCI that one sector can hold."""
    numbers = component.areas[kind]
    found = [np.flatnonzero(numbers == number) for number in range(numbers.max(initial=-1) + 1)]
    return [places for places in found if component.people[places].sum() <= rules.largest]


def parts_of(labels):
    """Places of the units of each sector."""
    labels = np.unique(labels, return_inverse=True)[1]
    return [np.flatnonzero(labels == label) for label in range(labels.max() + 1)]


def cut_people(component, rules, kind, labels):
    """People off the sector that has most of their bassin or EPCI."""
    labels = np.unique(labels, return_inverse=True)[1]
    return sum(int(people.sum() - np.bincount(labels[places], people).max())
               for places in counted_areas(component, rules, kind) for people in [component.people[places]])


def out_of_bounds(people, units, rules):
    if people < rules.smallest:
        return rules.smallest - people
    return people - rules.largest if people > rules.largest and units > 1 else 0


def cost_of(component, rules, labels):
    """What a division costs, the price of its sectors included."""
    out = weighed = person_metres = 0
    parts = parts_of(labels)
    for places in parts:
        people = component.people[places]
        out += out_of_bounds(int(people.sum()), len(places), rules)
        inside = np.bincount(component.departments[places] + 1, people).max()
        weighed += rules.department * int(people.sum() - inside)
        main = places[np.argmax(people)]
        person_metres += int(people @ component.metres[main, places])
    for kind in component.areas:
        weighed += getattr(rules, kind) * cut_people(component, rules, kind, labels)
    weighed += rules.price * (len(parts) - 1)
    return Cost(out, weighed * FAR + rules.distance * person_metres)
