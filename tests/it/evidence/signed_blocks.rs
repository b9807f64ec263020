//! Blocks that are set in or behind `>`, and signed below: the words are those of whoever signs.

use proptest::prelude::*;
use proptest::sample::select;

use super::support;

const WORDS: &str = "The lamps of the pier burn all night";

/// What is said of the words `{w}` in `text`, a web page, if they are given to `by`.
#[track_caller]
fn verdict(by: &str, text: &str) -> &'static str {
    support::verdict("  type: webpage\n", by, WORDS, text)
}

#[test]
fn the_signature_may_be_on_a_line_of_its_own_at_the_end_of_one_or_below() {
    for block in [
        "> {w}.\n> — Dana Vale",
        "> {w}.\n>\n> — Dana Vale, chief inspector",
        "> {w}.\n>\n> -- Dana Vale (Harbour Safety Board)",
        "> *{w}.*\n>\n> — **Dana Vale**, chief inspector",
        "> “{w}.”\n>\n> ~ Dana Vale",
        "> {w}.\n\n– Dana Vale, chief inspector",
        "> {w}. — Dana Vale",
        "> {w}.\n>\n> Dana Vale, chief inspector",
        "> {w}.\n> — The chief inspector of the Harbour Safety Board",
        ">{w}.\n>—Dana Vale",
        "    {w}.\n\n    — Dana Vale",
        "\t{w}.\n\n— Dana Vale, chief inspector",
        "> It is late.\n>\n> {w}.\n>\n> — Dana Vale",
        "> {w}.\n\n> It is late.\n\n> — Dana Vale",
    ] {
        let text = format!("# Piers\n\nThe pier is old.\n\n{block}\n\nThe end came.\n");
        assert_eq!(verdict("vale", &text), "verified", "{text}");
        assert_ne!(verdict("marsh", &text), "verified", "{text}");
    }
}

#[test]
fn a_signature_signs_no_more_than_its_own_block() {
    for text in [
        "{w}.\n\n> The pier is old.\n>\n> — Dana Vale\n",
        "> The pier is old.\n> — Dana Vale\n> {w}.\n> — Tom Reed\n",
        "> {w}.\n>\n> — Tom Reed\n\n> The pier is old.\n>\n> — Dana Vale\n",
        "> The pier is old.\n>\n> — Dana Vale\n\n{w}.\n",
        "> {w}.\n\nThe end came.\n\n— Dana Vale\n",
    ] {
        assert_eq!(verdict("vale", text), "refused", "{text}");
    }
}

#[test]
fn all_who_sign_speak_together() {
    for block in [
        "> {w}.\n>\n> — Dana Vale and Sir Ian Marsh",
        "> {w}.\n>\n> — Dana Vale, chief inspector\n> — Sir Ian Marsh, Minister for Works",
    ] {
        let text = format!("The pier is old.\n\n{block}\n");
        assert_eq!(verdict("vale", &text), "verified", "{text}");
        assert_eq!(verdict("marsh", &text), "verified", "{text}");
    }
}

#[test]
fn a_signature_below_does_not_take_a_block_from_whoever_announces_it() {
    let text = "Dana Vale said:\n\n> {w}.\n\n– Ian Marsh, Northport\n";
    assert_eq!(verdict("vale", text), "verified");
    let inside = "Ian Marsh said:\n\n> {w}.\n>\n> – Dana Vale\n";
    assert_eq!(verdict("vale", inside), "verified");
}

#[test]
fn a_list_of_names_or_a_sentence_signs_nothing() {
    for block in [
        "> {w}. Present were:\n>\n> - Dana Vale\n> - Ian Marsh",
        "> {w}.\n>\n> - Dana Vale to resign.",
        "> {w}.\n>\n> — Dana Vale said so",
        "> {w}.\n>\n> – Dana Vale left at noon",
    ] {
        let text = format!("The pier is old.\n\n{block}\n");
        assert_eq!(verdict("vale", &text), "refused", "{text}");
    }
}

proptest! {
    #[test]
    fn a_signed_block_is_whose_signature_it_has(
        before in select(&["", "The pier is old.\n\n", "Ian Marsh opened it.\n\n", "## What they say\n\n"]),
        body in select(&[
            "{w}.", "It is late. {w}.", "{w}! It is late.", "We know:\n{w}.", "No.\n\n{w}.", "{w}.\n\nNo.",
        ]),
        gap in select(&["\n", "\n\n"]),
        dash in select(&["— ", "– ", "-- ", "- ", "―", "~ "]),
        signer in select(&[("Dana Vale", 0), ("Ms Vale", 0), ("Sir Ian Marsh", 1), ("Tom Reed", 2)]),
        post in select(&["", ", of Northport", " (pictured)", ", 41", " – on Monday"]),
        after in select(&["", "\n\nThe end came.\n", "\n\n> It is late.\n>\n> — Eve Moss\n"]),
    ) {
        let block = format!("{body}{gap}{dash}{}{post}", signer.0);
        let block: Vec<String> =
            block.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
        let text = format!("{before}{}{after}", block.join("\n"));
        for (number, by) in ["vale", "marsh"].into_iter().enumerate() {
            let expected = if number == signer.1 { "verified" } else { "refused" };
            prop_assert_eq!(verdict(by, &text), expected, "{}: {}", by, text);
        }
    }
}
