"""The commands about returns: the workbook to send, the mechanisms, the standing of a batch."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from core.access import Office
from core.errors import UnknownIndicator
from core.i18n import N_, Lang
from core.i18n.periods import Period, period_name
from loaders.find import knowledge
from loaders.returns import Answers, KnownMechanism, known_mechanisms, last
from loaders.returns.prefilled import PREFILLED, prefilled_rows
from loaders.standing import LEVELS, Level, set_standing
from loaders.terminal import options
from loaders.terminal.console import Answer, Console
from loaders.terminal.escaping import safe
from loaders.terminal.options import known_cluster, known_country, reason
from loaders.terminal.usage import WrongUsage
from loaders.terminal.words import Words, aligned
from loaders.terminal.work import opened, write_file

MechanismOption = Annotated[
    int | None, typer.Option("--mechanism", help="Its number in the list of mechanisms.")
]
Places = tuple[Path | None, float]


def add_to(app: typer.Typer) -> None:
    """Make the commands known."""
    commands: dict[str, Callable[..., None]] = {
        "mechanisms": mechanisms_command,
        "return-template": return_template_command,
        "standing": standing_command,
    }
    for name, command in commands.items():
        app.command(name)(command)


def mechanisms_command(
    country: Annotated[str, typer.Option("--country", help="Of this country: TCD.")],
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """List the mechanisms of a country that somebody has reported on."""
    console = Console(lang, as_json)
    with console.guarding(), opened(store, wait) as database:
        iso3 = known_country(country, knowledge(database).vocabulary) or country
        with database.cursor() as cur:
            console.end(_listed(known_mechanisms(cur, iso3), lang))


def return_template_command(
    out: options.OutOption,
    lang: options.LangOption = Lang.EN,
    mechanism: MechanismOption = None,
    country: options.CountryOption = None,
    period: options.PeriodOption = None,
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    as_json: options.JsonOption = False,
) -> None:
    """Write the return of a mechanism: one sheet to answer and send back.

    With a country and the number of a mechanism it holds what was reported last.
    """
    # Imported here: its library takes a tenth of a second, which no load should wait for.
    from loaders.returns.workbook import workbook

    console = Console(lang, as_json)
    with console.guarding():
        answers = Answers(which={"period": _period(period)} if period else {})
        if country is not None:
            answers = _prefilled(country, mechanism, answers, (store, wait))
        elif mechanism is not None:
            raise WrongUsage("country-missing")
        write_file(out, workbook(answers, lang))
        told = {"status": "written", "form": "return", "lang": lang.value, "path": str(out)}
        console.end(Answer(told, (Words(lang)(N_("The return is at {path}."), path=out),)))


def standing_command(
    batch: options.BatchArgument,
    why: options.WhyOption,
    confirmed: Annotated[bool, typer.Option("--confirmed", help="It is so.")] = False,
    contested: Annotated[bool, typer.Option("--contested", help="It is not so.")] = False,
    reported: Annotated[bool, typer.Option("--reported", help="Take the word back.")] = False,
    mechanism: MechanismOption = None,
    office: options.OfficeOption = "terminal",
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Say that what a batch reported is confirmed or contested; it is shown beside the numbers."""
    console = Console(lang, as_json)
    with console.guarding():
        who, because = Office(office), reason(why)
        level = _level({"reported": reported, "confirmed": confirmed, "contested": contested})
        with opened(store, wait) as database:
            event = set_standing(database, batch, mechanism, level, who, because)
        told = {"status": level, "batch": batch, "mechanism": mechanism, "event": event}
        line = Words(lang)(_SAID[level], batch=str(batch))
        console.end(Answer(told, (line,)))


_SAID: Mapping[Level, str] = {
    "reported": N_("Batch {batch} stands as reported."),
    "confirmed": N_("Batch {batch} stands as confirmed."),
    "contested": N_("Batch {batch} stands as contested: this is shown beside its numbers."),
}


def reported_last(
    dataset: str, where: tuple[str | None, str | None], lang: Lang, places: Places
) -> Sequence[Mapping[str, str]]:
    """Rows to begin a template with.

    Args:
        dataset: a name of DATASETS.
        where: country and cluster as typed.
        lang: of the words of lists.
        places: the store, and how long to wait for it.

    Raises:
        WrongUsage: `country-missing`, `not-prefilled`, `unknown-cluster`.
        UnknownIndicator: `unknown-country`.
    """
    if dataset not in PREFILLED:
        raise WrongUsage("not-prefilled", value=dataset, others=", ".join(PREFILLED))
    if where[0] is None:
        raise WrongUsage("country-missing")
    with opened(*places) as database:
        words = knowledge(database).vocabulary
        iso3, code = known_country(where[0], words), known_cluster(where[1], words)
        with database.cursor() as cur:
            return prefilled_rows(cur, dataset, iso3 or "", code, lang)


def _prefilled(country: str, mechanism: int | None, answers: Answers, places: Places) -> Answers:
    with opened(*places) as database:
        words = knowledge(database).vocabulary
        iso3 = known_country(country, words) or country
        if mechanism is None:
            return Answers(which={"country": iso3, **answers.which})
        with database.cursor() as cur:
            every = {one.mechanism: one for one in known_mechanisms(cur, iso3)}
            if mechanism not in every:
                raise UnknownIndicator("no-such-mechanism", value=mechanism, country=iso3)
            found = last(cur, every[mechanism], words).answers
            return found.about(**answers.which)


def _period(text: str) -> str:
    try:
        return str(Period.parse(text))
    except ValueError as error:
        raise UnknownIndicator("wrong-period", value=text) from error


def _level(said: Mapping[Level, bool]) -> Level:
    meant = [level for level in LEVELS if said[level]]
    if len(meant) != 1:
        raise WrongUsage("standing-unclear")
    return meant[0]


def _listed(every: Sequence[KnownMechanism], lang: Lang) -> Answer:
    words = Words(lang)
    told = {
        "status": "done",
        "mechanisms": [
            {"mechanism": one.mechanism, **one.answers, "last_month": _month(one)} for one in every
        ],
    }
    lines = tuple(
        aligned(
            [
                str(one.mechanism), one.mechanism_type, one.cluster or "–", one.level,
                safe(one.place or "–"), safe(one.hub or "–"), safe(one.name or "–"),
                period_name(Period.parse(_month(one)), lang),
            ]
            for one in every
        )
    )  # fmt: skip
    return Answer(told, lines or (words(N_("Nobody has reported on a mechanism there yet.")),))


def _month(one: KnownMechanism) -> str:
    return str(Period(one.last_month, one.last_month))
