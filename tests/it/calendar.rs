//! `topline asks --format ics`: what is due, read back by a parser of another make.

use std::collections::HashMap;

use ical::parser::ical::component::IcalEvent;
use proptest::prelude::*;

use crate::support::library::Folder;

/// A brief with one ask that has these fields too.
fn brief(fields: &str) -> String {
    format!(
        "summary: Lights are due.\n\
         prepared: 2026-02-10\n\
         source: {{title: \"Lights, boats; and ports\", publisher: Harbour News, issued: 2026-02-09, \
         url: \"https://example.org/lights?a=1,2;b\"}}\n\
         organisations: {{board: Harbour Board, ports: Department of Ports}}\n\
         quotes: {{q1: {{form: reported, by: board, gist: wants lights, paragraph: 3}}}}\n\
         asks:\n  a1: {{kind: ask, by: board, to: ports, evidence: q1, {fields}}}\n"
    )
}

fn calendar(briefs: &[(&str, &str)]) -> String {
    let folder = Folder::with(briefs);
    folder.run(&["asks", ".", "--format", "ics"]).stdout
}

/// Reads the entries of a calendar, each property by its name.
fn entries(calendar: &str) -> Vec<HashMap<String, String>> {
    let mut entries = Vec::new();
    // The parser loses a space at the end of a folded line, so the lines are unfolded first.
    let unfolded = calendar.replace("\r\n ", "");
    for calendar in ical::IcalParser::new(unfolded.as_bytes()) {
        let events: Vec<IcalEvent> = calendar.unwrap().events;
        entries.extend(events.into_iter().map(|event| {
            let value = |value: Option<String>| plain(&value.unwrap_or_default());
            event.properties.into_iter().map(|one| (one.name, value(one.value))).collect()
        }));
    }
    entries
}

/// Takes the escapes out of a text (RFC 5545, 3.3.11).
fn plain(value: &str) -> String {
    let mut text = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => panic!("an escape at the end of {value:?}"),
            },
            sign => text.push(sign),
        }
    }
    text
}

#[test]
fn each_entry_has_its_day_its_brief_and_its_citation() {
    let ask = brief("action: fit lights, due: 2026-06-30, instrument: Lights Act, inferred: true");
    let entries = entries(&calendar(&[("lights.yaml", &ask)]));
    let [entry] = entries.as_slice() else { panic!("{entries:?}") };
    assert_eq!(entry["UID"], "lights/a1@topline");
    assert_eq!(entry["DTSTART"], "20260630");
    assert_eq!(entry["SUMMARY"], "Harbour Board to Department of Ports: fit lights");
    assert_eq!(
        entry["DESCRIPTION"],
        "Ask, due 30 June 2026.\nUnder: Lights Act.\nOpen.\nAttribution inferred.\nBrief: lights/a1 ¶3\n\
         Source: Lights, boats; and ports, Harbour News, news report, 9 February 2026\n\
         https://example.org/lights?a=1,2;b"
    );
    assert_eq!(entry["URL"], "https://example.org/lights?a=1,2;b");
}

#[test]
fn a_month_or_a_year_is_due_on_its_last_day_and_says_that_it_has_none() {
    for (due, day, said) in
        [("2028-02", "20280229", "(by February 2028)"), ("2026", "20261231", "(by 2026)")]
    {
        let ask = brief(&format!("action: fit lights, due: {due}"));
        let entries = entries(&calendar(&[("lights.yaml", &ask)]));
        assert_eq!(entries[0]["DTSTART"], day);
        assert!(entries[0]["SUMMARY"].ends_with(said), "{entries:?}");
    }
}

#[test]
fn what_has_no_date_or_is_over_is_left_out_and_counted() {
    let folder = Folder::with(&[
        ("dated.yaml", &brief("action: fit lights, due: 2026-06")),
        ("done.yaml", &brief("action: fit lights, due: 2026-06, status: done")),
        ("undated.yaml", &brief("action: fit lights")),
        ("words.yaml", &brief("action: fit lights, due: before winter")),
    ]);
    let run = folder.run(&["asks", ".", "--format", "ics"]);
    assert_eq!(entries(&run.stdout).len(), 1);
    let left_out =
        "topline: not in the calendar: 2 items without a date and 1 done, rejected or lapsed\n";
    assert_eq!(run.stderr, left_out);
    let nothing = folder.run(&["asks", "undated.yaml", "--format", "ics"]);
    assert_eq!(nothing.stdout, "", "a calendar without entries is not a valid one");
}

#[test]
fn the_same_briefs_give_the_same_bytes_and_no_clock_is_read() {
    let ask = brief("action: fit lights, due: 2026-06-30");
    let calendars = [(); 2].map(|()| calendar(&[("lights.yaml", &ask)]));
    assert_eq!(calendars[0], calendars[1]);
    assert!(calendars[0].contains("\r\nDTSTAMP:20260210T000000Z\r\n"), "{}", calendars[0]);
    assert!(
        calendars[0]
            .starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//topline//asks//EN\r\n")
    );
    let unprepared = ask.replace("prepared: 2026-02-10\n", "");
    assert!(calendar(&[("lights.yaml", &unprepared)]).contains("DTSTAMP:20260209T000000Z"));
}

#[test]
fn a_marking_comes_first() {
    let ask = format!("marking: OFFICIAL\n{}", brief("action: fit lights, due: 2026-06-30"));
    let entries = entries(&calendar(&[("lights.yaml", &ask)]));
    assert!(entries[0]["DESCRIPTION"].starts_with("OFFICIAL\nAsk, due"), "{entries:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back_as_it_was_in_lines_of_75_bytes(action in hostile()) {
        let ask = brief(&format!("action: {}, due: 2026-06-30", serde_json::json!(action)));
        let calendar = calendar(&[("lights.yaml", &ask)]);
        for line in calendar.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\n', '\r']), "{line:?}");
        }
        let entries = entries(&calendar);
        prop_assert_eq!(entries.len(), 1, "{}", calendar);
        let safe = topline::text::Text::flow(&action);
        let expected = format!("Harbour Board to Department of Ports: {safe}");
        prop_assert_eq!(&entries[0]["SUMMARY"], &expected);
    }
}

/// Words with what a calendar escapes, folds or might take for a property.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("END:VEVENT".to_owned()),
        Just("\r\nBEGIN:VALARM".to_owned()),
        Just("a\\n; b, c: \"d\"".to_owned()),
        Just("日本語👩‍👧é".to_owned()),
        Just("\u{1b}[2J\u{202e}\u{85}".to_owned()),
        "[a-z]{1,90}",
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| format!("x{}", pieces.join(" ")))
}
