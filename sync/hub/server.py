"""Kinto with the settings that make it a hub. They are part of the program: a drop box depends on them."""

import io
from collections.abc import Callable
from contextlib import redirect_stderr
from typing import Any
from urllib.parse import urlsplit

import kinto  # type: ignore[import-untyped]
import kinto.core.scripts  # type: ignore[import-untyped]
import transaction  # type: ignore[import-untyped]
import waitress  # type: ignore[import-untyped]
from kinto.plugins.accounts.utils import hash_password  # type: ignore[import-untyped]

from sync.hub.kinto import ADMIN
from sync.hub.settings import MEMORY, Settings
from sync.hub.vault import Vault

_PRINCIPAL = f"account:{ADMIN}"
_LARGEST = 4 << 20  # bytes of a request; a batch of 25 of the largest records
_FIXED = {
    "kinto.includes": "kinto.plugins.accounts",
    "multiauth.policies": "account",
    "multiauth.policy.account.use": "kinto.plugins.accounts.AccountsPolicy",
    # Who creates a record gets no right to read it: what makes a drop box of a collection
    "kinto.explicit_permissions": "false",
    "kinto.experimental_collection_schema_validation": "true",
    # To check a password takes a third of a second. All here are long and random, so that may be done once a week
    "kinto.account_cache_ttl_seconds": "604800",
    "kinto.account_create_principals": _PRINCIPAL,
    "kinto.account_write_principals": _PRINCIPAL,
    **{f"kinto.bucket_{right}_principals": _PRINCIPAL for right in ("create", "read", "write")},
    # With a collection its tombstones would go, and kiosks would keep for ever what it held
    "kinto.object_bucket_delete_enabled": "false",
    "kinto.plural_bucket_delete_enabled": "false",
    "kinto.object_collection_delete_enabled": "false",
    "kinto.plural_collection_delete_enabled": "false",
    "kinto.batch_max_requests": "25",
    "kinto.paginate_by": "1000",
    "kinto.project_name": "Anlaufstelle",
}


def kinto_settings(settings: Settings, salt: str) -> dict[str, str]:
    """All settings of Kinto for that hub."""
    public = urlsplit(settings.url)
    made = {**_FIXED, "kinto.userid_hmac_secret": salt, "kinto.http_scheme": public.scheme,
            "kinto.http_host": public.netloc}
    if settings.server.admin:
        made["kinto.includes"] += " kinto.plugins.admin"
        made["kinto.admin_assets_path"] = settings.server.admin
    kind = "memory" if settings.server.storage == MEMORY else "postgresql"
    for backend in ("storage", "cache", "permission"):
        made[f"kinto.{backend}_backend"] = f"kinto.core.{backend}.{kind}"
        if kind != MEMORY:
            made[f"kinto.{backend}_url"] = settings.server.storage
    return made


def serve(settings: Settings, vault: Vault, ready: Callable[[str], None]) -> None:
    """Serve until the process is asked to end; tables and the admin's account are there before. `ready` is told the
    address once it answers."""
    with redirect_stderr(io.StringIO()):  # a warning in red about accounts in memory, which are what is wanted then
        app = kinto.main({}, **kinto_settings(settings, vault.salt()))
    registry: Any = app.registry
    kinto.core.scripts.migrate({"registry": registry})
    _let_in_admin(registry, vault.admin())
    server = waitress.create_server(app, listen=settings.server.listen, threads=settings.server.threads,
                                    max_request_body_size=_LARGEST, ident="")
    ready(settings.server.url)
    server.run()


def _let_in_admin(registry: Any, password: str) -> None:
    """The account `admin`, as `kinto create-user` makes it, for a database that may be in memory."""
    registry.storage.update(resource_name="account", parent_id=ADMIN, object_id=ADMIN,
                            obj={"id": ADMIN, "password": hash_password(password)})
    registry.permission.add_principal_to_ace(f"/accounts/{ADMIN}", "write", _PRINCIPAL)
    transaction.commit()
