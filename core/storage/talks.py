"""Talks in the store: charts in order, what is said about each, and the data that they show."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from typing import Any, Literal, get_args
from uuid import uuid4

from core.i18n import Lang
from core.storage.cursor import Cursor
from core.storage.database import Database

Kind = Literal["headline", "cluster", "country", "context", "trend", "reported"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a presenter in up to three languages; empty where nothing was written."""

    en: str = ""
    fr: str = ""
    ar: str = ""

    def in_(self, lang: Lang) -> str:
        """The words in that language; empty where there are none."""
        return {Lang.EN: self.en, Lang.FR: self.fr, Lang.AR: self.ar}[lang]

    def any_in(self, lang: Lang) -> str:
        """The words in that language, else in another one."""
        return self.in_(lang) or self.en or self.fr or self.ar

    def but(self, lang: Lang, words: str) -> "Said":
        """The same with other words in that language."""
        return replace(self, **{lang.value: words.strip()})


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkSlide:
    """Which chart, and what is said about it.

    Attributes:
        indicator: its id.
        kind: the whole, its split by cluster, country or context, over time, who reported.
        period: as `core.i18n.periods.Period` writes it.
        scope: 1, 2 or 3.
        country: a code; None: all.
        cluster: a code; None: all.
        title: in place of the finding.
        sentence: what is to be remembered.
        notes: for the presenter alone.
    """

    indicator: str
    kind: Kind
    period: str
    scope: int
    country: str | None = None
    cluster: str | None = None
    title: Said = Said()
    sentence: Said = Said()
    notes: Said = Said()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Slides in order, frozen on a decision.

    Attributes:
        key: by which links find it.
        title: in up to three languages.
        event: the decision up to which the data count.
        version: of the data, as it was shown when the talk was frozen.
        slides: in order.
        put_away: whether it was deleted, and can be brought back.
    """

    key: str
    title: Said
    event: int
    version: str
    slides: tuple[TalkSlide, ...] = ()
    put_away: bool = False

    def moved(self, place: int, by: int) -> "Talk":
        """The slide at a place moved up (-1) or down (1); the same talk at its ends."""
        to = place + by
        if not 0 <= to < len(self.slides):
            return self
        slides = list(self.slides)
        slides.insert(to, slides.pop(place))
        return replace(self, slides=tuple(slides))

    def without(self, place: int) -> "Talk":
        """Without the slide at a place."""
        return replace(self, slides=self.slides[:place] + self.slides[place + 1 :])

    def with_slide(self, slide: TalkSlide, place: int | None = None) -> "Talk":
        """With one more slide, at a place or at the end."""
        at = len(self.slides) if place is None else place
        return replace(self, slides=(*self.slides[:at], slide, *self.slides[at:]))

    def changed(self, place: int, slide: TalkSlide) -> "Talk":
        """With another slide at a place."""
        return self.without(place).with_slide(slide, place)


def new_key() -> str:
    """A key that nobody guesses."""
    return uuid4().hex[:16]


def save(database: Database, talk: Talk) -> None:
    """Keep a talk; what was kept under its key before is replaced, all of it or nothing."""
    with database.transaction() as cur:
        cur.run("DELETE FROM talk WHERE talk = $key", {"key": talk.key})
        cur.run("DELETE FROM slide WHERE talk = $key", {"key": talk.key})
        cur.run(
            "INSERT INTO talk VALUES ($key, now()::TIMESTAMP, $en, $fr, $ar, $event, $version,"
            " $put_away)",
            {"key": talk.key, **_three("", talk.title), "event": talk.event}
            | {"version": talk.version, "put_away": talk.put_away},
        )
        for place, slide in enumerate(talk.slides):
            cur.run(
                "INSERT INTO slide VALUES ($key, $place, $indicator, $kind, $period, $scope,"
                " $country, $cluster, $title_en, $title_fr, $title_ar, $sentence_en,"
                " $sentence_fr, $sentence_ar, $notes_en, $notes_fr, $notes_ar)",
                {"key": talk.key, "place": place, **_row(slide)},
            )


def load(database: Database, key: str) -> Talk | None:
    """The talk of a key, put away or not; None: there is none."""
    with database.cursor() as cur:
        return next(iter(_read(cur, key)), None)


def listed(database: Database) -> tuple[Talk, ...]:
    """The talks that are not put away, the newest first."""
    with database.cursor() as cur:
        return tuple(talk for talk in _read(cur, None) if not talk.put_away)


def _read(cur: Cursor, key: str | None) -> Iterable[Talk]:
    kept = cur.rows(
        "SELECT talk, title_en, title_fr, title_ar, event, version, put_away FROM talk"
        " WHERE $key IS NULL OR talk = $key ORDER BY saved DESC, talk",
        {"key": key},
    )
    slides = cur.rows(
        "SELECT talk, indicator, kind, period, scope, country, cluster, title_en, title_fr,"
        " title_ar, sentence_en, sentence_fr, sentence_ar, notes_en, notes_fr, notes_ar"
        " FROM slide WHERE $key IS NULL OR talk = $key ORDER BY talk, place",
        {"key": key},
    )
    for name, *title, event, version, put_away in kept:
        own = tuple(_slide(row[1:]) for row in slides if row[0] == name)
        yield Talk(
            key=name,
            title=Said(*title),
            event=event,
            version=version,
            slides=own,
            put_away=put_away,
        )


def _slide(row: tuple[Any, ...]) -> TalkSlide:
    indicator, kind, period, scope, country, cluster, *words = row
    return TalkSlide(
        indicator=indicator,
        kind=kind,
        period=period,
        scope=scope,
        country=country,
        cluster=cluster,
        title=Said(*words[:3]),
        sentence=Said(*words[3:6]),
        notes=Said(*words[6:]),
    )


def _row(slide: TalkSlide) -> dict[str, object]:
    own = ("indicator", "kind", "period", "scope", "country", "cluster")
    return (
        {name: getattr(slide, name) for name in own}
        | _three("title_", slide.title)
        | _three("sentence_", slide.sentence)
        | _three("notes_", slide.notes)
    )


def _three(prefix: str, said: Said) -> dict[str, object]:
    languages = (Lang.EN, Lang.FR, Lang.AR)
    return {
        f"{prefix}{lang.value}": words for lang, words in zip(languages, astuple(said), strict=True)
    }
