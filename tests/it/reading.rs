//! The text of the source: what rests on each paragraph, and its sentences.

use topline::library::Entry;
use topline::reader::action::{Action, Copied, Effect};
use topline::reader::app::App;
use topline::reader::screens::brief;

use crate::support::keystrokes::{
    USUAL, WIDE, assert_focus, effect, entries, first_line, focus, front_with, last_line, press,
    reader, reader_with, screen_of,
};
use crate::support::library::{FERRY_BOARD, FERRY_BOARD_TEXT, Folder, entry};

/// What is copied by a key, after these.
#[track_caller]
fn copied(keys: &str, key: &str) -> Copied {
    match effect(&mut reader(WIDE, keys), key) {
        Effect::Copy(copied) => copied,
        effect => panic!("{keys}{key}: {effect:?}"),
    }
}

/// The sentences of the source that are chosen, on one line.
fn chosen(app: &App) -> String {
    let visible = app.list(brief::SOURCE).visible();
    let lines = visible.map(|visible| {
        let spans = visible.line.spans.iter().filter(|span| span.chosen);
        spans.map(|span| span.text.as_str()).collect::<String>()
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_chosen(keys: &str, expected: &str) {
    let app = reader((120, 60), keys);
    assert_eq!(chosen(&app), expected, "{keys}\n{}", screen_of(&app));
}

/// The briefs, of which the first claims another number of boats.
fn with_wrong_figures() -> Vec<Entry> {
    let yaml = FERRY_BOARD.replace("text: 31 of 84", "text: 31 of 86");
    let mut entries = entries();
    entries[0] = entry("ferry-board", &yaml, Some(FERRY_BOARD_TEXT));
    entries
}

#[test]
fn every_paragraph_shows_in_its_margin_what_rests_on_it() {
    insta::assert_snapshot!("the source in three columns", screen_of(&reader(WIDE, "6jj")));
    insta::assert_snapshot!("the source in two columns", screen_of(&reader(USUAL, "6jj")));
    insta::assert_snapshot!("the source alone", screen_of(&reader((60, 30), "6jj")));
    insta::assert_snapshot!("the source in a narrow pane", screen_of(&reader((30, 16), "6jj")));
}

#[test]
fn enter_goes_to_what_rests_on_a_paragraph_and_again_to_the_next() {
    let mut app = reader(WIDE, "6jj");
    for (pane, item) in [
        (brief::QUOTES, "ferry-board/q2"),
        (brief::QUOTES, "ferry-board/q3"),
        (brief::CLAIMS, "ferry-board/c2"),
        (brief::ASKS, "ferry-board/a1"),
        (brief::QUOTES, "ferry-board/q2"),
    ] {
        press(&mut app, "<enter>");
        assert_focus(&app, pane, item);
        press(&mut app, "<c-o>");
        assert_eq!(app.pane(), brief::SOURCE);
        assert!(chosen(&app).starts_with("The rules on lights"), "{}", screen_of(&app));
    }
    let mut app = reader(WIDE, "6gg<enter>");
    assert_eq!(app.pane(), brief::SOURCE);
    assert_eq!(last_line(&app), "nothing in this brief rests on ¶1");
    press(&mut app, "j<enter>");
    assert_focus(&app, brief::QUOTES, "ferry-board/q1");
}

#[test]
fn what_rests_on_the_paragraph_is_marked_in_the_other_panes() {
    let app = reader(WIDE, "6G");
    assert_eq!(focus(&app), "ferry-board/q4");
    let marked = |pane, item: &str| {
        let rows = app.list(pane).rows().iter();
        let mut rows = rows.filter(|row| app.is_linked(pane, row));
        rows.any(|row| format!("{row:?}").contains(item))
    };
    assert!(marked(brief::CLAIMS, "c3") && marked(brief::ASKS, "a2"), "{}", screen_of(&app));
    assert!(!marked(brief::CLAIMS, "c1") && !marked(brief::ASKS, "a1"), "{}", screen_of(&app));
}

#[test]
fn the_source_is_read_by_sentence() {
    assert_chosen(
        "6",
        "Dana Vale, the board's chief inspector, said: “We inspected 84 boats and 31 had no working stern light.",
    );
    assert_chosen("6}", "Most of the 31 had been warned by us before, in writing.");
    assert_chosen("6}}", "“Several were carrying passengers that night.");
    assert_chosen("6}}}{{", "Most of the 31 had been warned by us before, in writing.");
    assert_chosen("6{", "Board warns on unlit ferries");
    assert_chosen("6j", "“Several were carrying passengers that night.");
    // Elsewhere nothing is chosen, and the keys go to claims and screens.
    assert_chosen("6h", "");
    assert_eq!(focus(&reader(WIDE, "3}")), "ferry-board/c2");
    assert_eq!(last_line(&reader(WIDE, "6gg{")), "this is the first sentence of the source");
    assert_eq!(last_line(&reader(WIDE, "6G}")), "this is the last sentence of the source");
}

#[test]
fn a_selection_grows_by_sentence_over_paragraphs_and_escape_leaves_the_first() {
    let second = "Most of the 31 had been warned by us before, in writing.";
    let third = "“Several were carrying passengers that night.";
    assert_chosen("6}v", &format!("{second} {third}"));
    assert_chosen("6}v<esc>", second);
    assert_chosen(
        "6}v{",
        "Dana Vale, the board's chief inspector, said: “We inspected 84 boats and 31 had no working stern light.",
    );
    assert_chosen("6}v}", "That is not bad luck.”");
    assert_eq!(copied("6}v", "y").what, "2 sentences");
}

#[test]
fn a_sentence_below_the_pane_scrolls_into_view() {
    for size in [(72, 12), (40, 8), (30, 6)] {
        let mut app = reader(size, "6gg");
        for _ in 0..9 {
            press(&mut app, "}");
            assert!(!chosen(&app).is_empty(), "{size:?}\n{}", screen_of(&app));
        }
        for _ in 0..9 {
            press(&mut app, "{");
            assert!(!chosen(&app).is_empty(), "{size:?}\n{}", screen_of(&app));
        }
    }
}

#[test]
fn a_sentence_is_copied_with_its_citation() {
    let sentence = copied("6}", "y");
    assert_eq!(sentence.what, "the sentence");
    assert_eq!(
        sentence.text,
        "“Most of the 31 had been warned by us before, in writing.” — Dana Vale, chief inspector, \
         Tidewater Safety Board, 9 February 2026, ¶2"
    );
    let quote = copied("6}", "Q");
    assert_eq!(quote.what, "q5 (direct, by vale)");
    assert_eq!(
        quote.text,
        "  q5:\n    form: direct\n    by: vale\n    \
         exact: 'Most of the 31 had been warned by us before, in writing.'\n    paragraph: 2\n"
    );
    assert_eq!(quote.to_do, None);
    // Without the text there are no sentences.
    let mut app = front_with(vec![entry("ferry-board", FERRY_BOARD, None)], WIDE, "6");
    press(&mut app, "Q");
    assert_eq!(app.pane(), brief::SOURCE);
    assert!(matches!(effect(&mut app, "y"), Effect::Copy(copied) if copied.what == "q1"));
}

#[test]
fn a_copied_quote_that_is_pasted_passes_the_check() {
    let folder = Folder::ferry_lights();
    let entries = folder.entries();
    for keys in ["6", "6}v", "6jj", "6jj}", "6G", "6gg", "6jjv"] {
        let mut app = reader_with(entries.clone(), WIDE, keys);
        let Effect::Copy(copied) = effect(&mut app, "Q") else { panic!("{keys}") };
        folder.replace("ferry-lights.yaml", "\nclaims:", &format!("\n{}\nclaims:", copied.text));
        let run = folder.run(&["check", "ferry-lights.yaml"]);
        assert_eq!(run.code, 0, "{keys}\n{}\n{}", copied.text, run.stdout);
        folder.replace("ferry-lights.yaml", &format!("\n{}\nclaims:", copied.text), "\nclaims:");
    }
}

#[test]
fn a_paragraph_that_a_search_finds_is_selected() {
    let app = reader(WIDE, "/carrying passengers<enter>");
    assert_eq!(app.pane(), brief::SOURCE, "{}", screen_of(&app));
    assert_eq!(chosen(&app), "“Several were carrying passengers that night.");
}

#[test]
fn figures_that_are_not_borne_out_are_counted_and_shown_where_they_stand() {
    let app = reader_with(with_wrong_figures(), WIDE, "");
    assert!(first_line(&app).contains("✗ 1 problem  ✓ 2 verified"), "{}", first_line(&app));
    let screen = screen_of(&app);
    assert!(screen.contains("✗ “86” is not in its evidence"), "{screen}");
    let front = screen_of(&front_with(with_wrong_figures(), WIDE, "0"));
    assert!(front.contains("✗ 1 problem  ✓ 2 verified"), "{front}");
}

#[test]
fn a_top_line_that_is_not_borne_out_says_so_in_short() {
    let yaml = FERRY_BOARD.replace("text: 31 of 84", "text: 31 of 86").replacen(
        "top_lines:\n",
        "top_lines:\n  - Of 99 boats some are dark [c1].\n",
        1,
    );
    let entry = entry("ferry-board", &yaml, Some(FERRY_BOARD_TEXT));
    let screen = screen_of(&front_with(vec![entry], (120, 60), "0"));
    assert!(screen.contains("✗ 2 problems"), "{screen}");
    assert!(screen.contains("✗ “99” is not in its evidence"), "{screen}");
}

#[test]
fn web_addresses_are_whole_in_every_width() {
    let url = "https://example.org/a/long/address/that/no/narrow/pane/can/hold?with=query&and=more";
    let text = format!("Boats\n\nDana Vale wrote ({url}) that boats sail.\n");
    let entry = entry("ferry-board", FERRY_BOARD, Some(&text));
    for columns in [30, 60, 80, 110, 120, 200] {
        let mut app = reader_with(vec![entry.clone()], (columns, 40), "6+j");
        app.update(Action::Resized(columns, 40));
        let visible = app.list(brief::SOURCE).visible();
        let lines: Vec<String> = visible
            .map(|line| line.line.spans.iter().map(|span| span.text.as_str()).collect::<String>())
            .collect();
        let solid = lines.iter().map(|line| line.trim()).collect::<String>();
        assert!(solid.contains(url), "{columns}\n{}", screen_of(&app));
        let screen = screen_of(&app).replace(['│', '\n', ' ', '▌', '•'], "");
        assert!(screen.contains("and=more)"), "{columns}\n{}", screen_of(&app));
    }
}
