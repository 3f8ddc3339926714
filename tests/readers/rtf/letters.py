"""Short letters as the programs write them that archives hold RTF of; each with what its reader sees."""

from __future__ import annotations

from tests.readers.rtf.making import Shown

WORD = r"""{\rtf1\adeflang1025\ansi\ansicpg1252\uc1\adeff31507\deff0\stshfdbch31506\stshfloch31506\stshfhich31506
\stshfbi31507\deflang1053\deflangfe1053\themelang1053\themelangfe0\themelangcs0
{\fonttbl{\f0\fbidi \froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}
{\f3\fbidi \froman\fcharset2\fprq2{\*\panose 05050102010706020507}Symbol;}
{\f37\fbidi \fswiss\fcharset0\fprq2{\*\panose 020f0502020204030204}Calibri;}
{\flomajor\f31500\fbidi \froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}}
{\colortbl;\red0\green0\blue0;\red0\green0\blue255;}{\*\defchp \fs22\loch\af31506 }{\*\defpap \ql \li0 }
\noqfpromote {\stylesheet{\ql \li0\ri0\sa160\widctlpar\wrapdefault\faauto\itap0 \rtlch\fcs1 \af31507\afs22
\ltrch\fcs0 \f31506\fs22\lang1053 \snext0 \sqformat \spriority0 Normal;}{\s1\ql \keepn\outlinelevel0
\rtlch\fcs1 \af31503\afs32 \ltrch\fcs0 \fs32 \sbasedon0 \snext0 \slink15 \sqformat \spriority9 heading 1;}
{\*\cs10 \additive \ssemihidden \sunhideused \spriority1 Default Paragraph Font;}
{\*\ts11\tsrowd\trftsWidthB3\trpaddl108 \snext11 \ssemihidden Normal Table;}
{\*\cs15 \additive \rtlch\fcs1 \af31503 \ltrch\fcs0 \fs32 \sbasedon10 \slink1 \slocked Rubrik 1 Char;}
{\s16\ql \li720 \sbasedon0 \snext16 \sqformat \spriority34 List Paragraph;}}
{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc23{\leveltext\'01\u-3913 ?;}{\levelnumbers;}\f3 }
{\listname ;}\listid1}}{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}
{\*\rsidtbl \rsid3476\rsid815231}{\mmathPr\mmathFont34\mbrkBin0}{\info{\title Beslut om bygglov}{\author Anna Ek}
{\creatim\yr2024\mo3\dy1\hr9\min5}{\version2}}{\*\xmlnstbl {\xmlns1 http://schemas.example/word}}
\paperw11906\paperh16838\margl1417 \facingp0\widowctrl {\*\wgrffmtfilter 2450}\sectd \ltrsect\titlepg\linex0
{\headerf \ltrpar \pard\plain \ltrpar\s17\ql \rtlch\fcs1 \af31507 \ltrch\fcs0 \fs22 {\rtlch\fcs1 \af0 \ltrch\fcs0
\insrsid815231 \hich\af31506\dbch\af31505\loch\f31506 Norrlida kommun}{\insrsid815231 \par }}
{\footer \pard\plain \ltrpar{\field\flddirty{\*\fldinst {\insrsid1 PAGE}}{\fldrslt {\insrsid1 2}}}{\insrsid1 \par }}
{\*\pnseclvl1\pnucrm\pnstart1\pnindent720\pnhang {\pntxta .}}
\pard\plain \ltrpar\s1\ql \li0\keepn\outlinelevel0\rin0\itap0\pararsid3476 \rtlch\fcs1 \af31503 \ltrch\fcs0 \fs32
{\rtlch\fcs1 \af31503 \ltrch\fcs0 \insrsid3476 \hich\af31502\dbch\af31501\loch\f31502 Beslut om bygglov}{\insrsid3476
\par }\pard\plain \ltrpar\ql \li0\ri0\sa160\itap0 {\insrsid3476 Du f\'e5r }{\*\bkmkstart tid}{\b\insrsid3476 svar}
{\*\bkmkend tid}{\insrsid3476  p\'e5 fredag}{\cs18\super\chftn {\footnote \ltrpar \pard\plain \ltrpar
{\cs18\super\chftn }{\insrsid1  Den 8 mars.}{\par }}}{\insrsid3476 .\'94 Ta med:\par }
{\listtext\pard\plain\ltrpar \s16 \rtlch\fcs1 \af31507 \ltrch\fcs0 \f3 \loch\af3\dbch\af31505\hich\f3 \'b7\tab}
\pard\plain \ltrpar\s16\ql \fi-360\li720\jclisttab\tx720\ls1\rin0 {\insrsid3476 legitimation\par }
\pard\plain \ltrpar{\lang1024\langfe1024\noproof {\shp{\*\shpinst\shpleft0\shptop0\shpright3000\shpbottom900\shpfhdr0
{\sp{\sn shapeType}{\sv 202}}{\sp{\sn lTxid}{\sv 65536}}{\shptxt \ltrpar \pard\plain \ltrpar{\insrsid1 V\'e5rt nr 12
\par }}}{\shprslt{\*\do\dobxcolumn\dptxbx{\dptxbxtext\ltrpar \pard\plain {V\'e5rt nr 12\par }}}}}}{\insrsid1
\ltrrow}\trowd \irow0\irowband0\ltrrow\ts11\trgaph70\trleft-70 \clvertalt\clbrdrt\brdrs\brdrw10 \cellx3000
\clvertalt\cellx9000 \pard\plain \ltrpar\ql \intbl {\insrsid1 Avgift\cell 100 kr\cell }\pard\plain \ltrpar\intbl
{\insrsid1 \trowd \irow0\irowband0\lastrow \ts11\trgaph70\trleft-70 \clvertalt\cellx3000\clvertalt\cellx9000\row }
\pard\plain \ltrpar {\insrsid1 H\'e4lsningar\line Anna}{\*\themedata 504b0304}{\*\latentstyles\lsdstimax376
{\lsdlockedexcept \lsdqformat1 Normal;}}{\*\datastore 0105}\par }"""
WORD_SHOWN: Shown = [
    ("header", "Norrlida kommun"),
    ("heading", "Beslut om bygglov"),
    ("paragraph", "Du får svar på fredag.” Ta med:"),
    ("list_item", "legitimation"),
    ("table_cell", "Avgift", 0, 0, 0),
    ("text_box", "Vårt nr 12"),
    ("table_cell", "100 kr", 0, 0, 1),
    ("paragraph", "Hälsningar\nAnna"),
    ("footer", "2"),
    ("footnote", "Den 8 mars."),
]

WORDPAD = r"""{\rtf1\ansi\ansicpg1252\deff0\nouicompat\deflang1053{\fonttbl{\f0\fnil\fcharset0 Calibri;}
{\f1\fnil\fcharset2
Symbol;}}
{\*\generator Riched20 10.0.19041}\viewkind4\uc1
\pard\sa200\sl276\slmult1\b\f0\fs22\lang29 Beslut\b0\par
Du f\'e5r 1\~000 kr.\par

\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1\pnindent0{\pntxtb\'B7}}\fi-360\li720\sa200 legitimation\par
{\pntext\f1\'B7\tab}foto\par

\pard\sa200\sl276\slmult1 H\u228?lsningar\par
}
"""
WORDPAD_SHOWN: Shown = [
    ("paragraph", "Beslut"),
    ("paragraph", "Du får 1\u00a0000 kr."),
    ("list_item", "legitimation"),
    ("list_item", "foto"),
    ("paragraph", "Hälsningar"),
]

TX_TEXT_CONTROL = r"""{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl
{\f0\fswiss\fcharset0\fprq2 Arial;}
{\f1\froman\fcharset2\fprq2 Symbol;}}
{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}
{\stylesheet{\s0\itap0\nowidctlpar\f0\fs24 [Normal];}{\*\cs10\additive Default Paragraph Font;}}
{\*\generator TX_RTF32 14.0.520.501;}
\paperw11905\paperh16838\margl1440\sectd\headery720
{\header\itap0\nowidctlpar\tqr\tx9000\f0\fs20 Ekvalla kommun\tab Sida {\field{\*\fldinst{ PAGE }}{\fldrslt{1}}}}
\pard\itap0\nowidctlpar\plain\f0\fs24 \'c4rende {\field{\*\fldinst{ MERGEFIELD DIARIENR }}{\fldrslt{2024-17}}}\par
\par\trowd\trgaph30\trleft0\cellx4500\cellx9000\pard\intbl\plain\f0\fs24 Handl\'e4ggare\cell Kim Ek\cell\row
\pard\itap0\plain\f0\fs24 Beslutet g\'e4ller fr\'e5n i dag.\par}"""
TX_TEXT_CONTROL_SHOWN: Shown = [
    ("header", "Ekvalla kommun\tSida 1"),
    ("paragraph", "Ärende 2024-17"),
    ("table_cell", "Handläggare", 0, 0, 0),
    ("table_cell", "Kim Ek", 0, 0, 1),
    ("paragraph", "Beslutet gäller från i dag."),
]

CRYSTAL_REPORTS = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}}
{\colortbl;\red0\green0\blue0;}\paperw11906\paperh16838
{\pard\phpg\pvpg\posx720\posy720\absw6000\absh-300\nowrap\plain\f0\fs20 R\'e4kning\par}
{\pard\phpg\pvpg\posx720\posy1200\absw6000\absh-300\nowrap\plain\f0\fs20 Belopp:\tab 1 200 kr\par}
\sect\sectd
{\*\do\dobxpage\dobypage\dodhgt0\dptxbx\dptxlrtb{\dptxbxtext\pard\plain\f0\fs20 Betala i tid.\par}\dpx720\dpy2000}
\pard\par}"""
CRYSTAL_REPORTS_SHOWN: Shown = [
    ("paragraph", "Räkning"),
    ("paragraph", "Belopp:\t1 200 kr"),
    ("text_box", "Betala i tid."),
]

OLD_MAC = r"""{\rtf1\mac\deff2 {\fonttbl{\f2\froman New York;}{\f20\froman Times;}}
{\stylesheet{\s2 \f20 \sbasedon222 Rubrik;}{\f20 \sbasedon222\snext0 Normal;}}
\pard\plain \s2 \f20 Beslut\par \pard\plain \f20 Du f\'8cr f\'9arskola.\par }"""
OLD_MAC_SHOWN: Shown = [("heading", "Beslut"), ("paragraph", "Du får förskola.")]

OUTLOOK = (
    r"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}"
    r"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Hej &amp; v\'e4lkommen!{\*\htmltag72 </p>}\htmlrtf \par}\htmlrtf0"
    r"{\*\htmltag64 <ul><li>}Ta med \htmlrtf {\b\htmlrtf0 leg\htmlrtf }\htmlrtf0.{\*\htmltag72 </li></ul>}}"
)
OUTLOOK_SHOWN: Shown = [("paragraph", "Hej & välkommen!"), ("list_item", "Ta med leg.")]

LETTERS: dict[str, tuple[str, Shown]] = {
    "Word": (WORD, WORD_SHOWN),
    "WordPad": (WORDPAD, WORDPAD_SHOWN),
    "TX Text Control": (TX_TEXT_CONTROL, TX_TEXT_CONTROL_SHOWN),
    "Crystal Reports": (CRYSTAL_REPORTS, CRYSTAL_REPORTS_SHOWN),
    "Word for Macintosh": (OLD_MAC, OLD_MAC_SHOWN),
    "Outlook": (OUTLOOK, OUTLOOK_SHOWN),
}
"""The program, the letter's text, and the role and text of its blocks."""
