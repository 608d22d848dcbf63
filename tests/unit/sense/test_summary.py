"""The sentence about a return."""

from lantu.sense.summary import ReturnSummary


def test_one_sentence_says_how_many() -> None:
    summary = ReturnSummary("f.csv", "utf-8", read=9, kept=5, refused=3, doubled=1, contradicting=2)
    assert str(summary) == "f.csv: 9 rows read, 5 kept, 3 refused, 1 doubled, 2 contradicting"
