"""The registry as a Django application."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Named `store` in migrations and tables."""

    name = "lantu.store"
    label = "store"
    verbose_name = "registry"
    default_auto_field = "django.db.models.BigAutoField"
