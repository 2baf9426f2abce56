"""The commands about organisations: what to decide, and one command for each decision."""

from collections.abc import Callable
from typing import Annotated

import typer

from core.access import Office
from core.i18n import Lang
from core.storage.database import Database
from loaders.acronyms import keep_together, revoke_acronym, tell_apart
from loaders.find import knowledge
from loaders.registry import Pair, approve, refuse, revoke
from loaders.terminal import options
from loaders.terminal.console import Console
from loaders.terminal.options import known_country, reason
from loaders.terminal.organisations import decided, registered, registry_of
from loaders.terminal.work import opened
from loaders.vocabulary import Vocabulary

FirstArgument = Annotated[str, typer.Argument(help="Name or acronym, as the files have it.")]
SecondArgument = Annotated[str, typer.Argument(help="The other organisation.")]
OtherArgument = Annotated[
    str | None, typer.Argument(help="The other organisation; none for an acronym.")
]
InCountryOption = Annotated[str, typer.Option("--country", help="Where this is so: TCD.")]


def add_to(app: typer.Typer) -> None:
    """Make the commands known."""
    commands: dict[str, Callable[..., None]] = {
        "organisations": organisations,
        "alias": alias,
        "refuse": refuse_command,
        "revoke": revoke_command,
        "apart": apart,
        "together": together,
    }
    for name, command in commands.items():
        app.command(name)(command)


def organisations(
    country: Annotated[str | None, typer.Option("--country", help="Only this one: TCD.")] = None,
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """List organisations that may be one, what was decided, and who is under review."""
    console = Console(lang, as_json)
    with console.guarding(), opened(store, wait) as database:
        known = knowledge(database)
        where = known_country(country, known.vocabulary)
        with database.cursor() as cur:
            console.end(registered(registry_of(cur, where, known.families), lang))


def alias(
    first: FirstArgument,
    second: SecondArgument,
    country: InCountryOption,
    why: options.WhyOption,
    office: options.OfficeOption = "terminal",
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Count the first organisation as the second, in every number from now on."""
    console = Console(lang, as_json)
    with console.guarding():
        who, because = Office(office), reason(why)
        with opened(store, wait) as database:
            pair = Pair(_country(database, country), first, second)
            event = approve(database, pair, who, because)
        console.end(decided("alias-approved", _named(pair), event, lang))


def refuse_command(
    first: FirstArgument,
    second: SecondArgument,
    country: InCountryOption,
    why: options.WhyOption,
    office: options.OfficeOption = "terminal",
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Say that two organisations are two: it is not proposed again."""
    console = Console(lang, as_json)
    with console.guarding():
        who, because = Office(office), reason(why)
        with opened(store, wait) as database:
            pair = Pair(_country(database, country), first, second)
            event = refuse(database, pair, who, because)
        console.end(decided("alias-refused", _named(pair), event, lang))


def revoke_command(
    first: FirstArgument,
    country: InCountryOption,
    why: options.WhyOption,
    second: OtherArgument = None,
    office: options.OfficeOption = "terminal",
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Take back what was decided about two organisations, or about an acronym."""
    console = Console(lang, as_json)
    with console.guarding():
        who, because = Office(office), reason(why)
        with opened(store, wait) as database:
            where = _country(database, country)
            if second is None:
                event = revoke_acronym(database, where, first, who, because)
                console.end(decided("acronym-revoked", (where, first, None), event, lang))
            pair = Pair(where, first, second)
            event = revoke(database, pair, who, because)
        console.end(decided("alias-revoked", _named(pair), event, lang))


def apart(
    acronym: FirstArgument,
    country: InCountryOption,
    why: options.WhyOption,
    office: options.OfficeOption = "terminal",
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Say that an acronym is several organisations: they are told apart by name."""
    console = Console(lang, as_json)
    with console.guarding():
        who, because = Office(office), reason(why)
        with opened(store, wait) as database:
            where = _country(database, country)
            event = tell_apart(database, where, acronym, who, because)
        console.end(decided("acronym-apart", (where, acronym, None), event, lang))


def together(
    acronym: FirstArgument,
    country: InCountryOption,
    why: options.WhyOption,
    office: options.OfficeOption = "terminal",
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Say that the names that an acronym goes with are one organisation."""
    console = Console(lang, as_json)
    with console.guarding():
        who, because = Office(office), reason(why)
        with opened(store, wait) as database:
            where = _country(database, country)
            event = keep_together(database, where, acronym, who, because)
        console.end(decided("acronym-together", (where, acronym, None), event, lang))


def _country(database: Database, text: str) -> str:
    """ISO3 of a country as typed.

    Raises:
        UnknownIndicator: `unknown-country`.
    """
    words: Vocabulary = knowledge(database).vocabulary
    return known_country(text, words) or text


def _named(pair: Pair) -> tuple[str, str, str | None]:
    return pair.country, pair.first, pair.second
