//! The parties and the imprint that a starter brief takes from its source.

use topline::brief::Addressee;

use super::start;
use crate::support::library::Folder;

#[test]
fn people_who_are_asked_are_no_bodies() {
    for people in ["ferry owners", "parents", "ministers", "head teachers", "residents"] {
        let (yaml, brief) =
            start(&format!("A title\n\nThe Harbour Board urges {people} to fit lights.\n"));
        assert_eq!(brief.organisations.len(), 1, "{yaml}");
        assert_eq!(*brief.asks.nth(0).unwrap().to, [Addressee::Unstated], "{yaml}");
        let remark = format!("# It asks {people}: say in `to` who is meant.\n");
        assert!(yaml.contains(&remark), "{yaml}");
    }
    for bodies in ["harbour authorities", "councils", "local trusts"] {
        let (yaml, brief) =
            start(&format!("A title\n\nThe Harbour Board urges {bodies} to fit lights.\n"));
        assert_eq!(brief.organisations.len(), 2, "{yaml}");
        assert!(!yaml.contains("It asks"), "{yaml}");
    }
    let two = "A title\n\nThe Harbour Board asked parents to wait and ministers to act on it.\n";
    assert_eq!(start(two).1.asks.nth(0).unwrap().action.as_str(), "FILL IN");
}

#[test]
fn a_body_is_named_with_all_its_fields_and_members() {
    for name in [
        "Department for Boats and Piers",
        "Ministry of Rope and Peat",
        "Department of Cranes, Lamps and Peat",
        "National Police Chiefs’ Council",
        "Farmers’ Union",
        "Ship Masters’ and Pilots’ Association",
        "Consumer Council for Water and Heat",
        "Northport Chamber of Trade",
    ] {
        let (yaml, brief) = start(&format!(
            "A title\n\nThe {name} said that 31 boats were dark. The {name} has launched a review.\n"
        ));
        let names: Vec<&str> = brief.organisations.iter().map(|body| &*body.name).collect();
        assert_eq!(names, [name], "{yaml}");
    }
    // Another party, named in full, by its letters, or on its own.
    for other in ["Vale", "NCA", "Ofcom"] {
        let (yaml, _) = start(&format!(
            "A title\n\nDana Vale met the crews.\n\nThe Ministry of Rope and {other} have launched a review.\n"
        ));
        assert!(!yaml.contains(&format!("Rope and {other}'")), "{yaml}");
    }
    let (yaml, brief) = start(
        "A title\n\nDana Vale, chair of the National Police Chiefs’ Council, said: “We will act on it now.”\n",
    );
    assert_eq!(brief.officials.nth(0).unwrap().post.as_deref(), Some("chair"), "{yaml}");
    let body = brief
        .officials
        .nth(0)
        .unwrap()
        .organisation
        .as_ref()
        .map(|id| &*brief.organisations[id].name);
    assert_eq!(body, Some("National Police Chiefs’ Council"), "{yaml}");
}

#[test]
fn she_is_the_person_that_a_letter_went_to() {
    let (yaml, brief) = start(
        "A title\n\nThe union sent a letter to Dana Vale. She wrote back: “I have read it twice now.”\n",
    );
    assert!(brief.quotes.nth(0).unwrap().by.include(&brief.officials.nth(0).unwrap().id), "{yaml}");
}

#[test]
fn somebody_who_is_not_named_is_a_person() {
    let (yaml, brief) =
        start("A title\n\nWe recommend that the Harbour Board repair all ladders.\n");
    assert_eq!(brief.officials["unknown-speaker"].name.as_str(), "FILL IN", "{yaml}");
    assert!(!brief.organisations.contains("unknown-speaker"), "{yaml}");
}

/// A spokesman is that of the one body that is named near; of two, the brief and the check say that it is a guess.
#[test]
fn whose_a_bare_spokesman_is_is_as_sure_as_the_check_has_it() {
    let one = "A title\n\nThe River Trust asked for 1,200 lamps. A spokesman said: “We have waited a year for them.”\n";
    let two = one.replace("asked for", "asked the Harbour Board for");
    for (text, is_guess) in [(one, false), (&two, true)] {
        let folder = Folder::with(&[("brief.txt", text)]);
        folder.run(&["new", "brief", "--source", "brief.txt"]).said();
        let yaml = folder.read("brief.yaml");
        assert_eq!(yaml.contains("inferred: true\n"), is_guess, "{yaml}");
        folder.write("brief.yaml", yaml.replace("    inferred: true\n", ""));
        let report = folder.run(&["check", "brief.yaml"]);
        assert_eq!(report.stdout.contains("speaker-not-near"), is_guess, "{}", report.stdout);
    }
}

#[test]
fn the_first_lines_say_when_it_came_out_and_who_published_it() {
    let (yaml, brief) =
        start("Board warns on boats\n\nHarbour Board | 3 March 2026\n\nBoats are dark.\n");
    assert!(yaml.contains("  publisher: 'Harbour Board'  # from ¶2\n"), "{yaml}");
    assert!(yaml.contains("  issued: 2026-03-03  # from ¶2\n"), "{yaml}");
    assert_eq!(brief.source.title.as_str(), "Board warns on boats");
    let (yaml, brief) =
        start("PRESS RELEASE\n\n3 March 2026\n\nBoard warns on boats\n\nBoats are dark.\n");
    assert_eq!(brief.source.title.as_str(), "Board warns on boats", "{yaml}");
    assert!(yaml.contains("  issued: 2026-03-03  # from ¶2\n"), "{yaml}");
}

#[test]
fn the_marks_of_an_earlier_mail_are_in_no_quotation() {
    let text = "A title\n\nPlease see below.\n\n> The Harbour Board said: “We inspected 84 boats in the\n\
                > harbour, and 31 had no light. It is neglect, and\n> they know it.”\n";
    let folder = Folder::with(&[("brief.txt", text)]);
    folder.run(&["new", "brief", "--source", "brief.txt"]).said();
    let yaml = folder.read("brief.yaml");
    assert!(yaml.contains("84 boats in the harbour, and 31") && !yaml.contains("the >"), "{yaml}");
    let report = folder.run(&["check", "brief.yaml"]).stdout;
    assert!(report.contains("1 of 1 quotation verified"), "{report}");
}
