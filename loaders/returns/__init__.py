"""A mechanism's return: about ten questions, answered on a page or in a workbook of one sheet.

answers = last(cur, mechanism, …).answers       what the same mechanism reported last
content = workbook.workbook(answers, lang)      the sheet, filled in as far as it is known
taken = stage(database, read(content, …), …)    rows of up to four datasets, ready to be published

There is one path: what is answered on the page is written into the sheet, and the sheet is read.
"""

from loaders.returns.answers import Answers
from loaders.returns.known import KnownMechanism, known_mechanisms
from loaders.returns.last import Last, Origin, last
from loaders.returns.reading import answers_in, is_return
from loaders.returns.staging import Taken, stage

__all__ = [
    "Answers",
    "KnownMechanism",
    "Last",
    "Origin",
    "Taken",
    "answers_in",
    "is_return",
    "known_mechanisms",
    "last",
    "stage",
]
