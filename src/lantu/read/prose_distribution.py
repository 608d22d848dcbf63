"""Figures shared out: "A、B分别达到x、y" gives A its x and B its y.

In: a stream's text, the frames found in it and the years it names. Out: the
frames with a name, a year or a comparator of their own where the sentence
shares them out. Left out on purpose: what each name means.
"""

import re
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from lantu.read.indicators import Name, share_names
from lantu.read.prose_frames import Frame, closes_pair
from lantu.read.quantity_grammar import Quantity
from lantu.read.years import Role, YearMention

_JOIN = re.compile(
    r"^(?:以上|以下|左右|以内|之内)?(?:大关|台阶)?[、,]?(?:和|与|及|以及|、)?(?:达到|突破|超过|增长|增加|下降|提高|超|达)?$"
)


def share_out(text: str, frames: tuple[Frame, ...], mentions: tuple[YearMention, ...]) -> tuple[Frame, ...]:
    """The frames of a stream, each figure of a distributed list with its own name and year."""
    done: list[Frame] = []
    for _, sentence in groupby(frames, key=attrgetter("sentence")):
        done.extend(_share_sentence(text, list(sentence), mentions))
    return tuple(done)


def _share_sentence(text: str, frames: list[Frame], mentions: tuple[YearMention, ...]) -> list[Frame]:
    done = list(frames)
    shared = -1
    for index, frame in enumerate(frames):
        run = _find_run(text, frames, index)
        if index <= shared or frame.name is None or len(run) < 2 or frame.is_second_of_pair:
            continue
        is_told = "分别" in frame.verbs
        names = _names_before(done[:index], len(run)) if frame.is_carried else share_names(text, frame.name, len(run))
        if not is_told and (len(set(names)) < len(run) or (frame.is_carried and not _follows_list(done, index))):
            continue
        shared = run[-1]
        years = _share_years(text, frame, mentions, len(run)) if len(set(names)) == 1 else ()
        for position, at in enumerate(run):
            quantity = _share_comparator(frames[at].quantity, frame.quantity, frames[run[-1]].quantity)
            done[at] = replace(
                frames[at],
                quantity=quantity,
                is_bound_shared=quantity is not frames[at].quantity,
                name=names[position],
                verbs=frame.verbs,
                is_carried=frame.is_carried or at != index,
                is_first_of_pair=frame.is_first_of_pair,
                year=years[position] if years else None,
            )
        if frame.is_first_of_pair and _close_pairs(text, done, run):
            shared += len(run)
    return _borrow_names(done)


def _borrow_names(frames: list[Frame]) -> list[Frame]:
    """Names for figures that stand before the one that is named ("新建14所、改建27所学校")."""
    done = list(frames)
    for index in range(len(done) - 2, -1, -1):
        frame, later = done[index], done[index + 1]
        is_right = later.name is not None and later.name.is_right
        if frame.name is None and is_right and frame.quantity.base_unit == later.quantity.base_unit:
            done[index] = replace(frame, name=later.name, is_carried=True)
    return done


def _find_run(text: str, frames: list[Frame], index: int) -> list[int]:
    """The frame and those that follow it with nothing but a comma or 和 between."""
    run = [index]
    while run[-1] + 1 < len(frames):
        earlier, later = frames[run[-1]], frames[run[-1] + 1]
        joined = text[earlier.quantity.end : later.quantity.head]
        if not later.is_carried or later.is_stretch or later.is_second_of_pair or not _JOIN.match(joined):
            break
        run.append(run[-1] + 1)
    return run


def _follows_list(done: list[Frame], index: int) -> bool:
    """Whether the figures before were shared out, so that those after them go by the same names."""
    return index > 0 and ("分别" in done[index - 1].verbs or done[index - 1].is_second_of_pair)


def _share_years(text: str, frame: Frame, mentions: tuple[YearMention, ...], count: int) -> tuple[YearMention, ...]:
    """As many years as figures, named side by side in front of them."""
    own = [
        mention
        for mention in mentions
        if frame.sentence <= mention.start < frame.quantity.start
        and mention.year is not None
        and mention.role is not Role.BASE
    ]
    if len(own) < count:
        return ()
    last = own[-count:]
    gaps = [text[a.end : b.start] for a, b in pairwise(last)]
    return tuple(last) if all(gap in ("、", "和", "与", "及") for gap in gaps) else ()


def _close_pairs(text: str, done: list[Frame], run: list[int]) -> bool:
    """Whether "分别从A、B增加到C、D" was closed by giving C and D the names of A and B."""
    after = list(range(run[-1] + 1, min(len(done), run[-1] + 1 + len(run))))
    if len(after) < len(run) or not closes_pair(text[done[run[-1]].quantity.end : done[after[0]].quantity.start]):
        return False
    for first, second in zip(run, after, strict=True):
        done[second] = replace(done[second], name=done[first].name, is_carried=True, is_second_of_pair=True, verbs="")
    return True


def _names_before(frames: list[Frame], count: int) -> list[Name | None]:
    """The last names of the sentence, for figures that follow all of them."""
    names: list[Name | None] = []
    for frame in frames:
        if frame.name is not None and (not names or frame.name != names[-1]):
            names.append(frame.name)
    if len(names) < count:
        return [names[-1] if names else None] * count
    return names[-count:]


def _share_comparator(quantity: Quantity, first: Quantity, last: Quantity) -> Quantity:
    if quantity.has_prefix or quantity.has_suffix or quantity.value_max is not None:
        return quantity
    for source in (first, last):
        if source.has_prefix or source.has_suffix:
            return replace(quantity, comparator=source.comparator)
    return quantity
