"""The index of the search: derived from what is in force, made anew whenever that changes, and no fact of its own."""

from django.db import models

SEARCH_KINDS = (
    ("indicator", "指标"),
    ("target", "目标"),
    ("sentence", "原文"),
    ("project", "项目"),
    ("place", "地区"),
)


class SearchRow(models.Model):
    """One thing that can be found.

    Grain: one row per indicator, target, entry or place. `folded` is what is searched, without blanks and letter case;
    `initials` and `pinyin` are those of the title, blank for sentences. `version` is null for indicators and places.
    """

    kind = models.CharField(max_length=10, choices=SEARCH_KINDS)
    thing = models.CharField(max_length=80)
    title = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    detail = models.CharField(max_length=300, blank=True)
    place_code = models.CharField(max_length=20, blank=True)
    plan_key = models.BigIntegerField(null=True)
    version = models.ForeignKey("store.PlanVersion", null=True, on_delete=models.CASCADE, related_name="search_rows")
    folded = models.TextField()
    initials = models.CharField(max_length=300, blank=True)
    pinyin = models.TextField(blank=True)

    class Meta:
        ordering = ["kind", "id"]
        indexes = [models.Index(fields=["kind"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.title}"
