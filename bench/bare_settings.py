"""The site's settings with nothing before the view: what the API is measured beside."""

from lantu.store.settings import *  # noqa: F403  # everything but what stands below is the same

MIDDLEWARE: list[str] = []
ROOT_URLCONF = "bench.bare_site"
WSGI_APPLICATION = "bench.bare_site.application"
