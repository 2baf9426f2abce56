"""What to ask for: late reports office by office, as a list, a file and a message to copy."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from core.i18n import N_, Lang, translations
from core.i18n.numbers import isolate
from core.i18n.spreadsheets import csv_bytes
from pages.components import table
from pages.components.coverage import message
from pages.components.coverage.asked import Asked
from pages.components.coverage.words import Words, in_language
from pages.components.upload.names import plain

_HEADINGS = (
    N_("Country"),
    N_("Mechanism"),
    N_("Dataset"),
    N_("Late since"),
    N_("Last report"),
    N_("Office of the last report"),
)
_BY_DATASET = (N_("Dataset"), N_("Mechanisms"), N_("Late since"), N_("Last report"))
_NOBODY = ""


def show(asked: Asked) -> None:
    """Each office that has something late, folded, with its list and its message."""
    ctx = asked.ctx
    st.header(ctx._("To chase"))
    listed, languages = asked.late()
    if listed.empty:
        st.write(ctx._("Nothing is late for this quarter."))
        return
    words = in_language(ctx, ctx.lang)
    st.write(
        ctx._(
            "A report is late when it was expected for a quarter, the quarter is over, and nothing"
            " has come."
        )
    )
    st.download_button(
        ctx._("Download the list as CSV"),
        lambda: csv_of(listed, words),
        file_name=f"late-{asked.period}.csv",
        mime="text/csv",
        on_click="ignore",
        key="csv_late",
    )
    offices = listed.assign(office=listed["office"].fillna(_NOBODY))
    for (country, office), own in offices.groupby(["country", "office"], sort=True):
        _office(asked, own, (str(country), str(office)), languages.get(str(country), ()))


def csv_of(listed: pd.DataFrame, words: Words) -> bytes:
    """The list as a spreadsheet opens it, in the reader's language; it names no person."""
    return csv_bytes([_headings(words), *rows(listed, words)])


def rows(listed: pd.DataFrame, words: Words) -> list[tuple[str, ...]]:
    """One row a mechanism and dataset, as the headings say."""
    return [
        (
            words.of("country", row["country"]),
            words.mechanism(row),
            words.of("dataset", row["dataset"]),
            words.period(row["since"]),
            words.period(row["last"]),
            "" if pd.isna(row["office"]) else str(row["office"]),
        )
        for row in listed.to_dict("records")
    ]


def _headings(words: Words) -> tuple[str, ...]:
    _ = translations(words.lang).gettext
    return tuple(_(heading) for heading in _HEADINGS)


def _office(asked: Asked, own: pd.DataFrame, whose: tuple[str, str], spoken: Sequence[str]) -> None:
    ctx = asked.ctx
    country, office = whose
    words = in_language(ctx, ctx.lang)
    parts = (words.of("country", country), office)
    title = " · ".join(isolate(part, ctx.lang) for part in parts if part)
    number = ctx.ngettext("{office}: {count} report", "{office}: {count} reports", len(own))
    with st.expander(plain(number.format(office=title, count=len(own)))):
        for lang in message.languages(spoken):
            _message(asked, own, lang)
        headings = [ctx._(heading) for heading in _BY_DATASET]
        table.show(headings, message.by_dataset(own, words), caption=title)


def _message(asked: Asked, own: pd.DataFrame, lang: Lang) -> None:
    """What to send, in one language, and the list that goes with it."""
    ctx = asked.ctx
    words = in_language(ctx, lang)
    country, place = own["country"].iloc[0], f"{own['country'].iloc[0]}_{own.index[0]}"
    with st.container(key=f"message_{lang.value}_{place}"):
        st.caption(
            ctx._("Message to copy: {language}").format(
                language=isolate(in_language(ctx, ctx.lang).of("language", lang.value), ctx.lang)
            )
        )
        st.code(message.written(own, words, asked.period), language=None, wrap_lines=True)
        st.download_button(
            ctx._("The list as CSV"),
            lambda: csv_of(own, words),
            file_name=f"{country}-{asked.period}-{lang.value}.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"csv_{lang.value}_{place}",
        )
