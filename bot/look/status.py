"""How everything goes, for moderators."""

from collections.abc import Mapping, Sequence

from discord import ui

from bot.look.text import Colour, about, countdown, linked, panel, provider_name, ruled
from bot.pipeline.status import Report
from languages.sentence import Value
from languages.speech import say
from storage.operations import Queue, Record, Standing
from storage.records import Pause, account_of


def status_page(report: Report, version: str, commands: Mapping[str, int]) -> ui.LayoutView:
    """``commands`` are known by their ids."""
    standing, needing = report.standing, _needing(report.standing)
    parts = (_queue(standing), needing, _providers(report), _bot(report))
    texts = [linked("\n".join(part), commands) for part in parts if part]
    return panel(
        Colour.CAUTION if needing or report.wrong or _paused_of(report) else Colour.GOOD,
        f"### 📊 {say('status-title')}",
        *ruled(texts),
        f"-# {say('status-version', version=version)}",
    )


def _queue(standing: Standing) -> list[str]:
    lines = [f"**{say('status-here')}**", _numbers(standing.here)]
    if standing.oldest is not None:
        lines.append(say("status-oldest", when=countdown(standing.oldest)))
    others = Queue(
        standing.everywhere.waiting - standing.here.waiting, standing.everywhere.making - standing.here.making
    )
    if others.waiting or others.making:
        lines.append(f"-# {say('status-others', waiting=others.waiting, making=others.making)}")
    return lines


def _numbers(queue: Queue) -> str:
    if not queue.waiting and not queue.making:
        return say("status-nothing-open")
    return say("status-open", waiting=queue.waiting, making=queue.making)


def _needing(standing: Standing) -> list[str]:
    """What may need somebody; empty where nothing does."""
    numbers = {"late": standing.late, "uncertain": standing.uncertain, "undeliverable": standing.undeliverable}
    lines = [f"- {say(f'status-stuck-{name}', number=number)}" for name, number in numbers.items() if number]
    return [f"**⚠️ {say('status-stuck')}**", *lines] if lines else []


def _providers(report: Report) -> list[str]:
    lines = [f"**{say('status-providers')}**"]
    for account in report.providers:
        lines.append(_provider(account, report.standing.records.get(account)))
        lines += [f"-# ⏸️ {_paused(pause)}" for pause in report.standing.pauses if account_of(pause.client) == account]
    return lines


def _provider(account: str, record: Record | None) -> str:
    name = f"**{provider_name(account)}**"
    if record is None:
        return say("status-provider-idle", provider=name)
    values: dict[str, Value] = {"provider": name, "made": record.made, "ended": record.made + record.failed}
    if record.usual is None:
        return say("status-provider", **values)
    return say("status-provider-time", **values, time=about(record.usual))


def _paused(pause: Pause) -> str:
    """Why in our words: what the provider said is for whoever pays it."""
    if pause.model:
        return say("status-paused-model", model=f"`{pause.model}`", when=countdown(pause.until))
    return say("status-paused", when=countdown(pause.until))


def _paused_of(report: Report) -> Sequence[Pause]:
    return [pause for pause in report.standing.pauses if account_of(pause.client) in report.providers]


def _bot(report: Report) -> list[str]:
    lines = [f"⚠️ {say(f'status-wrong-{part}')}" for part in report.wrong] or [f"✅ {say('status-well')}"]
    return [f"**{say('status-bot')}**", *lines]
