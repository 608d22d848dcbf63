"""Style sheets, scripts and libraries under names that change with their content.

In: the static folders. Out: hashed, compressed copies that browsers may keep for
ever. Left out on purpose: bundling; modules import each other by path.
"""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Rewrites module imports too; plain names where nothing was collected yet."""

    support_js_module_import_aggregation = True
    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The hashed name, or the name itself before the first collectstatic (tests, development)."""
        return super().stored_name(name) if self.hashed_files else name
