"""Damage stays in the blocks it touched, and is named by its place.

The long form: `python -m tests.crash mutate`.
"""

from .mutations import MUTATIONS, mutate


def test_a_thousand_changes_reach_no_further_than_they_go() -> None:
    ways = {mutate(seed) for seed in range(1000)}

    assert ways == set(MUTATIONS)
