"""The cluster that the name of a sheet or file tells of, for lists without a column for it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.issues import Code, Issue, Severity
from loaders.vocabulary import Vocabulary

_BETWEEN_WORDS = re.compile(r"[\W_\d]+")
_LONGEST_RUN = 6
# Up to here a word is an acronym, or another word altogether: `eau`, `Hea`.
_SHORT = 3


class ClusterGuess(NamedTuple):
    """What a name says: its words for the cluster, the code, and the name itself."""

    text: str
    code: str
    name: str

    @property
    def issue(self) -> Issue:
        """Said, because it is a guess."""
        return Issue(
            code=Code.CLUSTER_GUESSED,
            severity=Severity.WARNS,
            field="cluster",
            value=self.name,
            suggestion=self.code,
        )


def guess_cluster(names: Sequence[str], vocabulary: Vocabulary) -> ClusterGuess | None:
    """The one cluster that a name mentions, the first name first; two are no guess."""
    for name in names:
        found = dict(_clusters_in(name, vocabulary))
        if len(found) == 1:
            code, text = found.popitem()
            return ClusterGuess(text, code, name)
    return None


def _clusters_in(name: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Longest runs of words first; a word counts once, so `Child Protection` is no `Protection`."""
    stem = name.rsplit(".", 1)[0] if "." in name[-6:] else name
    words = [word for word in _BETWEEN_WORDS.split(stem) if word]
    taken: set[int] = set()
    for size in range(min(len(words), _LONGEST_RUN), 0, -1):
        for start in range(len(words) - size + 1):
            run, places = " ".join(words[start : start + size]), set(range(start, start + size))
            code = vocabulary.code("cluster", run)
            if code is None or taken & places or vocabulary.clusters[code].kind == "other":
                continue
            if len(run) > _SHORT or run.isupper():
                taken |= places
                yield code, run
