"""What the first visitor would wait for, done before there is one.

In: nothing; called once when the site starts. Out: views imported, templates compiled, words of both languages read, the list of
targets kept. Left out on purpose: anything that must be there; what fails is told in the log, and done again by whoever asks first.
"""

import logging
from threading import Thread

from django.conf import settings
from django.db import connections
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils import translation

from lantu.show.guide import help_for
from lantu.show.kept import keep
from lantu.show.target_filter import list_targets

PAGES = ("overview", "targets", "indicators", "indicator", "plan", "warnings", "search", "today", "sign_in")
LOG = logging.getLogger(__name__)


def warm_program() -> None:
    """Import every view and compile the templates most people open first."""
    _ = get_resolver().url_patterns
    for page in PAGES:
        try:
            get_template(f"lantu/{page}.html")
        except (TemplateDoesNotExist, TemplateSyntaxError):
            LOG.exception("template of %s", page)


def warm_figures() -> None:
    """Keep, in each language, what lists and the overview are made of; where everybody may read, the overview too."""
    from lantu.show.pages.overview import build_blocks, build_overview

    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            help_for("overview")
            list_targets()
            if settings.LANTU_PUBLIC_READ:
                told = keep("overview", lambda: build_overview("", None), "", None)
                if told["is_short"]:
                    keep("overview blocks", lambda: build_blocks("", None), "", None)


def warm_up() -> Thread:
    """The program at once; the figures beside the first requests, so that nobody waits for them who asks for something else."""
    warm_program()
    thread = Thread(target=_warm_beside, name="warming", daemon=True)
    thread.start()
    return thread


def _warm_beside() -> None:
    try:
        warm_figures()
    except Exception:  # a registry without tables has nothing to warm; whoever asks is told
        LOG.exception("figures were not kept in advance")
    finally:
        connections.close_all()
