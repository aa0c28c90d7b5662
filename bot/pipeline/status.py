"""What moderators are told of how everything goes."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.pipeline.health import Health
from storage.operations import Operations, Standing
from storage.quotas import Quotas
from storage.records import account_of


@dataclass(frozen=True)
class Report:
    """``providers`` are those that are on and allowed on the server; ``wrong`` are the parts that are not well."""

    standing: Standing
    providers: tuple[str, ...]
    wrong: tuple[str, ...]


class Status:
    """``clients`` are those that are on."""

    def __init__(self, *, operations: Operations, quotas: Quotas, health: Health, clients: Collection[str]) -> None:
        self._operations = operations
        self._quotas = quotas
        self._health = health
        self._clients = clients

    async def of(self, server_id: int) -> Report:
        """How the server's jobs fare now, and whether this process is well. May raise ``StorageUnavailable``."""
        server = await self._quotas.server(server_id)
        on = {account_of(client) for client in self._clients}
        return Report(
            standing=await self._operations.standing(server_id),
            providers=tuple(sorted(on & server.providers if server.providers else on)),
            wrong=tuple(await self._health.wrong()),
        )
