"""The operator's accounts with the providers: a client for each API, and what holds for an account's APIs together."""

from collections.abc import Callable, Collection
from datetime import datetime

from bot.settings import Settings
from bot.web.callbacks import Signature
from providers.ai302 import Ai302Provider
from providers.aimlapi import AimlapiProvider
from providers.ezmodel import EzmodelProvider
from providers.kling import KlingProvider
from providers.kling_auth import ApiKey, KeyPair, KlingAuth
from providers.kling_new import KlingNewProvider
from providers.provider import Provider
from storage.records import account_of


def build_providers(settings: Settings, clock: Callable[[], datetime]) -> dict[str, Provider]:
    """A client for each API whose key is set, by its name; to be called while the event loop runs."""
    clients: list[Provider] = []
    if (auth := _kling_auth(settings, clock)) is not None:
        clients.append(KlingProvider(settings.kling_base_url, auth))
    if settings.kling_api_key is not None:  # the newer API takes no other keys (facts/providers.md 1.2)
        clients.append(KlingNewProvider(settings.kling_base_url, settings.kling_api_key.get_secret_value()))
    if settings.aimlapi_api_key is not None:
        key = settings.aimlapi_api_key.get_secret_value()
        clients += [AimlapiProvider(settings.aimlapi_base_url, key, universal=universal) for universal in (False, True)]
    if settings.ezmodel_api_key is not None:
        clients.append(EzmodelProvider(settings.ezmodel_base_url, settings.ezmodel_api_key.get_secret_value()))
    if settings.ai302_api_key is not None:
        clients.append(Ai302Provider(settings.ai302_base_url, settings.ai302_api_key.get_secret_value()))
    return {client.name: client for client in clients}


def max_running_of(settings: Settings, clients: Collection[str]) -> dict[str, int]:
    """How many tasks each client may run at once; an account's APIs each have the account's number."""
    of_account = {
        "kling": settings.kling_max_running,
        "aimlapi": settings.aimlapi_max_running,
        "ezmodel": settings.ezmodel_max_running,
        "ai302": settings.ai302_max_running,
    }
    return {client: of_account[account_of(client)] for client in clients}


def _kling_auth(settings: Settings, clock: Callable[[], datetime]) -> KlingAuth | None:
    if settings.kling_api_key is not None:
        return ApiKey(settings.kling_api_key.get_secret_value())
    if settings.kling_access_key is None or settings.kling_secret_key is None:
        return None
    return KeyPair(settings.kling_access_key.get_secret_value(), settings.kling_secret_key.get_secret_value(), clock)


def signatures(settings: Settings, clients: Collection[str], clock: Callable[[], datetime]) -> dict[str, Signature]:
    """Both of Kling's APIs sign their callbacks where the account has a webhook secret."""
    if settings.kling_webhook_secret is None:
        return {}
    signature = Signature(settings.kling_webhook_secret.get_secret_value(), clock)
    return {client: signature for client in clients if account_of(client) == "kling"}
