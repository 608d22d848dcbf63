"""Every address leads where the flat list leads."""

import pytest
from django.urls import Resolver404, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern

from lantu.show.routes import FirstWords, find_words
from lantu.show.urls import urlpatterns

FLAT, INDEXED = URLResolver(RoutePattern(""), urlpatterns), FirstWords(urlpatterns)


@pytest.mark.parametrize("route", urlpatterns, ids=lambda route: route.name)
def test_an_address_leads_to_the_same_view(route) -> None:
    words = [part.split(">")[0].split(":")[-1].strip("<") for part in str(route.pattern).split("/")]
    path = "/".join("7" if word in route.pattern.converters else word for word in words)
    assert "<" not in find_words(str(route.pattern)), "the words an address is found by are the same for all"
    assert _find(INDEXED, path) == _find(FLAT, path)


def _find(resolver: URLResolver, path: str) -> object:
    try:
        found = resolver.resolve(path)
    except Resolver404:
        return None
    return found.func, found.kwargs, found.url_name


@pytest.mark.parametrize("path", ["nothing", "api/v1/nothing", "api", "plan", "sheet/x/y/z"])
def test_what_leads_nowhere_is_said_so(path: str) -> None:
    assert _find(INDEXED, path) is None


def test_the_site_is_asked_through_the_index() -> None:
    (root,) = get_resolver().url_patterns
    assert isinstance(root, FirstWords)
    assert reverse("sheet", args=[3]) == "/sheet/3"
    assert get_resolver().resolve("/sheet/3").kwargs == {"key": 3}
