"""Why two organisations are proposed as one, in words: templates of the catalogue."""

from core.i18n import N_
from loaders.likenesses import Reason

REASON_WORDS = {
    Reason.SAME_FOLDED: N_("the same but for accents, signs or letter forms"),
    Reason.SAME_NAME: N_("the same name"),
    Reason.ACRONYM_IN_NAME: N_("the name holds the other’s acronym"),
    Reason.SAME_ACRONYM: N_("the same acronym"),
    Reason.SEVERAL_NAMES: N_("one acronym, several names"),
    Reason.NEAR_SPELLING: N_("written almost alike"),
}
