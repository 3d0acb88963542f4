"""A mixed-integer program, gathered bit by bit and solved by HiGHS."""

import highspy
import numpy as np
from scipy.sparse import csc_array

PRECISION = 1e-4
"""Relative difference between a bound and a cost at which it counts as reached."""


class Program:
    """Its variables are from 0 to 1 where nothing else is said, and its cost is least."""

    def __init__(self):
        self.costs, self.highs, self.whole, self.offset = [], [], [], 0.0
        self.entries, self.bounds = [], []

    def variables(self, costs, high=1.0, whole=True):
        first = len(self.costs)
        self.costs += [float(cost) for cost in costs]
        self.highs += [float(high)] * len(costs)
        self.whole += [whole] * len(costs)
        return np.arange(first, len(self.costs))

    def row(self, *terms, low=-np.inf, high=np.inf):
        """`terms`: variables and what they count, each a number or one a variable."""
        for columns, values in terms:
            columns = np.atleast_1d(columns)
            self.entries.append((np.full(len(columns), len(self.bounds)), columns,
                                 np.broadcast_to(np.asarray(values, float), columns.shape)))
        self.bounds.append((low, high))

    def solve(self, seconds, start=(), is_whole=True):
        """`start`: variables that are 1 in a division that is known."""
        rows, columns, values = (np.concatenate(part) for part in zip(*self.entries))
        matrix = csc_array((values, (rows, columns)), shape=(len(self.bounds), len(self.costs)))
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.costs), len(self.bounds)
        model.col_cost_, model.offset_ = np.array(self.costs), self.offset
        model.col_lower_, model.col_upper_ = np.zeros(len(self.costs)), np.array(self.highs)
        model.row_lower_, model.row_upper_ = np.array(self.bounds).T.copy()
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
        model.a_matrix_.value_ = matrix.data
        if is_whole:
            kinds = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
            model.integrality_ = [kinds[whole] for whole in self.whole]
        solver = highspy.Highs()
        for option, value in [("output_flag", False), ("threads", 1), ("time_limit", max(1.0, seconds)),
                              ("mip_rel_gap", PRECISION)]:
            solver.setOptionValue(option, value)
        solver.passModel(model)
        if len(start):
            solver.setSolution(len(start), np.array(start, np.int32), np.ones(len(start)))
        solver.run()
        return Solution(solver, is_whole)


class Solution:
    """What HiGHS found: a bound, and values of the variables where it found any."""

    def __init__(self, solver, is_whole):
        information, solution = solver.getInfo(), solver.getSolution()
        self.is_optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        self.least = information.mip_dual_bound if is_whole else information.objective_function_value
        self.values = np.array(solution.col_value)
        self.reduced_costs = np.array(solution.col_dual)
