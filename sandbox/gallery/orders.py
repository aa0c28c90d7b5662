"""What an order leads to before anything is made: receipts, questions, and why it is not taken."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final

import discord
from discord import ui

from bot import look
from bot.look.quota import explain_quota
from bot.media.fitting import Fit
from bot.pipeline.intake import Expensive, Receipt, Unfit
from cogs.confirm import Answer
from languages.sentence import Sentence, listed
from providers.catalog_models import Offer
from providers.request import PictureKind
from sandbox.gallery.samples import NOW, Samples
from sandbox.gallery.scene import Message, Scene, Scenes, private
from storage.errors import (
    AlreadyAccepted,
    AlreadyFlagged,
    Blocked,
    CoolingDown,
    InHand,
    NotEnoughCredits,
    NotGivable,
    NotPermitted,
    QuotaError,
    Rule,
    Shortage,
    StateChanged,
    StorageError,
    StorageUnavailable,
    TaskTaken,
    TooManyFlags,
    TooManyRunning,
)
from storage.limits import Word
from storage.records import Acceptance

_MIDNIGHT: Final = NOW.replace(hour=0, minute=0) + timedelta(days=1)
_PERMISSIONS: Final = ("view_channel", "send_messages", "embed_links", "attach_files", "read_message_history")
_NARROW: Final = Sentence(
    "pictures-too-narrow",
    picture=Sentence("pictures-named", name="panorama.jpg"),
    ratio=3.76,
    size="512 x 136",
    most=2.5,
)


def _receipt(samples: Samples, place: int, where: str = "places-told-thread", **changes: Any) -> Receipt:
    model = next(model for model in samples.catalog.models if model.id == "kling-v2-5-turbo")
    offer = Offer(model=model, route=model.routes[0], credits=35, expected=timedelta(seconds=150))
    acceptance = Acceptance(samples.job(), samples.usage(**changes), place)
    return Receipt(acceptance, offer, NOW + timedelta(seconds=150), Sentence(where))


def _costly(limit: Any = 200, *, again: bool = False) -> Scene:
    def show(samples: Samples) -> Message:
        question = Expensive(samples.draft(120), samples.usage(limit, 40))
        yes = Answer("draft", "yes", label=look.make_it(120), style=discord.ButtonStyle.success)
        answers: ui.ActionRow[Any] = ui.ActionRow(yes, Answer("draft", "no", label=look.leave_it()))
        return Message(look.costly(question, answers, again=again))

    return show


def _unfit(*ways: Fit) -> Scene:
    def show(samples: Samples) -> Message:
        question = Unfit(samples.draft(35), PictureKind.IMAGE, _NARROW, {how: samples.previews[how] for how in ways})
        only = len(ways) == 1
        buttons = [Answer("draft", f"{how}-image", label=look.fit_label(how, only=only)) for how in ways]
        answers: ui.ActionRow[Any] = ui.ActionRow(*buttons, Answer("draft", "no", label=look.leave_it()))
        return Message(look.unfit(question, answers), files=look.unfit_files(question))

    return show


def _refused(*sentences: Sentence) -> Scene:
    return private(lambda _: look.refused(sentences))


def _explained(error: StorageError) -> Scene:
    return private(lambda _: look.explain(error))


def _quota(error: QuotaError) -> Scene:
    return private(lambda _: explain_quota(error))


def _not_permitted(rule: Rule, allowed: Collection[int | str]) -> Scene:
    return _quota(NotPermitted(rule, allowed))


def _short(scope: str, *, waiting_helps: bool) -> Shortage:
    return Shortage(scope, 120, 45, _MIDNIGHT if waiting_helps else None)


ORDERS: Final[Scenes] = {
    "ordered": private(lambda it: look.accepted(_receipt(it, 1), it.job())),
    "ordered-7th": private(lambda it: look.accepted(_receipt(it, 7, "places-told-member"), it.job())),
    "ordered-without-card": private(lambda it: look.accepted(_receipt(it, 1, "places-told-no-threads"), None)),
    "ordered-with-grants": private(lambda it: look.accepted(_receipt(it, 2, grants=it.grants()), it.job())),
    "ordered-without-limit": private(lambda it: look.accepted(_receipt(it, 2, limit=Word.UNLIMITED), it.job())),
    "costly": _costly(),
    "costly-without-limit": _costly(Word.UNLIMITED),
    "costly-price-risen": _costly(again=True),
    "ordering": private(lambda _: look.ordering()),
    "left-out": private(lambda _: look.left_out()),
    "question-over": private(lambda _: look.question_over()),
    "no-picture": private(lambda _: look.no_picture()),
    "unfit": _unfit(Fit.CROP, Fit.PAD),
    "unfit-one-way": _unfit(Fit.PAD),
    "refused": _refused(
        Sentence("pictures-too-small", picture=Sentence("pictures-nameless"), size="240 x 180", least=300)
    ),
    "refused-for-three-reasons": _refused(
        Sentence("intake-prompt-too-long", length=3120, limit=2500),
        Sentence("models-modes", model="Kling 2.1", modes=listed(["std", "pro"]), wanted="4k"),
        Sentence("intake-camera-missing"),
    ),
    "refused-word": _refused(Sentence("intake-word")),
    "refused-adult": _refused(Sentence("intake-adult-elsewhere")),
    "refused-private-thread": _refused(Sentence("places-private")),
    "missing-permissions": private(lambda _: look.missing_permissions(_PERMISSIONS)),
    "database-away": private(lambda _: look.database_away()),
    "broken": private(lambda _: look.broken("4f2a9c", may_have_charged=False)),
    "broken-while-ordering": private(lambda _: look.broken("4f2a9c", may_have_charged=True)),
    "outdated": private(lambda _: look.outdated()),
    "models": private(lambda it: look.the_models(it.catalog, it.menu.clients)),
    "models-none": private(lambda it: look.the_models(it.catalog, ())),
}

REFUSALS: Final[Scenes] = {
    "short-of-own-credits": _quota(NotEnoughCredits([_short("member", waiting_helps=True)])),
    "short-of-all": _quota(
        NotEnoughCredits([_short(scope, waiting_helps=scope == "member") for scope in ("member", "server", "operator")])
    ),
    "too-many-own-videos": _quota(TooManyRunning("member", most=2, next_at=NOW + timedelta(minutes=2))),
    "too-many-videos": _quota(TooManyRunning("server", most=5, next_at=NOW + timedelta(minutes=2))),
    "no-videos-now": _quota(TooManyRunning("server", most=0, next_at=NOW)),
    "cooling-down": _quota(CoolingDown(NOW + timedelta(minutes=1))),
    "blocked": _quota(Blocked("posted the same picture forty times", None)),
    "blocked-until": _quota(Blocked("posted the same picture forty times", NOW + timedelta(days=3))),
    "not-permitted-allowance": _not_permitted(Rule.ALLOWANCE, ()),
    "not-permitted-role": private(lambda it: explain_quota(NotPermitted(Rule.ROLE, [it.cast.painters]))),
    "not-permitted-channel": private(
        lambda it: explain_quota(NotPermitted(Rule.CHANNEL, [it.cast.films, it.cast.lounge]))
    ),
    "not-permitted-model": _not_permitted(Rule.MODEL, ["Kling 2.1", "Kling 2.5 Turbo"]),
    "not-permitted-provider": _not_permitted(Rule.PROVIDER, ["kling", "ai302"]),
    "not-permitted-price": _not_permitted(Rule.PRICE, [50]),
    "not-permitted-any-price": _not_permitted(Rule.PRICE, []),
    "not-givable": _quota(NotGivable(12)),
    "not-givable-here": _quota(NotGivable(None)),
    "order-database-away": _explained(StorageUnavailable()),
    "order-taken-already": _explained(AlreadyAccepted()),
    "reported-already": _explained(AlreadyFlagged()),
    "reported-too-often": _explained(TooManyFlags(NOW + timedelta(minutes=40))),
    "moved-on": _explained(StateChanged()),
    "in-hand": _explained(InHand(NOW + timedelta(minutes=4))),
    "task-taken": _explained(TaskTaken()),
    "not-changed": private(lambda _: look.not_changed([Sentence("button-in-hand")])),
    "not-moderator": private(lambda _: look.not_moderator(())),
    "not-moderator-roles": private(lambda it: look.not_moderator([it.cast.moderators])),
}
