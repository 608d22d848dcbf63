"""Where readings or figures of no pack lead is told, not guessed. What they reach is tested with `lineage`."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db


def test_unknown_addresses(tmp_path: Path) -> None:
    from lantu.run.lineage import NoFigureError
    from lantu.run.lineage_forward import values_above
    from lantu.store.lake import Lake

    lake = Lake.open(tmp_path)
    for wrong in ("readings/nothing/pm25/s0/2025", "readings/air/pm25/s0/soon", "cell/air/none/pm25/330400/2025"):
        with pytest.raises(NoFigureError):
            values_above(wrong, lake)
    assert values_above("readings/air/pm25/s0/2025", lake) == ()
