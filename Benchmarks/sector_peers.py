"""Other ways to divide a component into sectors: spopt's, and blocks of EPCI or bassins merged greedily.

They have the graph of units that the tool's cut has. As attributes spopt's have what the cost is made of: coordinates,
bassin, EPCI and department, so that the Manhattan distance of two units is about what the cost counts between them.
Those named `… of the cost` minimise the cost itself in place of their own measure.
"""

import multiprocessing
import resource
import time
import warnings

import geopandas as gpd
import libpysal
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from sklearn.metrics.pairwise import manhattan_distances
from spopt.region import MaxPHeuristic, WardSpatial
from spopt.region.azp import AZPOrig
from spopt.region.objective_function import ObjectiveFunction, ObjectiveFunctionPairwise
from spopt.region.skater import SpanningForest

from sector_cost import FAR, cost_of

SEED = 17


def graph(component):
    return libpysal.weights.W(dict(enumerate(component.beside)), silence_warnings=True)


def attributes(component, rules):
    columns = [component.plane * rules.distance / FAR]
    for numbers, weight in [(component.areas["bassin"], rules.bassin), (component.areas["epci"], rules.epci),
                            (component.departments, rules.department)]:
        columns.append((numbers[:, None] == np.unique(numbers)) * weight / 2)
    return np.column_stack(columns)


def table(component, rules):
    values = attributes(component, rules)
    names = [f"a{number}" for number in range(values.shape[1])]
    frame = gpd.GeoDataFrame(dict(zip(names, values.T)), geometry=component.units.geometry.to_numpy(), crs=4326)
    return frame.assign(people=component.people), names


def number_of(cost):
    """A cost as one number: people out of bounds count more than any other."""
    return float(cost.out) * 1e6 + cost.people


class WholeCost(ObjectiveFunction):
    """The cost as what AZP minimises."""

    def __init__(self, component, rules):
        super().__init__(manhattan_distances)
        self.component, self.rules = component, rules

    def __call__(self, labels, attr):
        return number_of(cost_of(self.component, self.rules, labels))

    def update(self, moving_area, recipient_region, labels, attr):
        moved = labels.copy()
        moved[moving_area] = recipient_region
        return self(moved, attr) - self(labels, attr)


class ForestOfCost(SpanningForest):
    """SKATER that chooses the edges it cuts by the cost."""

    def __init__(self, component, rules):
        super().__init__(manhattan_distances)
        self.component, self.rules = component, rules

    def score(self, data, labels=None, quorum=-np.inf):
        return number_of(cost_of(self.component, self.rules, labels))


def skater(component, rules, number):
    return SpanningForest(manhattan_distances).fit(
        number, graph(component), attributes(component, rules), quorum=1).current_labels_


def skater_of_cost(component, rules, number):
    return ForestOfCost(component, rules).fit(
        number, graph(component), attributes(component, rules)).current_labels_


def azp(component, rules, number, objective=None):
    model = AZPOrig(random_state=SEED)
    model.fit_from_w(graph(component), attributes(component, rules), number,
                     objective_func=objective or ObjectiveFunctionPairwise(manhattan_distances))
    return model.labels_


def azp_of_cost(component, rules, number):
    return azp(component, rules, number, WholeCost(component, rules))


def max_p(component, rules, number):
    """It makes as many sectors as it can of enough people: four fifths of those that each of so many would have."""
    frame, names = table(component, rules)
    np.random.seed(SEED)
    # By default it takes minutes on a hundred units: 99 constructions, each annealed ten times.
    model = MaxPHeuristic(frame, graph(component), names, "people",
                          max(rules.smallest, component.total * 4 // (5 * number)),
                          max_iterations_construction=2, max_iterations_sa=1)
    model.solve()
    return np.array(model.labels_)


def ward(component, rules, number):
    frame, names = table(component, rules)
    model = WardSpatial(frame, graph(component), names, number)
    model.solve()
    return model.labels_


def blocks(kind):
    """Contiguous parts of EPCI or bassins, of which always those two neighbours are merged that cost least together."""
    def merge(component, rules, number):
        numbers = component.areas[kind]
        rows = [(place, other) for place, near in enumerate(component.beside) for other in near]
        pairs = np.array(rows)
        same = pairs[numbers[pairs[:, 0]] == numbers[pairs[:, 1]]]
        labels = connected_components(csr_array((np.ones(len(same)), same.T), shape=(len(numbers),) * 2))[1]
        while len(np.unique(labels)) > number:
            merged = (np.where(labels == one, other, labels)
                      for one, other in np.unique(labels[pairs], axis=0).tolist() if one < other)
            labels = min(merged, key=lambda found: cost_of(component, rules, found))
        return labels
    return merge


PEERS = {
    "SKATER": skater, "SKATER of the cost": skater_of_cost, "AZP": azp, "AZP of the cost": azp_of_cost,
    "MaxP": max_p, "Ward": ward, "EPCI merged": blocks("epci"), "bassins merged": blocks("bassin"),
}


def answer(name, component, rules, numbers, seconds, pipe):
    """Sends each answer, and the processor time up to it. The system ends a process that takes longer."""
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1,) * 2)
    start = time.process_time()
    for number in numbers:
        labels = PEERS[name](component, rules, number)
        pipe.send((labels, time.process_time() - start))


def ask(name, component, rules, seconds):
    """Asks a peer for several numbers of sectors, that of ours first: its answers, and the processor time it took."""
    ours = len(np.unique(component.ours))
    most = min(len(component.people), component.total // rules.smallest)
    numbers = [number for number in (ours, ours - 1, ours + 1) if 2 <= number <= most]
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=answer, args=(name, component, rules, numbers, seconds, sender))
    process.start()
    sender.close()
    answers, taken = [], seconds
    try:
        while True:
            labels, spent = receiver.recv()
            answers.append(labels)
            taken = spent if len(answers) == len(numbers) else seconds
    except EOFError:
        process.join()
    return answers, taken
