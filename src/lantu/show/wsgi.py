"""The site as a WSGI application, for granian and every other server.

In: LANTU_HOME and the other settings from the environment. Out: `application`.
Left out on purpose: an ASGI twin; under WSGI these pages cost a third.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantu.store.settings")
application = get_wsgi_application()

from lantu.show.warming import warm_up  # noqa: E402  # models need Django to be set up

warm_up()
