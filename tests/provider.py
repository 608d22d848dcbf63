"""An OpenID Connect provider in a process of its own: django-oauth-toolkit in a small Django project, on loopback, in a folder.

In: a folder and the address people are sent back to, as a program; `run_provider` for tests. Out: one line of JSON with the issuer and
the client's name and secret. Its people: li with a verified address, wu whose address is not verified, and
planner, who goes by the name of the sample's own account.
Left out on purpose: anything that lasts longer than the test.
"""

import json
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "provider-password-1"
PEOPLE = {
    "li": {"email": "li@city.example", "email_verified": True, "groups": ["stat-office"]},
    "planner": {"email": "planner@city.example", "email_verified": True, "groups": []},
    "wu": {"email": "zhou@city.example", "email_verified": False, "groups": []},
}
LOGIN_PAGE = """<form method="post">{% csrf_token %}{{ form.as_p }}<input type="hidden" name="next" value="{{ next }}"><button>in</button></form>"""


@dataclass(frozen=True, slots=True)
class Provider:
    """A running provider."""

    issuer: str
    client: str
    secret: str


@contextmanager
def run_provider(folder: Path, back: str) -> Iterator[Provider]:
    """Until the block ends."""
    process = subprocess.Popen([sys.executable, __file__, str(folder), back], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield Provider(**json.loads(process.stdout.readline()))
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()


def _set_up(folder: Path, port: int) -> None:
    import django
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from django.conf import settings

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    settings.configure(
        SECRET_KEY=secrets.token_hex(32),
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [("django.template.loaders.locmem.Loader", {"registration/login.html": LOGIN_PAGE})]
                },
            }
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "provider.sqlite3"}},
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        LOGIN_URL="/login/",
        # Cookies know hosts, not ports: of one name, they would end the session of whoever asks from this machine.
        SESSION_COOKIE_NAME="provider",
        CSRF_COOKIE_NAME="provider_csrf",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_ISS_ENDPOINT": f"http://127.0.0.1:{port}/o",
            "OIDC_RSA_PRIVATE_KEY": pem,
            "OIDC_RP_INITIATED_LOGOUT_ENABLED": True,
            "OIDC_RP_INITIATED_LOGOUT_ALWAYS_PROMPT": False,
            "PKCE_REQUIRED": True,
            "SCOPES": {"openid": "who", "profile": "name", "email": "address"},
            "OAUTH2_VALIDATOR_CLASS": f"{__name__}.Validator",
        },
    )
    django.setup()


def _make_people(back: str) -> tuple[str, str]:
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from oauth2_provider.models import get_application_model

    call_command("migrate", verbosity=0)
    for name, said in PEOPLE.items():
        get_user_model().objects.create_user(name, str(said["email"]), PASSWORD)
    client, secret = "lantu", secrets.token_hex(16)
    get_application_model().objects.create(
        client_id=client, client_secret=secret, name="Lantu", client_type="confidential", algorithm="RS256",
        authorization_grant_type="authorization-code", redirect_uris=back, skip_authorization=True,
        post_logout_redirect_uris=f"{back.split('/sign-in')[0]}/",
    )  # fmt: skip
    return client, secret


def __getattr__(name: str) -> object:
    """The addresses and the validator, made once Django is set up."""
    if name == "urlpatterns":
        from django.contrib.auth.views import LoginView
        from django.urls import include, path

        return [path("login/", LoginView.as_view()), path("o/", include("oauth2_provider.urls"))]
    if name == "Validator":
        from oauth2_provider.oauth2_validators import OAuth2Validator

        class Validator(OAuth2Validator):
            oidc_claim_scope = None

            def get_additional_claims(self, request):
                return {"preferred_username": request.user.username, **PEOPLE[request.user.username]}

        return Validator
    raise AttributeError(name)


def _serve(folder: Path, back: str) -> None:
    from socketserver import ThreadingMixIn
    from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    class Threaded(ThreadingMixIn, WSGIServer):
        daemon_threads = True

    server = make_server("127.0.0.1", 0, lambda environ, start: [], Threaded, Quiet)
    port = server.server_address[1]
    _set_up(folder, port)
    client, secret = _make_people(back)
    from django.core.wsgi import get_wsgi_application

    server.set_app(get_wsgi_application())
    print(json.dumps({"issuer": f"http://127.0.0.1:{port}/o", "client": client, "secret": secret}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    # Django and the toolkit name this module as they import it, not as the program.
    sys.modules["provider"] = sys.modules["__main__"]
    _serve(Path(sys.argv[1]), sys.argv[2])
