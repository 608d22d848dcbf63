"""Django's settings, from the environment and an instance folder.

In: LANTU_HOME (default ./var), DATABASE_URL, LANTU_DEBUG, LANTU_HOSTS,
LANTU_PUBLIC_READ, LANTU_LANGUAGE, LANTU_IDLE_MINUTES, LANTU_LOCK_AFTER, LANTU_LOCK_MINUTES, LANTU_ADDRESS, LANTU_MAIL_*,
LANTU_HOOK_*, LANTU_OIDC_*. Out: one configuration for pages, command line and worker. Left out on purpose: secrets; the key is
made on first use and kept in the instance folder with mode 0600, others come by NAME or from the file that NAME_FILE names.
"""

import json
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url

PACKAGE = Path(__file__).resolve().parents[1]
HOME = Path(os.environ.get("LANTU_HOME", "var")).resolve()
HOME.mkdir(parents=True, exist_ok=True)


def _read_flag(name: str, default: bool) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in ("1", "true", "yes", "on")


def _read_secret(name: str) -> str:
    path = os.environ.get(f"{name}_FILE", "")
    return Path(path).read_text(encoding="utf-8").strip() if path else os.environ.get(name, "")


def _origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _read_key() -> str:
    path = HOME / "secret.key"
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="utf-8")


def _read_database() -> dict[str, Any]:
    url = os.environ.get("DATABASE_URL", "")
    if url:
        database: dict[str, Any] = dict(dj_database_url.parse(url))
        database["CONN_MAX_AGE"] = 0
        database["OPTIONS"] = {**database.get("OPTIONS", {}), "pool": {"min_size": 1, "max_size": 8}}
        return database
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "lantu.sqlite3",
        # A connection kept open is what makes SQLite fast here; FULL keeps an answered write through a power cut.
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
        # A file, so that the server of the browser tests sees what the tests wrote.
        "TEST": {"NAME": HOME / "test.sqlite3"},
    }


SECRET_KEY = _read_key()
DEBUG = _read_flag("LANTU_DEBUG", False)
ALLOWED_HOSTS = [name for name in os.environ.get("LANTU_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if name]
CSRF_TRUSTED_ORIGINS = [name for name in os.environ.get("LANTU_ORIGINS", "").split(",") if name]
LANTU_PUBLIC_READ = _read_flag("LANTU_PUBLIC_READ", False)
"""Whether people who did not sign in may read the pages."""
LANTU_EMBED = [name for name in os.environ.get("LANTU_EMBED", "*").split(",") if name]
"""Origins whose pages may hold a published chart in a frame; no other page of ours may be framed."""
LANTU_UPLOAD_LIMIT_BYTES = 20 * 1024 * 1024
LANTU_WORKERS = int(os.environ.get("LANTU_WORKERS", "1"))
LANTU_THREADS = int(os.environ.get("LANTU_THREADS", "4"))
"""Processes that serve pages, and requests that each of them answers at once."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "lantu.store",
    "lantu.show",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "lantu.show.csp_header.KeptPolicy",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lantu.show.language.LanguageMiddleware",
    "lantu.show.kept.OneState",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lantu.show.sessions.SessionGuard",
    "lantu.show.bearer.TokenMiddleware",
    "lantu.show.access.AccessMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "lantu.show.routes"
WSGI_APPLICATION = "lantu.show.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lantu.show.frame.frame",
            ],
        },
    }
]
DATABASES = {"default": _read_database()}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = os.environ.get("LANTU_LANGUAGE", "zh-hans")
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "show" / "locale"]
LANGUAGE_COOKIE_NAME = "lantu_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "lantu.show.static_files.HashedFiles"},
}
WHITENOISE_USE_FINDERS = DEBUG

LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "overview"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LANTU_IDLE_MINUTES = int(os.environ.get("LANTU_IDLE_MINUTES", "30"))
"""After so long without a request a session ends."""
LANTU_LOCK_AFTER = int(os.environ.get("LANTU_LOCK_AFTER", "5"))
LANTU_LOCK_MINUTES = int(os.environ.get("LANTU_LOCK_MINUTES", "15"))
"""So many wrong passwords in a row lock a name for so long."""
LANTU_AUDIT_HASH = os.environ.get("LANTU_AUDIT_HASH", "sha256")
"""By what new rows of the audit chain are sealed: sha256 or sm3."""
LANTU_REPORT_MINOR = int(os.environ.get("LANTU_REPORT_MINOR", "10"))
"""Yellow and blue warnings that a report names at each of the two levels; of the others it tells the number and where they stand."""
LANTU_ADDRESS = os.environ.get("LANTU_ADDRESS", "").rstrip("/")
"""Where people reach the pages, such as https://lantu.example; ways in messages begin with it."""
EMAIL_HOST = os.environ.get("LANTU_MAIL_HOST", "")
"""Without a host no mail is sent."""
EMAIL_PORT = int(os.environ.get("LANTU_MAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("LANTU_MAIL_USER", "")
EMAIL_HOST_PASSWORD = _read_secret("LANTU_MAIL_PASSWORD")
EMAIL_USE_TLS = os.environ.get("LANTU_MAIL_TLS", "") == "starttls"
EMAIL_USE_SSL = os.environ.get("LANTU_MAIL_TLS", "") == "tls"
DEFAULT_FROM_EMAIL = os.environ.get("LANTU_MAIL_FROM", "lantu@localhost")
EMAIL_TIMEOUT = LANTU_CHANNEL_SECONDS = int(os.environ.get("LANTU_CHANNEL_SECONDS", "10"))
"""How long a channel may take to accept a message."""
LANTU_HOOK_URL = os.environ.get("LANTU_HOOK_URL", "")
"""Without an address nothing is posted."""
LANTU_HOOK_SECRET = _read_secret("LANTU_HOOK_SECRET")
LANTU_HOOK_PRIVATE = _read_flag("LANTU_HOOK_PRIVATE", False)
"""Whether the webhook may lie on this machine or in a private network."""
LANTU_MESSAGE_TRIES = int(os.environ.get("LANTU_MESSAGE_TRIES", "12"))
"""After so many failed tries a message waits for somebody to try it again by hand."""
LANTU_OIDC_ISSUER = os.environ.get("LANTU_OIDC_ISSUER", "").rstrip("/")
"""The city's sign-in service; without it people sign in here."""
LANTU_OIDC_CLIENT = os.environ.get("LANTU_OIDC_CLIENT", "")
LANTU_OIDC_SECRET = _read_secret("LANTU_OIDC_SECRET")
LANTU_OIDC_NAME = os.environ.get("LANTU_OIDC_NAME", "")
"""What its button is called."""
LANTU_OIDC_SCOPES = os.environ.get("LANTU_OIDC_SCOPES", "openid profile email")
LANTU_OIDC_FIRST = [name for name in os.environ.get("LANTU_OIDC_FIRST", "").split(",") if name]
"""How somebody it sends for the first time is matched to an account: any of email, username, create; none: not at all."""
LANTU_OIDC_USERNAME = os.environ.get("LANTU_OIDC_USERNAME", "preferred_username")
LANTU_OIDC_GROUPS = os.environ.get("LANTU_OIDC_GROUPS", "groups")
"""Names of the claims with the user name and the groups."""
LANTU_OIDC_ROLES = json.loads(os.environ.get("LANTU_OIDC_ROLES", "{}"))
"""Roles of groups: {"group": [["role", "place", "department or nothing"]]}."""
LANTU_ASK = os.environ.get("LANTU_ASK", "")
"""Whom somebody without an account or a role asks."""
LANTU_LOCAL_SIGN_IN = _read_flag("LANTU_LOCAL_SIGN_IN", True) or not LANTU_OIDC_ISSUER
"""Whether names and passwords of our own are taken; always, where there is no other way in."""
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _read_flag("LANTU_HTTPS", False)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "lantu.show.pages.errors.csrf_refused"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        # Signing out goes on to the sign-in service, which browsers count as the form's.
        "form-action": ["'self'", *([_origin_of(LANTU_OIDC_ISSUER)] if LANTU_OIDC_ISSUER else [])],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = LANTU_UPLOAD_LIMIT_BYTES + 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": os.environ.get("LANTU_LOG", "WARNING")},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
