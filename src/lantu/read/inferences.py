"""Rules by which the reader fills a field that an entry's own words do not state. This file is a table.

In: nothing. Out: one `Inference` a rule. A confidence is (right + 1) / (cases + 2) on the labelled documents, at
most 0.98, and 0.9 where fewer than 20 cases were seen; docs/reader-confidence.md gives the counts.
Left out on purpose: their wording, which `inference_words` has; kinds of measure and modality, which
classify words that are there.
"""

from lantu.core.inference import Inference

YEAR_EARLIER = Inference("year", "earlier_sentence", 0.98)
YEAR_LEAD = Inference("year", "lead_of_list", 0.98)
YEAR_HEADING = Inference("year", "heading", 0.98)
YEAR_REVIEW = Inference("year", "review", 0.9)
YEAR_RELATIVE = Inference("year", "relative_word", 0.97)
YEAR_HORIZON = Inference("year", "horizon", 0.97)
YEAR_PAIR = Inference("year", "start_of_pair", 0.9)
YEAR_PLAN_NAME = Inference("year", "plan_in_heading", 0.9)
YEAR_PERIOD = Inference("year", "plan_period", 0.9)
YEAR_NEIGHBOUR = Inference("year", "column_beside", 0.9)
YEAR_CAPTION = Inference("year", "caption", 0.9)
YEAR_NOTE = Inference("year", "note", 0.9)
KIND_YEAR = Inference("kind", "year", 0.98)
KIND_HEADING = Inference("kind", "heading", 0.98)
KIND_COLUMN = Inference("kind", "column_year", 0.98)
INDICATOR_CARRIED = Inference("indicator", "earlier_figure", 0.98)
INDICATOR_JOINED = Inference("indicator", "joined_words", 0.98)
INDICATOR_ROW = Inference("indicator", "row_above", 0.9)
UNIT_NAME = Inference("unit", "name", 0.9)
UNIT_PAIR = Inference("unit", "end_of_pair", 0.9)
UNIT_COLUMN = Inference("unit", "column", 0.9)
UNIT_LINE = Inference("unit", "unit_line", 0.9)
UNIT_GROUP = Inference("unit", "row_above", 0.9)
UNIT_GROWTH = Inference("unit", "growth", 0.9)
COMPARATOR_SHARED = Inference("comparator", "shared", 0.9)
BASE_YEAR_BEFORE = Inference("base_year", "start_of_pair", 0.9)
SUM_BRACKET = Inference("is_cumulative", "bracket", 0.9)
PRICES_NAMED = Inference("price_basis", "note_naming_it", 0.9)
PRICES_ALL = Inference("price_basis", "note_on_all", 0.9)
PRICES_MARK = Inference("price_basis", "note_by_mark", 0.9)
PRICES_COLUMN = Inference("price_basis", "column", 0.9)
REGION_OWN = Inference("region_code", "own_hierarchy", 0.9)
REGION_ONLY = Inference("region_code", "only_one", 0.9)
TASK_HEADING = Inference("kind", "task_heading", 0.7)
PROJECT_SIZED = Inference("kind", "project_with_size", 0.9)
PROJECT_NAMED = Inference("kind", "project_name", 0.6)
COLUMN_PLACED = (
    Inference("column", "arithmetic", 0.95),
    Inference("column", "types", 0.8),
    Inference("column", "two_readings", 0.6),
    Inference("column", "misfit", 0.5),
)
"""Where cells have vanished: one rule for each confidence of `table_place`."""


def place_rule(confidence: float) -> Inference:
    """The rule by which a cell with that confidence was given its column."""
    return next((rule for rule in COLUMN_PLACED if rule.confidence <= confidence), COLUMN_PLACED[-1])
