"""How names of people are written, as expressions: titles, small words, initials, surnames."""

from __future__ import annotations

TITLE = r"(?:[Dd]hr|[Mm]e?vr|[Mm]ej|[Mm]w|Mrs?|Ms|Mme|[Dd]r[as]?|[Pp]rof|[Ii]r|[Ii]ng)(?:\.\s*|\s+)|(?:[Zz]r|[Bb]r|E\.\s?[HZ])\.\s+|(?:[Dd]e\s+[Hh]eer|[Mm]evrouw|[Mm]ejuffrouw|[Mm]adame|[Mm]eneer|[Mm]ijnheer|[Dd]okter|[Pp]rofessor|[Jj]uf(?:frouw)?|[Pp]astoor|[Zz]uster|[Dd]ominee)\s+|[Ww]eth\.\s+|(?:DHR|MEVR|MW|DR|PROF)(?:\.\s*|\s+)|(?:DE HEER|MEVROUW|DOKTER)\s+"
PARTICLE = r"(?:van|de|den|der|ter|ten|te|vande|vanden|vander|el|al|du|da|di|la|le|von|op|’t|'t|d'|d’)"
PARTICLES = frozenset(PARTICLE[3:-1].split("|"))
CAPITAL = r"[A-ZÀ-Þ][\w’'-]*"
SURNAME = (
    rf"(?:(?:[Vv]an\s+['’]s|(?:in|uit|aan)\s+den)\s+)?(?:(?i:{PARTICLE})\s+){{0,3}}(?:[dD]['’])?(?:[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ]\b\.?)(?:[ -][A-ZÀ-Þ][\w’'-]+){{0,2}}"
    # A second one behind a hyphen has small words too: *Voorbeeld-Op ’t Ypsilon*.
    rf"(?:(?i:(?<=-op|-de|-te|-el)|(?<=-van|-den|-der|-ter|-ten)|(?<=-vande))\s+(?:(?i:{PARTICLE})\s+){{0,2}}[A-ZÀ-Þ][\w’'-]+)?"
)
INITIALS = r"(?:[A-Z]\.[ -]?){1,4}"
