"""How hard a text is to read: the grade in a US school that follows it easily."""

import re

_SENTENCE_END = re.compile(r"[.!?…:;\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouytd])ed$"  # asked, but not wanted
    r"|(?<=[^aeiouyscgxzh])es$"  # times, but not voices
    r"|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"  # home and while, but not little
    r"|(?<=[^aeiouy])e(?=(?:ly|ment|ful|less|thing|where|times?|one)$)"  # something, safely
)


def grade(text: str) -> float:
    """Reckon the Flesch-Kincaid grade of an English text; 0 for one without words.

    The formula is that of Kincaid and others, 1975. Syllables are groups of vowels without a
    silent e, which is near enough to tell a hard text from an easy one.
    """
    sentences = [words for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))
