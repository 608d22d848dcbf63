"""The Content-Security-Policy of every answer, put together once.

In: the settings. Out: the header. The library puts the same policy together for each answer, which takes longer than all other
middleware of a request of the API. Left out on purpose: answers that change the policy for themselves; the library does those.
"""

from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

OWN = ("_csp_config", "_csp_update", "_csp_replace", "_csp_exempt")
"""What the library's decorators leave on an answer with a policy of its own."""


class KeptPolicy(CSPMiddleware):
    """The library's middleware, but for answers that ask nothing of their own."""

    def __init__(self, get_response: Any) -> None:
        super().__init__(get_response)
        policy = settings.CONTENT_SECURITY_POLICY
        has_more = "EXCLUDE_URL_PREFIXES" in policy or getattr(settings, "CONTENT_SECURITY_POLICY_REPORT_ONLY", None)
        self._policy = "" if has_more or settings.DEBUG else build_policy()

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Add the header."""
        has_own = any(hasattr(response, name) for name in OWN) or getattr(request, "_csp_nonce", None)
        if not self._policy or has_own:
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self._policy)
        return response
