"""The tolerances of judging, printed beside every result.

In: nothing. Out: settings with the values we start from. Left out on purpose:
thresholds of law, which live in packs.

No official text fixes these figures: the mid-term reports of the plans speak of
快于, 符合 and 滞后 without bounds. Each instance may set its own.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Settings:
    """Tolerances.

    Attributes:
        band: Half width of 符合预期, as a share of the way from base to target.
        about_tolerance: Share of the target within which 左右 holds.
        sync_tolerance_points: Percentage points within which two growth rates are 基本同步.
        growth_margin_points: Percentage points above a promised growth that make it 快于预期.
    """

    band: Decimal = Decimal("0.10")
    about_tolerance: Decimal = Decimal("0.02")
    sync_tolerance_points: Decimal = Decimal(1)
    growth_margin_points: Decimal = Decimal(1)


DEFAULT = Settings()
