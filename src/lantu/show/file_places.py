"""Where something stands in the original file, in the language of the page.

In: marks of a document, an offset. Out: words such as "第14页 第3段" or "表2 第3行".
Left out on purpose: documents that are plain text; they have no pages and no marks.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from lantu.core.mark import Mark, mark_at


def write_place(marks: Sequence[Mark], offset: int | None) -> str:
    """Page and paragraph, or table and row; "" where that is not known."""
    mark = mark_at(marks, offset) if offset is not None else None
    if mark is None:
        return ""
    parts = [_("第%(page)s页") % {"page": mark.page}] if mark.page else []
    if mark.table:
        parts.append(_("表%(table)s 第%(row)s行") % {"table": mark.table, "row": mark.row})
    elif mark.paragraph:
        parts.append(_("第%(paragraph)s段") % {"paragraph": mark.paragraph})
    return " ".join(parts)
