"""Statements are compiled once in a session and not anew for each test's database: it would be the same text."""

from typing import Any

from sqlalchemy.ext.asyncio import create_async_engine

import storage.database


class Compiled(dict[tuple[Any, ...], Any]):
    """What SQLAlchemy has compiled. It asks by the dialect, of which each engine has another instance; here it is kept
    by the driver, which says as much.
    """

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        return super().get(_by_driver(key), default)

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        super().__setitem__(_by_driver(key), compiled)


def _by_driver(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect, *rest = key
    return dialect.driver, *rest


_COMPILED = Compiled()


def _engine_with_compiled(*args: Any, **options: Any) -> Any:
    return create_async_engine(*args, **options, execution_options={"compiled_cache": _COMPILED})


def compile_once() -> None:
    """From now on, in the databases that this process opens."""
    storage.database.create_async_engine = _engine_with_compiled  # type: ignore[attr-defined]
