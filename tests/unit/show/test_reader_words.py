"""Forms of the reader: whole sentences, none hidden behind one that takes everything."""

from lantu.show.notice_words import tell_message
from lantu.show.reader_words import JOB_MESSAGES, READER_MESSAGES, READING_MESSAGES


def test_every_form_is_told_by_its_own_chinese() -> None:
    for english, chinese in READER_MESSAGES:
        fields = {name: f"x{n}" for n, name in enumerate(_fields(english))}
        assert tell_message(english.format(**fields), "R001") == chinese.format(**fields), english


def test_no_form_stands_twice() -> None:
    for table in (READER_MESSAGES, READING_MESSAGES, JOB_MESSAGES):
        assert len({english for english, _ in table}) == len(table)


def _fields(form: str) -> list[str]:
    return [part.partition("}")[0] for part in form.split("{")[1:]]
