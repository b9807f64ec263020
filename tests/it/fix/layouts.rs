//! One mistake in a brief that is written in any style: it is fixed, and every other line stays.

use proptest::prelude::*;
use topline::library::{Origin, load_bytes, repair};

use crate::support::library::Folder;

/// What Dana Vale says in the source of the briefs here.
const WORDS: &str =
    "We saw several boats at the old pier without a light and nobody was there to help";

const TEXT: &str = "Boats\n\nDana Vale, the chair of the Harbour Board, said: “We saw several boats at the \
     old pier without a light and nobody was there to help.”\n";

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Style {
    Plain,
    Single,
    Double,
    Folded,
    Literal,
}

/// What a brief may have besides its texts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Habit {
    Braces,
    WrappedLines,
    Comments,
    BlankLines,
    Crlf,
    ByteOrderMark,
    NoLastLineEnd,
}

/// How a brief is written.
#[derive(Clone, Debug)]
struct Layout {
    style: Style,
    habits: Vec<Habit>,
}

fn layout() -> impl Strategy<Value = Layout> {
    use Habit::{BlankLines, Braces, ByteOrderMark, Comments, Crlf, NoLastLineEnd, WrappedLines};
    use Style::{Double, Folded, Literal, Plain, Single};
    let styles = prop::sample::select(vec![Plain, Single, Double, Folded, Literal]);
    let habits =
        vec![Braces, WrappedLines, Comments, BlankLines, Crlf, ByteOrderMark, NoLastLineEnd];
    let habits = prop::sample::subsequence(habits, 0..=7);
    (styles, habits).prop_map(|(style, habits)| Layout { style, habits })
}

/// What a brief says, where mistakes are made in it.
#[derive(Clone, Debug)]
struct Told {
    organisations: &'static str,
    evidence_key: &'static str,
    issued: &'static str,
    file: &'static str,
    form: &'static str,
    by: &'static str,
    exact: String,
    claim: String,
    evidence: &'static str,
    top_line: String,
    topics: &'static str,
    paragraph: &'static str,
}

fn sound() -> Told {
    Told {
        organisations: "organisations",
        evidence_key: "evidence",
        issued: "2026-02-09",
        file: "board.txt",
        form: "direct",
        by: "vale",
        exact: WORDS.into(),
        claim: "Boats at the pier had no light at all".into(),
        evidence: "q1",
        top_line: "Boats had no light, says the chair [c1], and nobody came".into(),
        topics: "[boats, night-safety]",
        paragraph: "2",
    }
}

/// A mistake, and how it is made.
type Mistake = (&'static str, fn(&mut Told));

/// Each mistake that can be made in any style, and how it is made.
const MISTAKES: &[Mistake] = &[
    ("organizations", |told| told.organisations = "organizations"),
    ("evidense", |told| told.evidence_key = "evidense"),
    ("a date in words", |told| told.issued = "9 February 2026"),
    ("a date in another order", |told| told.issued = "2026/02/09"),
    ("the case of a file", |told| told.file = "Board.TXT"),
    ("the case of a word", |told| told.form = "Direct"),
    ("an id with a typo", |told| told.by = "vael"),
    ("a name for an id", |told| told.by = "Dana Vale"),
    ("another word", |told| told.exact = WORDS.replace("old pier", "small pier")),
    ("a word too many", |told| told.exact = WORDS.replace("old pier", "old wooden pier")),
    ("a word left out", |told| told.exact = WORDS.replace("old pier", "pier")),
    ("another case", |told| told.exact = WORDS.replace("We saw", "we saw")),
    ("outer marks", |told| told.exact = format!("“{WORDS}”")),
    ("round brackets", |told| told.top_line = told.top_line.replace("[c1]", "(c1)")),
    ("an id in brackets", |told| told.evidence = "(q1)"),
    ("a list without brackets", |told| told.evidence = "q1, q1"),
    ("topics without brackets", |told| told.topics = "boats, night-safety"),
    ("a topic with a blank", |told| told.topics = "[boats, Night Safety]"),
    ("a paragraph with its sign", |told| told.paragraph = "¶2"),
    ("another paragraph", |told| told.paragraph = "1"),
];

/// Mistakes that only the file shows, and how they are made in it. They change no line that has no
/// text of them.
const SLIPS: &[(&str, &str, &str)] = &[
    ("a tab", "\n  title: Boats", "\n\ttitle: Boats"),
    ("a no-break space in the indentation", "\n  title: Boats", "\n\u{a0}\u{a0}title: Boats"),
    ("a no-break space behind a colon", "\n  title: Boats", "\n  title:\u{a0}Boats"),
    ("a no-break space behind a hyphen", "\n  - Nothing", "\n  -\u{a0}Nothing"),
    ("a colon", "\n  - Nothing on the pier", "\n  - Nothing here: on the pier"),
    ("a sign", "\n  author: Ada Quill", "\n  author: Ada Quill #9"),
    ("curly marks", "\n  - Nothing on the pier", "\n  - “Nothing: on the pier”"),
    ("an at sign", "\n  author: Ada Quill", "\n  author: @quill"),
];

impl Layout {
    fn has(&self, habit: Habit) -> bool {
        self.habits.contains(&habit)
    }

    /// Writes a text behind a key that is `indent` columns in.
    fn text(&self, text: &str, indent: usize, in_braces: bool) -> String {
        let style = match self.style {
            Style::Folded | Style::Literal if in_braces => Style::Double,
            // A comma or a bracket would end a plain text in braces.
            Style::Plain if in_braces => Style::Single,
            style => style,
        };
        let inner = " ".repeat(indent + 2);
        let middle = text.len() / 2 + text[text.len() / 2..].find(' ').unwrap();
        let (first, rest) = (&text[..middle], &text[middle + 1..]);
        let joined = match style {
            Style::Literal => text.to_owned(),
            _ if self.has(Habit::WrappedLines) => format!("{first}\n{inner}{rest}"),
            _ => text.to_owned(),
        };
        match style {
            Style::Plain => joined,
            Style::Single => format!("'{joined}'"),
            Style::Double => format!("\"{joined}\""),
            Style::Folded => format!(">\n{inner}{joined}"),
            Style::Literal => format!("|\n{inner}{joined}"),
        }
    }

    fn comment(&self, text: &str) -> String {
        if self.has(Habit::Comments) { format!("  # {text}") } else { String::new() }
    }

    /// Writes the fields of an item, either each on a line or all in braces.
    fn item(&self, id: &str, fields: &[(&str, String)]) -> String {
        let fields: Vec<String> =
            fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        if self.has(Habit::Braces) {
            return format!("  {id}: {{{}}}{}\n", fields.join(", "), self.comment("its fields"));
        }
        let lines: String = fields.iter().map(|field| format!("    {field}\n")).collect();
        format!("  {id}:{}\n{lines}", self.comment("its fields"))
    }

    fn write(&self, told: &Told) -> String {
        let text = |text: &str, indent: usize| self.text(text, indent, self.has(Habit::Braces));
        let (gap, remark) =
            (if self.has(Habit::BlankLines) { "\n" } else { "" }, self.comment("a remark"));
        let alone = if self.has(Habit::Comments) { "# A line of its own: not (c1).\n" } else { "" };
        let quote = self.item(
            "q1",
            &[
                ("form", told.form.into()),
                ("by", told.by.into()),
                ("exact", text(&told.exact, 4)),
                ("paragraph", told.paragraph.into()),
            ],
        );
        let evidence = match told.evidence {
            // In braces a comma ends a text that is not in marks.
            evidence if evidence.contains(',') => format!("\"{evidence}\""),
            evidence => evidence.to_owned(),
        };
        let claim = self.item(
            "c1",
            &[("text", text(&told.claim, 4)), ("by", "vale".into()), (told.evidence_key, evidence)],
        );
        let top_line = self.text(&told.top_line, 2, false);
        let Told { organisations, issued, file, topics, .. } = told;
        format!(
            "summary: Boats had no light, says the chair.{remark}\n{gap}topics: {topics}{remark}\n\
             top_lines:\n{alone}  - {top_line}\n{gap}gaps:\n  - Nothing on the pier\n{gap}\
             source:{remark}\n  title: Boats\n  publisher: Harbour News{remark}\n  author: Ada Quill\n  \
             issued: {issued}{remark}\n  text: {file}{remark}\n{gap}{organisations}:{remark}\n  \
             board: Harbour Board\n{alone}officials:\n  vale: {{name: Dana Vale, post: chair, \
             organisation: board}}\n{gap}quotes:\n{quote}{gap}claims:\n{claim}"
        )
    }

    /// Returns the bytes of a file: its line ends, its mark and its last line.
    fn bytes(&self, text: &str) -> Vec<u8> {
        let text = if self.has(Habit::NoLastLineEnd) { text.trim_end() } else { text };
        let text = if self.has(Habit::Crlf) { text.replace('\n', "\r\n") } else { text.to_owned() };
        let mark = if self.has(Habit::ByteOrderMark) { "\u{feff}" } else { "" };
        format!("{mark}{text}").into_bytes()
    }
}

/// Expects that the fixes of `mistaken` leave no problem and only change lines that the mistake did.
fn check(layout: &Layout, mistaken: &str, sound: &str, name: &str) -> Result<(), TestCaseError> {
    let folder = Folder::with(&[("board.txt", TEXT)]);
    let origin = Origin::File(folder.path("brief.yaml"));
    let problems = |bytes: &[u8]| {
        let entry = load_bytes(&origin, bytes, &[]);
        let all = entry.problems.iter().chain(&entry.evidence().problems);
        all.map(|problem| format!("{}: {}", problem.rule, problem.message)).collect::<Vec<_>>()
    };
    let nothing: [String; 0] = [];
    prop_assert_eq!(problems(&layout.bytes(sound)), nothing.clone(), "{}", sound);
    let before = layout.bytes(mistaken);
    prop_assert!(!problems(&before).is_empty(), "{}: {}", name, mistaken);
    let fixed = repair(&origin, before.clone(), &[], |_, fix| fix.is_safe);
    let after = String::from_utf8(fixed.bytes.clone()).unwrap();
    prop_assert_eq!(problems(&fixed.bytes), nothing, "{}: {}", name, after);
    let again = repair(&origin, fixed.bytes.clone(), &[], |_, _| true);
    prop_assert_eq!(again.bytes, fixed.bytes, "{}", name);
    // Lines that have no part in the mistake are the same, byte for byte.
    let (before, sound) = (String::from_utf8(before).unwrap(), layout.bytes(sound));
    let sound = String::from_utf8(sound).unwrap();
    let kept: Vec<&str> =
        sound.split_inclusive('\n').filter(|line| before.contains(line)).collect();
    let mut lines = after.split_inclusive('\n');
    for line in kept {
        prop_assert!(lines.any(|after| after == line), "{}: lost {:?}\n{}", name, line, after);
    }
    prop_assert_eq!(after.contains('\r'), layout.has(Habit::Crlf));
    prop_assert!(
        !layout.has(Habit::Crlf) || !after.replace("\r\n", "").contains('\n'),
        "{:?}",
        after
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn one_mistake_is_fixed_in_any_style_and_all_else_stays(
        layout in layout(),
        mistake in prop::sample::select(MISTAKES),
    ) {
        let (name, make) = mistake;
        let mut told = sound();
        make(&mut told);
        check(&layout, &layout.write(&told), &layout.write(&sound()), name)?;
    }

    #[test]
    fn a_slip_in_the_file_is_fixed_and_all_else_stays(
        layout in layout(),
        slip in prop::sample::select(SLIPS),
    ) {
        let (name, from, to) = slip;
        let sound = layout.write(&sound());
        prop_assert!(sound.contains(from), "{}", sound);
        check(&layout, &sound.replace(from, to), &sound, name)?;
    }

    #[test]
    fn no_fix_harms_a_brief_that_is_damaged_anywhere(
        layout in layout(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0usize..6, any::<prop::sample::Index>()), 1..4),
    ) {
        const PIECES: [&str; 12] =
            ["\t", "\"", "'", "“", ": ", " #", "(c1)", "- ", "\u{a0}", "\n", "\u{1b}[2J", "x"];
        let folder = Folder::with(&[("board.txt", TEXT)]);
        let origin = Origin::File(folder.path("brief.yaml"));
        let mut text = layout.write(&sound());
        for (at, cut, piece) in damage {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.floor_char_boundary((start + cut).min(text.len())).max(start);
            text.replace_range(start..end, PIECES[piece.index(PIECES.len())]);
        }
        let before = load_bytes(&origin, &layout.bytes(&text), &[]);
        let fixed = repair(&origin, layout.bytes(&text), &[], |_, _| true);
        let after = load_bytes(&origin, &fixed.bytes, &[]);
        prop_assert_eq!(fixed.made.is_empty(), fixed.bytes == layout.bytes(&text));
        // A brief stays one, and a quotation that was verified still is.
        prop_assert!(before.brief.is_none() || after.brief.is_some());
        for finding in before.findings() {
            if finding.state == topline::evidence::State::Verified {
                prop_assert_eq!(after.evidence().state(&finding.quote), finding.state);
            }
        }
        let again = repair(&origin, fixed.bytes.clone(), &[], |_, _| true);
        prop_assert_eq!(again.bytes, fixed.bytes);
    }
}
