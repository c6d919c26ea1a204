"""Polish cases: Warszawy, Warszawie, Donalda Tuska, Tuskowi."""

from __future__ import annotations

from broadsheet.entities.surface_forms.declension import Declension

# Genitive, dative, accusative, instrumental, locative.
_SOFT = {"t": "cie", "d": "dzie", "r": "rze", "ł": "le", "n": "nie", "s": "sie", "z": "zie", "w": "wie", "b": "bie",
         "p": "pie", "m": "mie", "f": "fie"}  # fmt: skip

POLISH = Declension(
    table=(
        ("ska", "skiej/ski skiej/sce ską/skę ską skiej/sce"),
        ("cka", "ckiej ckiej cką cką ckiej"),
        ("ka", "ki ce kę ką ce"),
        ("ga", "gi dze gę gą dze"),
        ("cha", "chy sze chę chą sze"),
        ("sta", "sty ście stę stą ście"),
        ("ia", "ii/i ii/i ię ią ii/i"),
        ("ja", "ji/i ji/i ję ją ji/i"),
        *((f"{one}a", f"{one}y {soft} {one}ę {one}ą {soft}") for one, soft in _SOFT.items()),
        ("a", "y/i y/i/ie ę ą y/i/ie"),
        ("ski", "skiego skiemu skiego skim skim"),
        ("cki", "ckiego ckiemu ckiego ckim ckim"),
        ("ki", "kiego kiemu kiego/= kim kim"),
        ("gi", "giego giemu giego/= gim gim"),
        ("ny", "nego/n nemu/nom nego/= nym/nami nym/nach"),
        ("y", "ego/0/ów emu/om ego/= ym/ami ym/ach"),
        ("ów", "owa owowi/owu =/owa owem owie"),
        ("ódź", "odzi odzi = odzią odzi"),
        ("ń", "nia/ni niowi/ni =/nia niem/nią niu/ni"),
        ("ść", "ści ści = ścią ści"),
        ("ź", "zia/zi ziowi/zi =/zia ziem/zią ziu/zi"),
        ("ec", "ca/eca cowi/ecowi =/ca cem/ecem cu/ecu"),
        ("ek", "ka kowi ka/= kiem ku"),
        ("el", "la/ela/lu lowi/elowi =/la/ela lem/elem lu/elu"),
        ("ko", "ki/ka ce/ku kę/=/ko ką/kiem ce/ku"),
        ("no", "na nu = nem nie"),
        ("wo", "wa wu = wem wie"),
        ("o", "a/i u/owi = em u/ie"),
        *((one, f"{one}a/{one}u {one}owi/{one}u =/{one}a {one}iem {one}u") for one in ("k", "g")),
        *((one, f"{one}a/{one}u {one}owi =/{one}a {one}em {soft}/{one}u") for one, soft in _SOFT.items()),
        *(
            (one, f"{one}a/{one}u {one}owi =/{one}a {one}em {one}u")
            for one in ("ch", "h", "c", "j", "l", "ż", "x", "v")
        ),
    ),
    adjectives=("ski", "cki", "ska", "cka", "skie", "ckie", "ny", "na", "ne", "owy", "owa", "owe", "ona", "one"),
    acronyms="u/a owi = em ie",
)
