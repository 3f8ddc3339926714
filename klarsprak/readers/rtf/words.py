"""What each control word means, by where it stands."""

from __future__ import annotations

from klarsprak.letter import Role
from klarsprak.readers.rtf import asides, inserted, paragraphs, rows
from klarsprak.readers.rtf.margins import EVEN, FIRST, USUAL
from klarsprak.readers.rtf.paragraphs import keep, leave_out, saying, take_nothing
from klarsprak.readers.rtf.reader import Destination, Step
from klarsprak.readers.rtf.sheet import STYLE_SHEET

_NO_TEXT = (
    *"fonttbl colortbl info filetbl listtable listoverridetable revtbl rsidtbl generator themedata datastore".split(),
    *"xmlnstbl latentstyles annotation atnid atnauthor atntime atnicn atnref atndate atrfstart atrfend".split(),
    *"bkmkstart bkmkend xe tc tcn rxe txe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict shprslt".split(),
    *"nonesttables pntxta pntxtb template docvar mmathPict datafield objdata background pgdsctbl".split(),
    *"mctrlPr mfPr mrPr mdPr msSubPr msSupPr msSubSupPr mnaryPr mradPr mfuncPr maccPr mbarPr meqArrPr".split(),
)
"""Groups without text of the letter that aren't all marked so."""

NOWHERE = Destination(take_nothing, {})
"""Where nothing is read."""
_PICTURE = Destination(take_nothing, {name: inserted.setting_side(name) for name in inserted.SIDES})
_ITEM = Destination(inserted.take_item, {})
_FORM = Destination(take_nothing, {**inserted.FORM_WORDS, "ffl": inserted.going_to(_ITEM)})
_INSTRUCTION = Destination(
    inserted.take_instruction,
    {"field": leave_out, "formfield": inserted.going_to(_FORM), "upr": paragraphs.begin_upr},
)
_begin_picture = inserted.beginning_picture(_PICTURE)
_DRAWING = Destination(
    take_nothing,
    {
        **dict.fromkeys(("shp", "shpinst", "shpgrp", "sp", "do"), keep),
        "sn": asides.begin_name,
        "sv": asides.begin_value,
        "shptxt": asides.begin_box,
        "dptxbxtext": asides.begin_box,
        "shprslt": leave_out,
        "pict": _begin_picture,
    },
)
_CLASS = Destination(inserted.note_object, {})
_OBJECT = Destination(
    take_nothing,
    {"objclass": inserted.going_to(_CLASS), "objocx": inserted.note_form, "result": inserted.go_to_body},
)

_RUNNING: dict[str, Step] = {
    "par": paragraphs.end_paragraph,
    "sect": paragraphs.end_section,
    "sectd": paragraphs.begin_section,
    "titlepg": paragraphs.have_first_page,
    "facingp": paragraphs.have_even_pages,
    "pard": paragraphs.begin_plain_paragraph,
    "plain": paragraphs.begin_plain,
    "s": paragraphs.choose_style,
    "cs": paragraphs.choose_sign_style,
    "outlinelevel": paragraphs.set_outline,
    "ls": paragraphs.choose_list,
    "pn": keep,
    "pnlvl": paragraphs.begin_old_list_item,
    "pnlvlblt": paragraphs.begin_old_list_item,
    "pnlvlbody": paragraphs.begin_old_list_item,
    "listtext": paragraphs.leave_out_list_mark,
    "pntext": paragraphs.leave_out_list_mark,
    "v": paragraphs.hide,
    "spv": paragraphs.hide,
    "deleted": paragraphs.delete,
    "mvf": paragraphs.delete,
    "upr": paragraphs.begin_upr,
    "tab": saying("\t"),
    "line": saying("\n"),
    "page": saying("\n"),
    "column": saying("\n"),
    "chpgn": saying("1"),
}
_TABLES: dict[str, Step] = {
    "trowd": rows.begin_shape,
    "trleft": rows.set_left,
    "cellx": rows.end_cell_shape,
    "clvmrg": rows.go_on_above,
    "clmrg": rows.go_on_before,
    "cldel": rows.delete_cell,
    "intbl": rows.stand_in_table,
    "itap": rows.set_depth,
    "cell": rows.end_cell,
    "row": rows.end_row,
    "nestcell": rows.end_inner_cell,
    "nestrow": rows.end_inner_row,
    "nesttableprops": rows.begin_inner_shape,
}
_ASIDES: dict[str, Step] = {
    "header": asides.beginning_margin(Role.HEADER, USUAL),
    "headerr": asides.beginning_margin(Role.HEADER, USUAL),
    "headerl": asides.beginning_margin(Role.HEADER, EVEN),
    "headerf": asides.beginning_margin(Role.HEADER, FIRST),
    "footer": asides.beginning_margin(Role.FOOTER, USUAL),
    "footerr": asides.beginning_margin(Role.FOOTER, USUAL),
    "footerl": asides.beginning_margin(Role.FOOTER, EVEN),
    "footerf": asides.beginning_margin(Role.FOOTER, FIRST),
    "footnote": asides.begin_note,
    "ftnalt": asides.make_endnote,
    "shpinst": inserted.going_to(_DRAWING),
    "shpgrp": inserted.going_to(_DRAWING),
    "do": inserted.going_to(_DRAWING),
}
_INSERTED: dict[str, Step] = {
    "field": inserted.begin_field,
    "fldinst": inserted.beginning_instruction(_INSTRUCTION),
    "fldrslt": inserted.begin_result,
    "shppict": keep,
    "pict": _begin_picture,
    "object": inserted.going_to(_OBJECT),
    "subdocument": inserted.note_part,
    "moMath": keep,
    "moMathPara": keep,
    "stylesheet": inserted.going_to(STYLE_SHEET),
}
BODY = Destination(
    paragraphs.take_text, {**dict.fromkeys(_NO_TEXT, leave_out), **_RUNNING, **_TABLES, **_ASIDES, **_INSERTED}
)
"""Where the letter's own text goes."""
