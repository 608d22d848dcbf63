"""The site's addresses, found by their first words.

In: every address, one after the other, in `urls`. Out: what Django asks for the view of a request. To try them all takes longer than
what many a request of the API does else. Left out on purpose: the list itself, which stays flat for all who go through it.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.urls import Resolver404, ResolverMatch, URLPattern, URLResolver
from django.urls.resolvers import RoutePattern

from lantu.show import urls
from lantu.show.urls import handler400, handler403, handler404, handler500

__all__ = ["FirstWords", "handler400", "handler403", "handler404", "handler500", "urlpatterns"]
API_DEPTH = 3
"""Addresses of the API are told apart by their third word: api, v1, sheets."""


class FirstWords(URLResolver):
    """Tries only the addresses that begin as the request's does, in the order of the list."""

    def __init__(self, patterns: Sequence[URLPattern]) -> None:
        super().__init__(RoutePattern(""), list(patterns))
        self._by_words: dict[str, list[URLPattern]] = defaultdict(list)
        for pattern in patterns:
            self._by_words[find_words(str(pattern.pattern))].append(pattern)

    def resolve(self, path: Any) -> ResolverMatch:
        """The view of an address.

        Raises:
            Resolver404: If there is none.
        """
        text = str(path)
        for pattern in self._by_words.get(find_words(text), ()):
            if match := pattern.resolve(text):
                return match
        raise Resolver404({"path": text, "tried": []})


def find_words(path: str) -> str:
    """What an address is looked up by: its first word, of one of the API's the first three."""
    words = path.split("/", API_DEPTH)
    return "/".join(words[:API_DEPTH]) if words[0] == "api" else words[0]


urlpatterns = [FirstWords(urls.urlpatterns)]
