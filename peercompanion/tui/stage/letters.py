"""Large letters for one word: five rows of whole blocks, which video leaves readable."""

import unicodedata

ROWS = 5
_GLYPHS = """
A .##. #..# #### #..# #..#
B ###. #..# ###. #..# ###.
C .### #... #... #... .###
D ###. #..# #..# #..# ###.
E #### #... ###. #... ####
F #### #... ###. #... #...
G .### #... #.## #..# .###
H #..# #..# #### #..# #..#
I ### .#. .#. .#. ###
J ..## ...# ...# #..# .##.
K #..# #.#. ##.. #.#. #..#
L #... #... #... #... ####
M #...# ##.## #.#.# #...# #...#
N #...# ##..# #.#.# #..## #...#
O .##. #..# #..# #..# .##.
P ###. #..# ###. #... #...
Q .##. #..# #..# #.#. .#.#
R ###. #..# ###. #.#. #..#
S .### #... .##. ...# ###.
T ##### ..#.. ..#.. ..#.. ..#..
U #..# #..# #..# #..# .##.
V #...# #...# #...# .#.#. ..#..
W #...# #...# #.#.# ##.## #...#
X #...# .#.#. ..#.. .#.#. #...#
Y #...# .#.#. ..#.. ..#.. ..#..
Z #### ..#. .#.. #... ####
"""
_LETTERS = {row[0]: row[2:].split() for row in _GLYPHS.strip().split("\n")} | {" ": [".."] * ROWS}


def large(word: str) -> tuple[str, ...]:
    """A word in large letters, five rows; empty where a letter has no large form."""
    plain = unicodedata.normalize("NFD", word.upper())
    letters = [char for char in plain if not unicodedata.combining(char)]
    if not all(char in _LETTERS for char in letters):
        return ()
    rows = (".".join(_LETTERS[char][row] for char in letters) for row in range(ROWS))
    return tuple(row.replace("#", "█").replace(".", " ") for row in rows)
