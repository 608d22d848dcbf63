"""One other reader, in its own environment: texts on standard input, CPU seconds and a count on standard output.

In: the peer's name and a JSON list of texts. Out: one JSON line. Left out on purpose: Lantu, which is not installed there.
"""

import json
import sys
import time
from collections.abc import Callable

Find = Callable[[str], int]


def find_by_jionlp() -> Find:
    """JioNLP: money and times."""
    import jionlp

    return lambda line: len(jionlp.ner.extract_money(line)) + len(jionlp.ner.extract_time(line))


def find_by_recognizers() -> Find:
    """Microsoft Recognizers: numbers, currencies, dimensions, percentages."""
    from ms_recognizers_number import recognize_number, recognize_percentage
    from ms_recognizers_number_with_unit import recognize_currency, recognize_dimension
    from ms_recognizers_text import Culture

    finders = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
    return lambda line: sum(len(find(line, Culture.Chinese)) for find in finders)


PEERS: dict[str, Callable[[], Find]] = {"jionlp": find_by_jionlp, "recognizers": find_by_recognizers}


def main(peer: str) -> None:
    """Read all lines once; the first line is read before the clock starts, since it loads dictionaries."""
    lines = [line for text in json.load(sys.stdin) for line in text.splitlines() if line.strip()]
    find = PEERS[peer]()
    find(lines[0])
    start = time.process_time()
    found = sum(map(find, lines))
    print(json.dumps([time.process_time() - start, found]))


if __name__ == "__main__":
    main(sys.argv[1])
