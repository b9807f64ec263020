//! What an editor offers while a brief is typed.

use super::client::{Document, Editor};
use crate::support::library::Folder;

fn ferry_lights() -> (Folder, Editor, Document) {
    let folder = Folder::ferry_lights();
    folder.write("owners-letter.yaml", include_str!("../../../briefs/owners-letter.yaml"));
    folder.write("owners-letter.txt", include_str!("../../../briefs/owners-letter.txt"));
    let mut editor = Editor::start(&folder);
    let document = editor.open("ferry-lights.yaml", &folder.read("ferry-lights.yaml"));
    (folder, editor, document)
}

/// What is offered after `needle` in the text of the brief with `from` replaced by `to`.
#[track_caller]
fn offered(from: &str, to: &str, needle: &str) -> Vec<(String, String)> {
    let (_folder, mut editor, mut document) = ferry_lights();
    editor.replace(&mut document, from, to);
    editor.completions(&document, needle)
}

#[track_caller]
fn labels(from: &str, to: &str, needle: &str) -> Vec<String> {
    offered(from, to, needle).into_iter().map(|(label, _)| label).collect()
}

#[test]
fn offers_the_quotations_that_no_quote_has() {
    let offers = offered("exact: a decade of drift", "exact: ", "by: tsb, exact: ");
    assert_eq!(offers[0], ("a decade of drift".to_owned(), "'a decade of drift'".to_owned()));
    assert!(!offers.iter().any(|(label, _)| label.starts_with("We inspected")), "{offers:?}");
}

#[test]
fn a_quotation_that_is_taken_passes_the_check() {
    let (_folder, mut editor, mut document) = ferry_lights();
    let exact = "exact: We inspected 84 boats and 31 had no working stern light. […] That is not bad luck,\n      \
                 it is neglect, and [they] know how to fix it.";
    editor.replace(&mut document, exact, "exact:");
    for (_, text) in editor.completions(&document, "by: vale\n    exact:") {
        let mut chosen = document.clone();
        editor.replace(&mut chosen, "by: vale\n    exact:", &format!("by: vale\n    exact:{text}"));
        let problems = editor.problems(&chosen);
        assert!(
            !problems.iter().any(|problem| problem["code"] == "not-verbatim"),
            "{text}: {problems:?}"
        );
        assert!(
            !problems.iter().any(|problem| problem["code"] == "not-yaml"),
            "{text}: {problems:?}"
        );
        document.version = chosen.version;
        let text = document.text.clone();
        editor.set(&mut document, &text);
    }
}

#[test]
fn what_is_there_of_the_words_is_replaced() {
    let (_folder, mut editor, mut document) = ferry_lights();
    for typed in ["'", "''", "\"a dec", "a dec", "'a dec'"] {
        let cursor = typed.strip_suffix('\'').filter(|rest| !rest.is_empty()).unwrap_or(typed);
        let flow = format!("by: tsb, exact: {typed}}}");
        editor.replace(&mut document, "by: tsb, exact: a decade of drift}", &flow);
        let needle = format!("by: tsb, exact: {cursor}");
        let params = document.at(&needle, needle.len());
        let list = editor.ask("textDocument/completion", params);
        let item = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|item| item["label"] == "a decade of drift");
        let edit = &item.expect(typed)["textEdit"];
        assert_eq!(document.covered(&edit["range"]), typed);
        editor.replace(&mut document, &flow, "by: tsb, exact: a decade of drift}");
    }
}

#[test]
fn offers_the_parties_of_the_brief() {
    let by = "    by: vale\n    exact";
    assert_eq!(
        labels(by, "    by: \n    exact", "direct\n    by: "),
        ["vale", "marsh", "tsb", "dop", "source"]
    );
    assert_eq!(labels("to: dop", "to: ", "to: ").last().unwrap(), "everyone");
    assert_eq!(labels("to: dop", "to: [dop, ", "to: [dop, ")[0], "vale");
    assert_eq!(
        labels("organisation: tsb}", "organisation: }", "inspector, organisation: "),
        ["tsb", "dop"]
    );
    let after_colon = offered(by, "    by:\n    exact", "direct\n    by:");
    assert_eq!(after_colon[0].1, " vale", "a space is needed after the colon");
}

#[test]
fn offers_the_ids_that_can_be_cited() {
    let own = ["c1", "c2", "a1", "a2", "a3", "q1", "q2", "q3", "q4", "q5"];
    let cited = labels("light [c1].", "light [", "light [");
    assert_eq!(cited[..own.len()], own);
    assert!(cited.contains(&"owners-letter/c1".to_owned()), "{cited:?}");
    assert_eq!(labels("light [c1].", "light [c1, ", "light [c1, ")[..own.len()], own);
    assert_eq!(labels("light [c1].", "light [c1].", "light [c1]."), [""; 0]);
    assert_eq!(labels("light [c1].", "light [they know", "light [they know"), [""; 0], "no id");
}

#[test]
fn offers_evidence_and_claims_of_other_briefs() {
    assert_eq!(
        labels("evidence: q1", "evidence: ", "vale\n    evidence: "),
        ["q1", "q2", "q3", "q4", "q5"]
    );
    let related = labels("evidence: q1", "evidence: q1\n    contradicts: ", "contradicts: ");
    assert!(related[0].starts_with("owners-letter/c"), "{related:?}");
    assert!(!related.contains(&"c1".to_owned()), "a claim is not related to itself");
    assert_eq!(labels("  text: ferry-lights.txt", "  based_on: ", "based_on: "), ["owners-letter"]);
}

#[test]
fn offers_fields_that_are_missing_and_words_of_closed_lists() {
    let fields = offered("    kind: ask\n", "    \n", "a1:\n    ");
    assert_eq!(fields[0], ("kind".to_owned(), "kind: ".to_owned()), "what is required is first");
    assert!(!fields.iter().any(|(label, _)| label == "action"), "{fields:?}");
    assert_eq!(
        labels("    kind: ask\n", "    kind: \n", "a1:\n    kind: "),
        ["ask", "commitment", "action"]
    );
    assert_eq!(labels("form: partial", "form: ", "q2: {form: ")[1], "partial");
    assert_eq!(labels("form: partial, ", "", "q2: {")[0], "form");
    assert!(labels("gaps:", "mark\ngaps:", "mark").contains(&"marking".to_owned()));
    assert_eq!(
        labels("  text: ferry-lights.txt", "  text: ", "  text: "),
        ["ferry-lights.txt", "owners-letter.txt"]
    );
}

#[test]
fn offers_the_next_id_and_the_people_of_other_briefs() {
    assert_eq!(
        offered("\nclaims:", "  q\nclaims:", "since 2019, paragraph: 5}\n  q"),
        [("q6".to_owned(), "q6:".to_owned())]
    );
    let people = offered("\nquotes:", "  c\nquotes:", "\n  c");
    let calder = people.iter().find(|(label, _)| label == "calder").unwrap();
    assert_eq!(calder.1, "calder: {name: 'Ruth Calder', post: 'secretary', organisation: owners}");
    assert!(!people.iter().any(|(label, _)| label == "vale"), "{people:?}");
}

#[test]
fn a_file_that_does_not_parse_still_has_completions() {
    let folder = Folder::ferry_lights();
    let sound = folder.read("ferry-lights.yaml");
    let broken = sound
        .replace("topics: [ferries, night-safety]", "topics: [ferries")
        .replace("exact: a decade of drift}", "exact: ")
        .replace("    evidence: q1\n", "    evidence: \n")
        .replace("gaps:\n", "gap\n");
    let mut editor = Editor::start(&folder);
    let document = editor.open("ferry-lights.yaml", &broken);
    assert_eq!(
        editor.labels(&document, "by: vale\n    evidence: "),
        ["q1", "q2", "q3", "q4", "q5"]
    );
    assert_eq!(editor.labels(&document, "by: tsb, exact: ")[0], "a decade of drift");
    assert!(editor.labels(&document, "gap").contains(&"gaps".to_owned()));
    let problems = editor.problems(&document);
    assert_eq!(problems[0]["code"], "not-yaml");
}

#[test]
fn of_a_great_many_those_are_offered_that_have_what_is_typed() {
    let (folder, mut editor, mut document) = ferry_lights();
    editor.close(&document);
    let claims: String = (1..=600)
        .map(|number| format!("  c{number}: {{text: Boats., by: vale, evidence: q1}}\n"))
        .collect();
    let brief = "summary: x\nsource: {title: x, publisher: x}\nofficials: {vale: {name: Dana Vale}}\n\
                 quotes: {q1: {form: reported, by: vale, gist: Boats, paragraph: 1}}\nclaims:\n";
    folder.write("many.yaml", format!("{brief}{claims}"));
    let mut editor = Editor::start(&folder);
    document =
        editor.open("ferry-lights.yaml", &document.text.replace("light [c1]", "light [many/c59"));
    let list = editor.ask("textDocument/completion", document.at("[many/c59", 6));
    assert_eq!(list["isIncomplete"], true);
    assert_eq!(list["items"].as_array().unwrap().len(), 500);
    let list = editor.ask("textDocument/completion", document.at("[many/c59", 9));
    assert_eq!(list["isIncomplete"], false);
    let labels: Vec<&str> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["label"].as_str().unwrap())
        .collect();
    assert_eq!(labels.len(), 11, "{labels:?}");
    assert!(labels.contains(&"many/c59") && labels.contains(&"many/c599"));
}
