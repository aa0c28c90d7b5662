"""`/settings`: how moderators run the bot on their server."""

from collections.abc import Collection, Mapping
from typing import Final, Literal

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import look
from cogs import edits
from cogs.authority import ModeratorCog
from cogs.edits import Action, Edit, Listing, TidyAction, change_of
from cogs.errors import NotChanged
from cogs.named import choices, named, option_id, options, texts
from cogs.paging import Page, Turn
from cogs.replies import answer, server_of
from cogs.zones import zone_named, zones_like
from languages.sentence import Sentence, listed
from languages.speech import AUTO, LANGUAGES, language_name
from providers.catalog import PROVIDERS, Catalog, Model
from storage.limits import Word, rank
from storage.quota_records import Adult, Place, Server
from storage.quotas import Quotas
from storage.records import account_of
from storage.windows import Period

_MOST: Final = 1_000_000
_MOST_RUNNING: Final = 1000
_LONGEST_COOLDOWN: Final = 24 * 3600
_CHANGES: Final = 5

_Credits = app_commands.Range[int, 0, _MOST]
_Running = app_commands.Range[int, 1, _MOST_RUNNING]
_Liftable = Literal["pool", "most_credits", "member_running", "server_running"]

_PROVIDERS: Final = [app_commands.Choice(name=name, value=provider) for provider, name in PROVIDERS.items()]
_ACTIONS: Final = choices("choice-action", ("add", "remove", "clear"))
_TIDY_ACTIONS: Final = choices("choice-action", ("add", "remove", "clear", "tidy"))
_WORD_ACTIONS: Final = choices("choice-action", ("add", "remove", "clear", "list"))
_KINDS: Final = choices("choice-kind", ("forbidden", "adult"))
_LIFTABLE: Final = choices("option", ("pool", "most_credits", "member_running", "server_running"))
_PERIODS: Final = choices("changes-period", Period)
_ADULT: Final = choices("changes-adult", Adult)
_PLACES: Final = choices("changes-place", Place)
_LANGUAGES: Final = [
    app_commands.Choice(name=named("changes-language-auto"), value=AUTO),
    *(app_commands.Choice(name=language_name(one), value=one) for one in sorted(LANGUAGES)),
]


class AnyPlace(app_commands.Transformer):
    """The id of a channel of any kind in which commands can be sent, or of a category."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        kinds = discord.ChannelType
        return [kinds.text, kinds.news, kinds.voice, kinds.stage_voice, kinds.forum, kinds.category]

    async def transform(
        self, _: discord.Interaction, value: app_commands.AppCommandChannel | app_commands.AppCommandThread, /
    ) -> int:
        return value.id


class Settings(
    ModeratorCog, group_name=named("command-settings"), group_description=named("command-settings.description")
):
    """Each subcommand changes what it names, at once; jobs that were taken before go on. ``providers`` are on."""

    def __init__(self, *, bot: commands.Bot, quotas: Quotas, catalog: Catalog, providers: Collection[str]) -> None:
        super().__init__(quotas)
        self._bot = bot
        self._catalog = catalog
        self._providers = providers

    async def cog_load(self) -> None:
        self._bot.add_dynamic_items(Turn)

    @app_commands.command(**texts("settings-show"))
    async def show(self, interaction: discord.Interaction) -> None:
        server = await self.quotas.server(server_of(interaction))
        await answer(interaction, look.settings_page(server, self._model_name, self._existing(interaction)))

    @app_commands.command(**texts("settings-channels"))
    @options("settings-channels", "channel")
    @options("settings", "action")
    @app_commands.choices(action=_TIDY_ACTIONS)
    async def channels(
        self,
        interaction: discord.Interaction,
        action: TidyAction,
        channel: app_commands.Transform[int, AnyPlace] | None = None,
    ) -> None:
        await self._list(interaction, edits.CHANNELS, action, channel, "channel")

    @app_commands.command(**texts("settings-roles"))
    @options("settings-roles", "role")
    @options("settings", "action")
    @app_commands.choices(action=_TIDY_ACTIONS)
    async def roles(
        self, interaction: discord.Interaction, action: TidyAction, role: discord.Role | None = None
    ) -> None:
        await self._list(interaction, edits.ROLES, action, _real(role), "role")

    @app_commands.command(
        **texts("settings-moderator-roles"),
    )
    @options("settings-moderator-roles", "role")
    @options("settings", "action")
    @app_commands.choices(action=_TIDY_ACTIONS)
    async def moderator_roles(
        self, interaction: discord.Interaction, action: TidyAction, role: discord.Role | None = None
    ) -> None:
        note = [look.hidden_commands()] if action == "add" else []
        await self._list(interaction, edits.MODERATOR_ROLES, action, _real(role), "role", *note)

    @app_commands.command(**texts("settings-models"))
    @options("settings-models", "model")
    @options("settings", "action")
    @app_commands.choices(action=_TIDY_ACTIONS)
    async def models(self, interaction: discord.Interaction, action: TidyAction, model: str | None = None) -> None:
        await self._list(interaction, edits.MODELS, action, model and self._model_id(model, action), "model")

    @models.autocomplete("model")
    async def suggest_models(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        models = self._catalog.search(typed, self._providers)
        return [app_commands.Choice(name=look.model_line(one, self._providers), value=one.id) for one in models]

    @app_commands.command(**texts("settings-providers"))
    @options("settings-providers", "action", "provider")
    @app_commands.choices(action=_ACTIONS, provider=_PROVIDERS)
    async def providers(self, interaction: discord.Interaction, action: Action, provider: str | None = None) -> None:
        on = {account_of(client) for client in self._providers}
        note = [look.provider_off(provider)] if action == "add" and provider and provider not in on else []
        await self._list(interaction, edits.PROVIDERS, action, provider, "provider", *note)

    @app_commands.command(**texts("settings-limits"))
    @options(
        "settings-limits",
        "pool",
        "most_credits",
        "member_running",
        "server_running",
        "cooldown",
        "confirm_percent",
        "lift",
    )
    @app_commands.choices(lift=_LIFTABLE)
    async def limits(
        self,
        interaction: discord.Interaction,
        pool: _Credits | None = None,
        most_credits: _Credits | None = None,
        member_running: _Running | None = None,
        server_running: _Running | None = None,
        cooldown: app_commands.Range[int, 0, _LONGEST_COOLDOWN] | None = None,
        confirm_percent: app_commands.Range[int, 0, 100] | None = None,
        lift: _Liftable | None = None,
    ) -> None:
        sent = vars(interaction.namespace)
        given = {name: value for name, value in sent.items() if name != "lift" and value is not None}
        if lift in given:
            raise NotChanged(Sentence("settings-set-and-lift", limit=Sentence(option_id(lift))))
        if not given and lift is None:
            raise NotChanged(Sentence("settings-no-limit-named"))
        if confirm_percent == 0:
            given["confirm_percent"] = None
        await self._change(interaction, change_of(**given, **({lift: Word.UNLIMITED} if lift else {})))

    @app_commands.command(**texts("settings-window"))
    @options("settings-window", "period", "time_zone")
    @app_commands.choices(period=_PERIODS)
    async def window(
        self,
        interaction: discord.Interaction,
        period: Literal["day", "week", "month"] | None = None,
        time_zone: app_commands.Range[str, 1, 60] | None = None,
    ) -> None:
        given = {"period": period and Period(period), "time_zone": time_zone and zone_named(time_zone)}
        if not (period or time_zone):
            raise NotChanged(Sentence("settings-no-window-named"))
        await self._change(interaction, change_of(**{name: value for name, value in given.items() if value}))

    @window.autocomplete("time_zone")
    async def suggest_zones(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=zone, value=zone) for zone in zones_like(typed)]

    @app_commands.command(**texts("settings-log-channel"))
    @options("settings-log-channel", "channel")
    async def log_channel(self, interaction: discord.Interaction, channel: discord.TextChannel | None = None) -> None:
        if channel is not None:
            _check_log_channel(channel)
        await self._change(interaction, change_of(log_channel_id=channel.id if channel else None))

    @app_commands.command(**texts("settings-words"))
    @options("settings-words", "action", "kind", "words")
    @app_commands.choices(action=_WORD_ACTIONS, kind=_KINDS)
    async def words(
        self,
        interaction: discord.Interaction,
        action: Literal["add", "remove", "clear", "list"],
        kind: Literal["forbidden", "adult"],
        words: app_commands.Range[str, 1, 1000] | None = None,
    ) -> None:
        listing = edits.WORDS[kind]
        if action == "list":
            server = await self.quotas.server(server_of(interaction))
            await answer(interaction, look.words_page(listing.field, getattr(server, listing.field)))
            return
        _check_given(action, words, "words")
        await self._change(interaction, listing.edit(action, edits.words_of(words) if words else ()))

    @app_commands.command(**texts("settings-adult"))
    @options("settings-adult", "where")
    @app_commands.choices(where=_ADULT)
    async def adult(self, interaction: discord.Interaction, where: str) -> None:
        await self._change(interaction, change_of(adult=Adult(where)))

    @app_commands.command(**texts("settings-place"))
    @options("settings-place", "where")
    @app_commands.choices(where=_PLACES)
    async def place(self, interaction: discord.Interaction, where: str) -> None:
        await self._change(interaction, change_of(place=Place(where)), look.place_meaning(Place(where)))

    @app_commands.command(**texts("settings-language"))
    @options("settings-language", "language")
    @app_commands.choices(language=_LANGUAGES)
    async def language(self, interaction: discord.Interaction, language: str) -> None:
        await self._change(interaction, change_of(language=None if language == AUTO else language))

    @app_commands.command(**texts("settings-giving"))
    @options("settings-giving", "allowed")
    async def giving(self, interaction: discord.Interaction, allowed: bool) -> None:
        await self._change(interaction, change_of(giving=allowed))

    @app_commands.command(**texts("settings-history"))
    async def history(self, interaction: discord.Interaction) -> None:
        await answer(interaction, await self.page(interaction, Page(self.qualified_name)))

    async def page(self, interaction: discord.Interaction, page: Page) -> ui.LayoutView:
        """A page of the server's audit."""
        found = await self.quotas.changes(server_of(interaction), before=page.before, limit=_CHANGES + 1)
        return look.changes_page(found[:_CHANGES], page.turns(found, _CHANGES))

    async def _list(
        self,
        interaction: discord.Interaction,
        listing: Listing,
        action: TidyAction,
        item: int | str | None,
        option: str,
        *notes: str,
    ) -> None:
        """Change a list by the one item that ``option`` named, or by what exists no longer."""
        _check_given(action, item, option)
        if action == "tidy":
            edit = listing.tidied(_known(self._existing(interaction), listing.field))
        else:
            edit = listing.edit(action, () if item is None else (item,))
        await self._change(interaction, edit, *notes)

    def _existing(self, interaction: discord.Interaction) -> dict[str, Collection[int | str]]:
        """What lists may name, by their fields; channels and roles only where Discord has told of them."""
        models = {"models": frozenset(model.id for model in self._catalog.models)}
        guild = interaction.guild
        if guild is None or guild.unavailable:
            return {**models}
        channels, roles = (frozenset(one.id for one in found) for found in (guild.channels, guild.roles))
        places = {"channels": channels, "log_channel_id": channels, "roles": roles, "moderator_roles": roles}
        return {**models, **places}

    async def _change(self, interaction: discord.Interaction, edit: Edit, *notes: str) -> None:
        server_id = server_of(interaction)
        change = await self.quotas.change_server(server_id, edit, actor_id=interaction.user.id)
        warning = self._warning(await self.quotas.server(server_id))
        await answer(interaction, look.changed(change, *notes, *warning))

    def cheapest(self, server: Server) -> int | None:
        """What the cheapest video costs that these settings leave; ``None`` where they leave none."""
        on = [one for one in self._providers if not server.providers or account_of(one) in server.providers]
        models = [one for one in self._catalog.offered(on) if not server.models or one.id in server.models]
        return min((_lowest_price(model, on) for model in models), default=None)

    def _warning(self, server: Server) -> list[str]:
        """Where these settings leave no video that could be made, or paid."""
        cheapest = self.cheapest(server)
        if cheapest is None:
            return [look.nothing_usable()]
        warnings = (
            (rank(server.most_credits) < cheapest, look.all_too_dear(cheapest)),
            (rank(server.pool) < cheapest, look.too_small_for_all(cheapest)),
        )
        return [text for applies, text in warnings if applies]

    def _model_id(self, typed: str, action: TidyAction) -> str:
        """The model with this id or name; one to be removed may be gone from the catalogue."""
        found = self._catalog.search(typed, self._providers)
        exact = next(
            (one.id for one in found if typed.strip().casefold() in (one.id.casefold(), one.name.casefold())), None
        )
        if exact is None and action == "add":
            near = listed(one.name for one in found[:3])
            raise NotChanged(
                Sentence("settings-no-model", typed=look.escaped(typed, 50)),
                Sentence("settings-did-you-mean", names=near) if found else Sentence("settings-see-models"),
            )
        return exact or typed

    def _model_name(self, model_id: str) -> str:
        return look.model_name(self._catalog, model_id)


def _lowest_price(model: Model, clients: Collection[str]) -> int:
    routes = model.routes_of(clients)
    return min(
        model.lowest(mode, seconds, routes) for mode, lengths in model.sold(routes).items() for seconds in lengths
    )


def _check_given(action: str, item: object, option: str) -> None:
    """``clear`` and ``tidy`` take no item, the others need one."""
    alone, called = action in ("clear", "tidy"), Sentence(option_id(option))
    if alone and item is not None:
        raise NotChanged(Sentence(f"settings-{action}-alone", option=called))
    if not alone and item is None:
        raise NotChanged(Sentence(f"settings-name-to-{action}", option=called))


def _known(existing: Mapping[str, Collection[int | str]], field: str) -> Collection[int | str]:
    if field not in existing:
        raise NotChanged(Sentence("settings-nothing-known"))
    return existing[field]


def _real(role: discord.Role | None) -> int | None:
    """The role's id; everybody has @everyone, so it is not a choice."""
    if role is not None and role.is_default():
        raise NotChanged(Sentence("settings-not-everyone"))
    return role.id if role else None


def _check_log_channel(channel: discord.TextChannel) -> None:
    may = channel.permissions_for(channel.guild.me)
    needed = {"view-channel": may.view_channel, "send-messages": may.send_messages, "embed-links": may.embed_links}
    if missing := [Sentence(f"permission-{name}") for name, there in needed.items() if not there]:
        raise NotChanged(
            Sentence("settings-missing-permissions", channel=channel.mention, permissions=listed(missing, "and")),
            Sentence("settings-give-permissions"),
        )
