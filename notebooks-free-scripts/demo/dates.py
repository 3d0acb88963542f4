"""Dates of the stages, such that coverage grows as it did from 2019 to June 2023."""

from datetime import date, timedelta

from demo.stages import CONTRACT, HEALTH_PROJECT, LETTER, PROJECT

FIRST, LAST, LATER_LAST = date(2018, 1, 8), date(2022, 12, 30), date(2023, 6, 29)
END_OF_2019, START_OF_2020, START_OF_2023 = (
    date(2019, 12, 30), date(2020, 1, 6), date(2023, 1, 2))
# CPTS of all stages at the end of 2019.
KNOWN_IN_2019 = 450
# From the first known initiative to the letter of intent, at least.
PREPARATION = timedelta(days=50)
# Share of the population at the letter of intent or more, at these dates.
GROWTH = ((0.0, date(2019, 1, 20)), (0.20, date(2019, 12, 31)),
          (0.41, date(2020, 12, 31)), (0.58, date(2021, 12, 31)),
          (0.68, LAST))
LAST_LETTER = {CONTRACT: date(2022, 6, 30), HEALTH_PROJECT: date(2022, 8, 31),
               LETTER: LAST}


def between(first, last, rng):
    return first + timedelta(days=rng.randrange(max(0, (last - first).days) + 1))


def on_weekday(day):
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def letter_day(share):
    """The day when the given share of the population had a letter of intent."""
    for (low, start), (high, end) in zip(GROWTH, GROWTH[1:]):
        if share <= high:
            return start + (end - start) * ((share - low) / (high - low))
    return LAST


def dates_from_letter(territory, letter, rng):
    """The letter of intent, and health project and contract after it."""
    dates = territory.dates
    dates[LETTER] = letter
    if territory.stage >= HEALTH_PROJECT:
        latest = LAST - timedelta(days=60 if territory.stage == CONTRACT else 0)
        wish = letter + timedelta(days=rng.randrange(110, 420))
        dates[HEALTH_PROJECT] = wish if wish <= latest else between(
            letter + timedelta(days=60), latest, rng)
    if territory.stage == CONTRACT:
        wish = dates[HEALTH_PROJECT] + timedelta(days=rng.randrange(25, 270))
        dates[CONTRACT] = wish if wish <= LAST else between(
            dates[HEALTH_PROJECT] + timedelta(days=15), LAST, rng)


def dates_of_2023(territory, rng):
    """What a territory reaches in the first half of 2023."""
    dates = territory.dates
    if territory.later == CONTRACT:
        if territory.stage == LETTER:
            dates[HEALTH_PROJECT] = between(START_OF_2023, date(2023, 4, 28), rng)
        dates[CONTRACT] = between(
            max(START_OF_2023, dates[HEALTH_PROJECT] + timedelta(days=15)), LATER_LAST, rng)
    else:
        dates[LETTER] = between(START_OF_2023, LATER_LAST, rng)


def set_starts(territories, count, rng):
    """The first known initiative of each CPTS: as many as `count` until the end of 2019."""
    last = {t: (t.dates[LETTER] or LAST) - PREPARATION for t in territories}
    whim = {t: timedelta(days=rng.randrange(1000)) for t in territories}
    early = [t for t in territories if last[t] < START_OF_2020]
    others = [t for t in territories if last[t] >= START_OF_2020]
    others.sort(key=lambda t: (last[t] + whim[t], t.codes[0]))
    early += others[:count - len(early)]
    for territory in early:
        latest = min(END_OF_2019, last[territory])
        territory.dates[PROJECT] = between(
            max(FIRST, latest - timedelta(days=500)), latest, rng)
    for territory in others:
        if territory.dates[PROJECT] is None:
            territory.dates[PROJECT] = between(
                max(START_OF_2020, last[territory] - timedelta(days=400)),
                last[territory], rng)


def set_dates(cells, territories, ended, total, rng):
    """Date every stage reached by the CPTS alive at the end of 2022, until June 2023."""
    letters = [t for t in territories if t.stage >= LETTER]
    rank = {t: rng.random() + (0 if t.stage == CONTRACT else 0.3) for t in letters}
    letters.sort(key=lambda t: (rank[t], t.codes[0]))
    sum_so_far = 0
    for territory in letters:
        sum_so_far += territory.people(cells)
        letter = letter_day(sum_so_far / total)
        dates_from_letter(territory, min(letter, LAST_LETTER[territory.stage]), rng)
    set_starts(territories, KNOWN_IN_2019 - len(ended), rng)
    for territory in territories:
        if territory.later > territory.stage:
            dates_of_2023(territory, rng)
        territory.dates = [day and on_weekday(day) for day in territory.dates]


def set_ended_dates(ended, rng):
    """Dates of the CPTS that ended; a merged one ends when its successor starts."""
    for territory in ended:
        territory.stage = rng.choice((PROJECT, LETTER, LETTER))
        start = between(date(2019, 1, 2), date(2019, 9, 30), rng)
        territory.dates[PROJECT] = on_weekday(start)
        if territory.stage == LETTER:
            letter = start + timedelta(days=rng.randrange(60, 180))
            territory.dates[LETTER] = on_weekday(letter)
        after = max(day for day in territory.dates if day) + timedelta(days=30)
        end = between(max(after, date(2020, 6, 1)), date(2022, 9, 30), rng)
        if territory.successor:
            end = max(after, date(2020, 6, 1), territory.successor.dates[LETTER])
        territory.end = on_weekday(end)
