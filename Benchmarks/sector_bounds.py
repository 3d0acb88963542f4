"""What a component's best division costs at least, by a mixed-integer program.

Each unit is given to the main unit of its sector, as in the problem of the p-median; each bassin and EPCI to one
sector, in which its people count as together; each sector to one department. HiGHS solves it, from the division of
the report on. Contiguity comes last: where an answer has a piece of a sector apart, the program is told that this piece
needs a neighbour in the sector, and solved again.
"""

import time
from dataclasses import dataclass, replace

import numpy as np

from sector_cost import FAR, cost_of, counted_areas, parts_of
from sector_program import PRECISION, Program

MUCH_SMALLER = 2 / 3


@dataclass(frozen=True)
class Bound:
    """All in people, as `Cost.people`."""

    least: float
    found: float
    """Cost of the best contiguous division that is known, ours or the program's."""
    labels: np.ndarray

    @property
    def is_proven(self):
        return self.found <= self.least * (1 + PRECISION)


class Assignment:
    """The variables "this unit is in the sector of that main unit"."""

    def __init__(self, component, rules, may_join, units_apart, no_homes=()):
        """
        - `may_join`: by unit and main unit, what is not ruled out.
        - `units_apart`: whether each unit of an area counts by itself: a much better bound, of many more variables.
        - `no_homes`: first units of areas, and main units, that are ruled out as their homes.
        """
        people = component.people
        self.component, self.rules, self.units_apart, self.no_homes = component, rules, units_apart, no_homes
        self.homes = {}
        self.program = Program()
        self.column = np.full(may_join.shape, -1)
        for main in np.flatnonzero(may_join.diagonal()):
            units = np.flatnonzero(may_join[:, main])
            costs = rules.distance * people[units] * component.metres[main, units] / FAR
            self.column[units, main] = self.program.variables(costs + rules.price * (units == main))
        self.program.offset -= rules.price
        self.mains = np.flatnonzero(may_join.diagonal())
        self.is_main = self.column[self.mains, self.mains]
        self.bound_sectors()
        for kind in component.areas:
            self.keep_together(kind)
        if len(np.unique(component.departments)) > 1:
            self.keep_in_departments()

    def columns_of(self, labels):
        """The variables that are 1 in a division."""
        return [self.column[place, places[np.argmax(self.component.people[places])]]
                for places in parts_of(labels) for place in places]

    def units_of(self, main, places):
        """Units among `places` that may be in the sector of a main unit."""
        return places[self.column[places, main] >= 0]

    def bound_sectors(self):
        people, rules, row = self.component.people, self.rules, self.program.row
        for columns in self.column:
            row((columns[columns >= 0], 1), low=1, high=1)
        for main, is_main in zip(self.mains, self.is_main):
            units = self.units_of(main, np.arange(len(people)))
            members = self.column[units, main]
            row((members, people[units]), (is_main, -rules.smallest), low=0)
            if people[main] <= rules.largest:
                row((members, people[units]), (is_main, -rules.largest), high=0)
            for member in members[members != is_main]:
                row((member, 1), (is_main, -1), high=0)

    def keep_together(self, kind):
        """People of an area count as together in one sector, which its home variable chooses."""
        people, weight = self.component.people, getattr(self.rules, kind)
        for places in counted_areas(self.component, self.rules, kind):
            if len(places) == 1:
                continue
            mains = [main for main in self.mains
                     if len(self.units_of(main, places)) and (kind, places[0], main) not in self.no_homes]
            homes = self.program.variables(np.zeros(len(mains)))
            self.program.offset += weight * int(people[places].sum())
            self.program.row((homes, 1), high=1)
            for main, home in zip(mains, homes):
                self.homes[kind, places[0], main] = home
                self.count_together(self.units_of(main, places), main, home, weight)

    def keep_in_departments(self):
        component, weight = self.component, self.rules.department
        found = np.unique(component.departments)
        self.program.offset += weight * component.total
        for main, is_main in zip(self.mains, self.is_main):
            chosen = self.program.variables(np.zeros(len(found)))
            self.program.row((chosen, 1), (is_main, -1), high=0)
            for department, home in zip(found, chosen):
                units = self.units_of(main, np.flatnonzero(component.departments == department))
                if len(units):
                    self.count_together(units, main, home, weight)

    def keep_in_one_piece(self, piece):
        """The units of a piece are in no sector from elsewhere that has none of the units around it."""
        around = np.array(sorted({other for place in piece for other in self.component.beside[place]} - set(piece)))
        for main in np.setdiff1d(self.mains, piece):
            ways = self.column[self.units_of(main, around), main]
            for member in self.column[self.units_of(main, np.array(piece)), main]:
                self.program.row((member, 1), (ways, -1), high=0)

    def count_together(self, units, main, home, weight):
        people, members, row = self.component.people[units], self.column[units, main], self.program.row
        if self.units_apart:
            for member, together in zip(members, self.program.variables(-weight * people, whole=False)):
                row((together, 1), (member, -1), high=0)
                row((together, 1), (home, -1), high=0)
            return
        most = min(int(people.sum()), self.rules.largest)
        together, = self.program.variables([-weight], high=most, whole=False)
        row((members, people), (together, -1), low=0)
        row((home, most), (together, -1), low=0)


def may_join_at_first(component, rules):
    """A sector has a main unit, units after it by people and code, and people within the bounds."""
    people = component.people
    rank = np.empty(len(people), int)
    rank[np.lexsort((np.arange(len(people)), -people))] = np.arange(len(people))
    allowed = (rank[:, None] >= rank) & (people[:, None] + people <= rules.largest)
    np.fill_diagonal(allowed, True)
    return allowed & (allowed.T @ people >= rules.smallest)


def bound(component, rules, seconds):
    """What a division costs at least; `None` where ours is out of bounds: then they do not compare."""
    ours = cost_of(component, rules, component.ours)
    if ours.out:
        return None
    end = time.monotonic() + seconds
    may_join = may_join_at_first(component, rules)
    least = 0.0
    no_homes, size = set(), np.inf
    # What a relaxed program shows to be dearer than ours is left out of the next, while that makes it much smaller.
    for units_apart in (False, True, True, True):
        assignment = Assignment(component, rules, may_join, units_apart, no_homes)
        if len(assignment.program.costs) > size * MUCH_SMALLER:
            break
        solution = assignment.program.solve(end - time.monotonic(), is_whole=False)
        if not solution.is_optimal:
            return Bound(least, ours.people, component.ours)
        least = max(least, solution.least)
        most = ours.people + 1 - solution.least
        may_join &= np.append(solution.reduced_costs, np.inf)[assignment.column] <= most
        if units_apart:
            size = len(assignment.program.costs)
            no_homes |= {home for home, column in assignment.homes.items() if solution.reduced_costs[column] > most}
    else:
        assignment = Assignment(component, rules, may_join, True, no_homes)
    best = Bound(least, ours.people, component.ours)
    while not best.is_proven and time.monotonic() < end:
        solution = assignment.program.solve(end - time.monotonic(), assignment.columns_of(component.ours))
        values = np.append(solution.values, 0)
        labels = component.ours if len(values) == 1 else values[assignment.column].argmax(axis=1)
        least = max(least, solution.least)
        apart = pieces_apart(component, labels)
        for piece in apart:
            assignment.keep_in_one_piece(piece)
        if not apart:
            best = min(best, Bound(least, cost_of(component, rules, labels).people, labels), key=lambda one: one.found)
        best = replace(best, least=min(least, best.found))
    return best


def pieces_apart(component, labels):
    """Pieces of sectors in which their main unit is not."""
    apart = []
    for places in parts_of(labels):
        left = {int(place) for place in places}
        main = int(places[np.argmax(component.people[places])])
        while left:
            piece = component.piece_around(main if main in left else min(left), left)
            left -= piece
            if main not in piece:
                apart.append(sorted(piece))
    return apart
