//! How the reader looks: themes, ASCII, the printed view, the mouse, and texts that are hard to show.

use ratatui::style::Color;
use topline::reader::action::{Action, Effect};
use topline::reader::app::App;
use topline::reader::screens::brief;
use topline::reader::theme::{Depth, Themes};
use topline::reader::view::snapshot;
use topline::text::width;

use crate::support::keystrokes::{
    SMALL, USUAL, WIDE, assert_fits, assert_focus, entries_on_disk, focus, last_line, press,
    reader_with, screen_of as screen, small_sizes,
};
use crate::support::library::Folder;

/// A reader of the briefs of most of these tests, from their files.
fn reader(size: (u16, u16), keys: &str) -> App {
    reader_with(entries_on_disk(), size, keys)
}

/// A reader of one brief, `hard`.
fn reader_of(yaml: &str, size: (u16, u16), keys: &str) -> App {
    reader_with(Folder::with(&[("hard.yaml", yaml)]).entries(), size, keys)
}

/// The cell at which `text` starts.
fn place_of(app: &App, text: &str) -> (u16, u16) {
    let screen = screen(app);
    let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
    let x = width(&line[..line.find(text).unwrap()]);
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

fn click(app: &mut App, text: &str) -> Effect {
    let (x, y) = place_of(app, text);
    app.update(Action::Clicked(x, y))
}

#[test]
fn goes_through_the_themes_and_says_how_to_keep_one() {
    let mut app = reader(USUAL, "T");
    assert_eq!(
        last_line(&app),
        "theme light: to keep it, put theme = \"light\" in the config file"
    );
    let frame = snapshot::frame(&app, app.theme());
    assert!(frame.content().iter().all(|cell| cell.bg == Color::Rgb(255, 255, 255)));
    press(&mut app, "TTT");
    assert!(last_line(&app).starts_with("theme terminal:"));
}

#[test]
fn without_colour_there_is_no_other_theme() {
    let mut app = reader(USUAL, "");
    app.set_theme(Themes::default().at(Depth::None), false);
    press(&mut app, "T");
    assert_eq!(last_line(&app), "without colour there is only one theme");
}

#[test]
fn an_overlay_has_the_background_of_its_theme() {
    let app = reader(USUAL, "T?");
    let frame = snapshot::frame(&app, app.theme());
    assert!(frame.content().iter().all(|cell| cell.bg == Color::Rgb(255, 255, 255)));
}

#[test]
fn in_ascii_nothing_else_is_shown_and_everything_keeps_its_place() {
    for keys in ["", "1", "?", "p", "/light", "Y"] {
        let mut app = reader(USUAL, keys);
        let before = screen(&app);
        app.set_theme(Themes::default(), true);
        let after = screen(&app);
        assert!(after.is_ascii(), "{after}");
        for (before, after) in before.lines().zip(after.lines()) {
            assert_eq!(width(before), width(after), "{before}");
        }
    }
    let mut app = reader((72, 8), "");
    app.set_theme(Themes::default(), true);
    assert!(screen(&app).contains("\n> c1 "), "{}", screen(&app));
}

#[test]
fn shows_the_brief_as_it_prints_and_scrolls_it() {
    let mut app = reader((100, 30), "p");
    let first = screen(&app);
    for line in ["┌ Print preview ", "BRIEF A", "SUMMARY"] {
        assert!(first.contains(line), "{line}\n{first}");
    }
    press(&mut app, "G");
    assert!(!screen(&app).contains("BRIEF A"));
    press(&mut app, "gp");
    assert!(screen(&app).contains("3 Claims") && !screen(&app).contains("Print preview"));
}

#[test]
fn a_printed_line_is_as_wide_as_on_paper() {
    let mut app = reader((100, 200), "s");
    let Effect::Save { text, .. } = app.update(Action::Accept) else { panic!("nothing is saved") };
    let shown = screen(&reader((100, 200), "p"));
    for line in text.lines() {
        assert!(shown.contains(line), "{line}");
    }
}

#[test]
fn asks_for_the_file_to_save_to() {
    let mut app = reader(USUAL, "s");
    assert!(last_line(&app).starts_with("save as ferry-board.page.txt"), "{}", last_line(&app));
    press(&mut app, "<c-u>x.txt");
    let effect = app.update(Action::Accept);
    assert!(
        matches!(&effect, Effect::Save { name, text } if name.as_str() == "x.txt" && text.starts_with("BRIEF A\n")),
        "{effect:?}"
    );
    press(&mut app, "s<esc>");
    assert!(screen(&app).contains("Print preview"));
    press(&mut app, "s<c-u>");
    assert_eq!(app.update(Action::Accept), Effect::None);
}

#[test]
fn a_broken_brief_does_not_print() {
    let app = reader(USUAL, "1jp");
    assert_eq!(last_line(&app), "this brief has errors and cannot be printed");
}

#[test]
fn a_click_focuses_and_selects() {
    let mut app = reader(WIDE, "");
    click(&mut app, "c2 ");
    assert_focus(&app, brief::CLAIMS, "ferry-board/c2");
    click(&mut app, "Letter of the ferry");
    assert_eq!(app.pane(), brief::BRIEFS);
    assert!(screen(&app).starts_with(" topline   3 of 3"));
    click(&mut app, "6 Source");
    assert_eq!(app.pane(), brief::SOURCE);
}

#[test]
fn a_click_on_a_count_follows_the_link() {
    let mut app = reader(WIDE, "");
    let (_, y) = place_of(&app, "c2 ");
    let inner = app.layout().slot(brief::CLAIMS).unwrap().inner;
    app.update(Action::Clicked(inner.right() - 1, y));
    assert_eq!(app.pane(), brief::QUOTES);
    press(&mut app, "<c-o>");
    assert_focus(&app, brief::CLAIMS, "ferry-board/c2");
}

#[test]
fn a_click_on_an_address_opens_it() {
    let yaml = format!("{HEAD}  url: https://example.org/a\n{REST}");
    let mut app = reader_of(&yaml, WIDE, "1");
    assert_eq!(click(&mut app, "https://"), Effect::Open("https://example.org/a".into()));
    assert_eq!(click(&mut app, "Hard"), Effect::None);
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_leaves_the_focus() {
    let mut app = reader((80, 16), "");
    let before = screen(&app);
    let source = app.layout().slot(brief::SOURCE).unwrap().inner;
    app.update(Action::Wheeled(source.x, source.y, 3));
    assert_ne!(screen(&app), before);
    assert_eq!(focus(&app), "ferry-board/c1");
    app.update(Action::Wheeled(source.x, source.y, -99));
    press(&mut app, "p");
    app.update(Action::Wheeled(0, 0, 3));
    assert!(!screen(&app).contains("BRIEF A"));
}

#[test]
fn the_wheel_scrolls_a_list_past_its_selected_row() {
    let claims: String =
        (2..40).map(|n| format!("  c{n}: {{text: Claim {n}., by: o, evidence: q1}}\n")).collect();
    let yaml = format!("{HEAD}{REST}{claims}");
    let mut app = reader_of(&yaml, USUAL, "");
    let list = app.layout().slot(brief::CLAIMS).unwrap().inner;
    app.update(Action::Wheeled(list.x, list.y, 9));
    assert!(!screen(&app).contains("▌ c1"), "{}", screen(&app));
    press(&mut app, "j");
    assert!(screen(&app).contains("▌ c2"));
}

#[test]
fn the_mouse_is_taken_and_given_back() {
    let mut app = reader(USUAL, "");
    assert_eq!(app.update(Action::ToggleMouse), Effect::Mouse(true));
    assert_eq!(
        last_line(&app),
        "the mouse selects, follows and scrolls; M returns it to the terminal"
    );
    assert_eq!(app.update(Action::ToggleMouse), Effect::Mouse(false));
}

#[test]
fn each_problem_of_a_broken_brief_can_be_selected_and_edited() {
    let mut app = reader(WIDE, "1j<enter>j");
    assert_eq!(app.pane(), brief::PROBLEMS);
    let edited = |effect| matches!(effect, Effect::Edit { line: 6, .. });
    assert!(edited(app.update(Action::Follow)));
    assert!(edited(app.update(Action::Edit)));
    assert!(last_line(&app).starts_with("Enter edit there"), "{}", last_line(&app));
}

#[test]
fn an_empty_library_says_what_to_do() {
    let mut app = App::new(0, None);
    app.update(Action::Resized(100, 10));
    assert!(
        screen(&app)
            .contains("there are no briefs here; save one as ID.yaml in the folder and it appears"),
        "{}",
        screen(&app)
    );
}

const HEAD: &str = "summary: S.\nsource:\n  title: Hard\n  publisher: P\n";
const QUOTES: &str = "organisations:\n  o: Owners\nquotes:\n";
const REST: &str = "organisations:\n  o: Owners\nquotes:\n  q1: {form: direct, by: o, exact: Words.}\n\
    claims:\n  c1: {text: Hard., by: o, evidence: q1}\n";

/// Fails unless every line fits its screen and every word of `claim` is shown.
#[track_caller]
fn assert_reads_well(claim: &str) {
    let yaml = format!(
        "summary: S.\nsource: {{title: {claim}, publisher: P}}\n{QUOTES}  q1: {{form: direct, by: o, exact: {claim}}}\n\
         claims:\n  c1: {{text: {claim}, by: o, evidence: q1}}\n"
    );
    for size in [USUAL, WIDE, SMALL, (200, 60)] {
        let mut app = reader_of(&yaml, size, "+");
        assert_eq!(app.pane(), brief::CLAIMS, "{}", screen(&app));
        let mut seen = String::new();
        for _ in 0..40 {
            let screen = screen(&app);
            for line in screen.lines() {
                assert!(width(line) <= usize::from(size.0), "{line}");
            }
            seen.push_str(&screen);
            press(&mut app, "j");
        }
        for word in claim.split(' ') {
            assert!(seen.contains(word), "{word} in {size:?}\n{seen}");
        }
    }
}

#[test]
fn long_claims_and_other_scripts_read_well() {
    assert_reads_well(&vec!["lights"; 60].join(" "));
    assert_reads_well("船 は 夜 に 灯火 なし で 航行 する");
    assert_reads_well("تبحر القوارب ليلا بلا أضواء");
    assert_reads_well("סירות מפליגות בלילה ללא אורות");
    assert_reads_well("crew 👩‍🚒 and 👨‍👩‍👧‍👦 under 🏴󠁧󠁢󠁳󠁣󠁴󠁿 and café in e\u{301}");
}

#[test]
fn a_brief_of_four_hundred_claims_goes_to_its_last() {
    let claims: String =
        (2..=400).map(|n| format!("  c{n}: {{text: Claim {n}., by: o, evidence: q1}}\n")).collect();
    let yaml = format!("{HEAD}{REST}{claims}");
    let app = reader_of(&yaml, USUAL, "G");
    assert_eq!(focus(&app), "hard/c400");
    assert!(screen(&app).contains("400/400"));
}

#[test]
fn one_huge_quote_is_read_to_its_end() {
    let words: String = (0..2000).map(|n| format!(" w{n}")).collect();
    let yaml = format!(
        "{HEAD}{QUOTES}  q1: {{form: direct, by: o, exact: Start{words}.}}\nclaims:\n  c1: {{text: C., by: o, evidence: q1}}\n"
    );
    let mut app = reader_of(&yaml, USUAL, "<enter>");
    for _ in 0..200 {
        press(&mut app, "<space>");
    }
    assert!(screen(&app).contains("w1999"), "{}", screen(&app));
}

#[test]
fn the_printed_view_is_drawn_at_every_small_size() {
    for (columns, rows) in small_sizes() {
        let mut app = reader((columns, rows), "p<space>s");
        assert_fits(&app, (columns, rows));
        app.set_theme(Themes::default(), true);
        assert_fits(&app, (columns, rows));
        for (x, y) in [(0, 0), (columns, rows), (5, 3)] {
            app.update(Action::BackOut);
            app.update(Action::Clicked(x, y));
            app.update(Action::Wheeled(x, y, 3));
        }
    }
}
