"""Words are found however they are written, and only where they are meant."""

# ruff: noqa: RUF001  look-alikes are what is tested

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pipeline.words import ADULT_WORDS, folded, has_word, unquoted

SLACK = 4
"""A loaded machine is slower than one of its own."""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a BAD dog", "bad"),
        ("bad-tempered", "Bad"),
        ("ｂａｄ", "bad"),
        ("𝓫𝓪𝓭 dog", "bad"),
        ("🅱🅰🅳", "bad"),
        ("🇧🇦🇩", "bad"),
        ("ʙᴀᴅ", "bad"),
        ("bád", "bad"),
        ("łódź", "LODZ"),
        ("b\u0336a\u0336d\u0336", "bad"),
        ("b\u200ba\u00add", "bad"),
        ("\u202ebad", "bad"),
        ("b\x00ad", "bad"),
        ("b\u3164ad", "bad"),
        ("Ваd", "bad"),  # Cyrillic capital and small letters
        ("ΒΑd", "bad"),  # Greek
        ("ѕехy", "sexy"),
        ("кill the мuтe", "kill"),
        ("кill the мuтe", "mute"),
        ("ѕсһмυск", "schmuck"),
        ("вад һоuѕе", "house"),
        ("τακε", "take"),
        ("ѕχ", "sx"),
        ("ba\u03f2k", "back"),
        ("k\u04cfll and kill", "klll"),
        ("ki\u04cf\u04cf", "kill"),
        ("ctpax", "страх"),
        ("kiII", "kill"),
        ("ki||", "kill"),
        ("k!ll", "kill"),
        ("k!||", "kill"),
        ("b00bs", "boobs"),
        ("5h1t", "shit"),
        ("sch🔥muck", "schmuck"),
        ("s🔥ch❤️mu👍🏽ck", "schmuck"),
        ("a🔥ss", "ass"),
        ("裸🔥体", "裸体"),
        ("sch/muck", "schmuck"),
        ("sch+muck", "schmuck"),
        ("nud3", "nude"),
        ("$h1t", "shit"),
        ("sl1p and s1ip", "slip"),
        ("p0rn", "porn"),
        ("b a d", "bad"),
        ("what a b.a.d!", "bad"),
        ("a b-a-d dog", "bad"),
        ("b_a_d", "bad"),
        ("what, a-b a d", "bad"),
        ("c-b-a-d", "bad"),
        ("b a d w o r d " * 3, "badword"),
        ("a bad.word!", "badword"),
        ("one-bad-word", "badword"),
        ("BAD\nword", "Badword"),
        ("b4d.w0rd", "badword"),
        ("bad.word", "bad word"),
        ("a$$", "ass"),
        ("@$$", "ass"),
        ("p@$$ion", "passion"),
        ("Strasse", "straße"),
        ("İSTANBUL", "istanbul"),
        ("ВОДКА", "водка"),
        ("всё", "все"),
        ("سـكـس", "سكس"),
        ("שָׁלוֹם", "שלום"),
        ("hotdog", "hot dog"),
        ("hot-dog", "hot dog"),
        ("hot\ndog", "hot-dog"),
        ("一张裸体的照片", "裸体"),
        ("裸体video", "video"),
        ("色 情", "色情"),
        ("ﾎﾟﾙﾉ", "ポルノ"),
        ("포르노를", "포르노"),
        ("ภาพโป๊เปลือย", "โป๊"),
        ("eat the 🍆 now", "🍆"),
        ("c++ code", "C++"),
    ],
)
def test_a_word_is_found_however_it_is_written(text: str, word: str):
    assert has_word(text, frozenset({"else", word}))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Scunthorpe", "cunt"),
        ("wow! that is a pen 🔥 is it?", "penis"),
        ("the cat 🐱 sat", "catsat"),
        ("either this / or that", "thisor"),
        ("кот и рот", "pot kot"),
        ("a classic assassin", "ass"),
        ("badge", "bad"),
        ("they burn", "bum"),
        ("the leaves fall", "fail"),
        ("a 5s video", "ss"),
        ("in 1080p, 35mm", "lobop"),
        ("vitamins a, b and d", "bad"),
        ("a, b, c, d", "bad"),
        ("seven a. m. is bad", "am"),
        ("はかない", "ば"),
        ("सागर", "सगर"),
        ("hot. Dog", "hot dog"),
        ("the therapist's pen-is blue", "penis"),
        ("the rapist", "therapist"),
        ("the, rapist", "therapist"),
        ("a bad.wordy book", "badword"),
        ("it costs $55", "ss"),
        ("c code", "c++"),
        ("anything", "\u200b"),
        ("any-thing - at all", "-"),
        ("", "bad"),
    ],
)
def test_a_word_is_not_found_in_others(text: str, word: str):
    assert not has_word(text, frozenset({word}))


LONGEST_PROMPT = 2500
COSTLY = [
    "abcdefghijklmnopqrstuvwxyz",
    *("-".join("abcdefghijklmnopqrstuvwxyz") + "-", "a b ", "a.b,c;", "a...b...", "p o r n a ", "o-", "о ", "mujer "),
    *(
        "ﷺ",
        "ﷺ ",
        "ﷺ1",
        "ﷺ-",
        "㌀-",
        "⒜-",
        "裸 ",
        "裸",
        "\u0336",
        "nudi.tx ",
        "abc.",
        "1a",
        "$@ ",
        "a$-",
        "𝓫 ",
        " ",
        "-",
    ),
]


@pytest.mark.parametrize("piece", COSTLY)
def test_the_costliest_prompts_take_no_time_to_speak_of(piece: str):
    words = ADULT_WORDS | {f"word{number:b}".translate({48: "x", 49: "y"}) for number in range(200)}
    has_word("compiled once", words)
    prompt = (piece * LONGEST_PROMPT)[:LONGEST_PROMPT]
    began = time.process_time()
    assert not has_word(prompt, words)
    assert time.process_time() - began < 0.05 * SLACK


def test_no_words_are_never_found():
    assert not has_word("anything", frozenset())


@pytest.mark.parametrize("word", ["", "\u200b", " \n", "-", "\u3164"])
def test_what_cannot_be_seen_is_no_word(word: str):
    assert folded(word) == ""


@pytest.mark.parametrize(
    "prompt",
    [
        "She poses NUDE on the beach",
        "p\u043ern style",  # a Cyrillic o
        "一个裸体的女人",
        "una MUJER  DESNUDA baila",
        "uma mulher nua dança",
        "全裸の女性",
        "eine nackte Frau tanzt",
        "une femme nue danse",
        "fuck this",
        "b00bs",
        "big t!ts",
        "the girl is naked",
        "topless on the beach",
        "ein Mann, ganz nackt",
        "erotische Kunst",
        "very erotic",
        "エロいダンス",
        "danse érotique",
        "baile erótico",
        "dança erótica",
        "一丝不挂的人",
    ],
)
def test_adult_words_are_known_in_each_language(prompt: str):
    assert has_word(prompt, ADULT_WORDS)


@pytest.mark.parametrize(
    "prompt",
    [
        "The naked eye sees a cockpit and a cockatoo in Essex",
        "Her breast cancer ribbon waves, a rooster crows at sunset",
        "角色情绪激动,感情色彩丰富",
        "路口交通繁忙,林阴道上的风",
        "亲自慰问,理性交流,做爱心早餐",
        "カヌードライブとユニセックスの服",
        "Feliz año nuevo, un árbol desnudo y la penetración de la luz",
        "Um pau de selfie na praia",
        "Die Bitte um eine nackte Wand",
        "À mains nues sous les nues, le chat bite la pelote",
        "WOW! IT IS ILLEGAL! A tit sits on a branch, it flits to its nest!!!",
        "Naked mole rats dig; the naked truth | the naked flame",
        "Кот сидит на окне, а мама мыла раму. Тётка вяжет носки!",
        "Η γάτα κάθεται στο παράθυρο και κοιτάζει τη θάλασσα!",
        "Los niños saltan|corren! El pato nada, ¡qué bonito!",
        "Ein Hund springt über den Zaun! Der Vogel fliegt 🐦weiter🌳und singt",
        "Le chien court / saute, et l'eau brille ✨ au soleil !",
        "O cachorro corre na praia🏖️e late! 10% mais rápido",
        "犬が海辺を走る🐕波が光る！ピエロが笑っている",
        "一只猫坐在窗边🐱看着大海！",
        "He shot 3 t1tles in 4K @ 60fps for $5!",
    ],
)
def test_adult_words_are_not_found_in_harmless_prompts(prompt: str):
    assert not has_word(prompt, ADULT_WORDS)


def test_no_adult_word_stands_twice_or_folds_to_nothing():
    assert all(folded(word) for word in ADULT_WORDS)
    assert len({folded(word) for word in ADULT_WORDS}) > 100


@given(st.text(), st.text(min_size=1))
def test_any_text_can_be_searched_for_any_word(text: str, word: str):
    assert has_word(f"{text} {word} {text}", frozenset({word})) in {True, False}


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=20))
def test_a_word_of_letters_is_found_between_spaces(word: str):
    assert has_word(f"one {word} two", frozenset({word})) == bool(folded(word))


@pytest.mark.parametrize(
    ("said", "prompt", "logged"),
    [
        ("“a red fox” is not allowed", "a red fox", "“[9 characters]” is not allowed"),
        ("“a red fox” is not allowed", "  a\nred  fox ", "“[13 characters]” is not allowed"),
        ("红色飞龙 is sensitive", "红色飞龙", "[4 characters] is sensitive"),
        ("risk control", "", "risk control"),
        ("risk control", "a", "risk control"),
        ("risk control", "\0\n", "risk control"),
    ],
)
def test_of_words_that_a_provider_repeats_only_the_length_is_told(said: str, prompt: str, logged: str):
    assert unquoted(said, {"prompt": prompt}) == logged
    assert unquoted(said, {"prompt": "elsewhere", "negative_prompt": prompt}) == logged
