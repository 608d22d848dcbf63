"""Forms of a project: what is confirmed of it, its plan by year, and an adjustment.

In: what was typed, sums in 亿元. Out: terms with sums in yuan. Left out on purpose: whether they make sense; arrows say.
"""

from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lantu.act.progress import ACCEPT
from lantu.show.access import reach_for
from lantu.show.adjusted import YI
from lantu.show.pages.plans import check_size
from lantu.show.refusals import explain_refusal
from lantu.show.titles import department_name, place_name
from lantu.store import models
from lantu.store.fetch.departments import list_departments
from lantu.store.fetch.indicators import places_by_code
from lantu.store.keep.projects import ProjectTerms

PARTS: dict[str, Any] = {"due": _("建成年份"), "sum": _("总投资"), "scope": _("建设规模")}


def read_yi(text: str) -> Decimal | None:
    """What was typed in 亿元, in yuan; None where nothing was.

    Raises:
        ValidationError: If it is no figure.
    """
    said = text.strip().replace(",", "")
    try:
        amount = Decimal(said) * YI if said else None
    except ArithmeticError as error:
        raise forms.ValidationError(explain_refusal("amount")) from error
    if amount is not None and not amount.is_finite():
        raise forms.ValidationError(explain_refusal("amount"))
    return amount


class TermsForm(forms.Form):
    """Where it is, who leads and helps, its years, sum and scope; those that only an adjustment changes are left out."""

    place = forms.ChoiceField(label=_("地区"))
    lead = forms.ChoiceField(label=_("牵头部门"))
    helpers = forms.MultipleChoiceField(label=_("配合部门"), required=False)
    start_year = forms.IntegerField(label=_("开工年份"), required=False)
    due_year = forms.IntegerField(label=_("建成年份"), required=False)
    total = forms.CharField(label=_("总投资（亿元）"), required=False, max_length=40)
    scope = forms.CharField(label=_("建设规模"), required=False, max_length=300)

    def __init__(self, request: HttpRequest, setting: models.ProjectSetting, data: Any = None) -> None:
        first = {
            "place": setting.place_id, "lead": setting.lead_id or "", "helpers": setting.helpers,
            "start_year": setting.start_year, "due_year": setting.due_year, "scope": setting.scope,
            "total": "" if setting.total_yuan is None else format((setting.total_yuan / YI).normalize(), "f"),
        }  # fmt: skip
        super().__init__(data, initial=first, auto_id="terms_%s")
        self.setting = setting
        reach = reach_for(request, ACCEPT)
        places = [(code, place_name(p)) for code, p in places_by_code().items() if reach.covers(code)]
        choices = [(d.code, department_name(d)) for d in list_departments(timezone.localdate())]
        for name, offered in (("place", places), ("lead", [("", "—"), *choices]), ("helpers", choices)):
            self.fields[name].choices = offered  # type: ignore[attr-defined]
        if not setting.is_presumed:
            for name in ("due_year", "total", "scope"):
                del self.fields[name]

    def clean_total(self) -> Decimal | None:
        """The sum in yuan."""
        return read_yi(self.cleaned_data["total"])

    def read_terms(self) -> ProjectTerms:
        """What was said; what only an adjustment changes as it was."""
        d, before = self.cleaned_data, self.setting
        return ProjectTerms(
            d["place"], d["lead"], tuple(d["helpers"]), d["start_year"], d.get("due_year", before.due_year),
            d.get("total", before.total_yuan), d.get("scope", before.scope),
        )  # fmt: skip


class YearForm(forms.Form):
    """Investment planned for a year."""

    year = forms.IntegerField(label=_("年份"))
    planned = forms.CharField(label=_("计划投资（亿元），空着为撤销"), required=False, max_length=40)

    def __init__(self, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial, auto_id="year_%s")

    def clean_planned(self) -> Decimal | None:
        """The sum in yuan."""
        return read_yi(self.cleaned_data["planned"])


class ProjectAdjustmentForm(forms.Form):
    """What of a project, to what, why, from when."""

    part = forms.ChoiceField(label=_("调整什么"), choices=list(PARTS.items()))
    new = forms.CharField(label=_("新的年份、总投资（亿元）或建设规模"), max_length=300)
    effective_on = forms.DateField(label=_("生效日期"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    grounds = forms.CharField(label=_("依据"), max_length=4000, widget=forms.Textarea)
    file = forms.FileField(label=_("依据文件"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """The new thing as an amount or as words."""
        said: dict[str, Any] = super().clean() or {}
        part, new = said.get("part"), said.get("new", "")
        try:
            amount = None if part == "scope" else read_yi(new) if part == "sum" else Decimal(new.strip())
        except ArithmeticError as error:
            raise forms.ValidationError(explain_refusal("amount")) from error
        return {**said, "amount": amount, "words": new if part == "scope" else ""}

    def clean_file(self) -> Any:
        """A file that is neither empty nor too large, or none."""
        file = self.cleaned_data.get("file")
        if file:
            check_size(file)
        return file
