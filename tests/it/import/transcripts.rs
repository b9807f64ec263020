//! Subtitles and records of debates: who speaks, and when.

use std::fmt::Write;

use super::support::{imported, source_section, starter_states};

const SAID: [(&str, &str); 3] = [
    ("Dana Vale", "We inspected 84 boats and 31 had no working stern light. That is not bad luck."),
    ("Ian Marsh", "We have hired six inspectors, and a lighting code will follow by June."),
    ("Dana Vale", "I am glad of that."),
];

/// The texts of [`SAID`] in cues of four words.
fn cues(time: impl Fn(usize) -> String, line: impl Fn(&str, &str) -> String) -> String {
    let mut all = String::new();
    let mut count = 0;
    for (name, words) in SAID {
        for chunk in words.split(' ').collect::<Vec<_>>().chunks(4) {
            let (start, end) = (time(count), time(count + 1));
            let cue = line(name, &chunk.join(" "));
            write!(all, "{}\n{start} --> {end}\n{cue}\n\n", count + 1).unwrap();
            count += 1;
        }
    }
    all
}

#[test]
fn subtitles_give_turns_with_their_times() {
    let time = |seconds: usize| format!("00:00:{seconds:02}.500");
    let vtt = "WEBVTT\n\n".to_owned() + &cues(time, |name, words| format!("<v {name}>{words}</v>"));
    let (folder, said) = imported("talk.vtt", &vtt, &[]);
    assert_eq!(
        folder.read("story.txt"),
        "[00:00:00] Dana Vale: We inspected 84 boats and 31 had no working stern light. That is not bad luck.\n\n\
         [00:00:04] Ian Marsh: We have hired six inspectors, and a lighting code will follow by June.\n\n\
         [00:00:08] Dana Vale: I am glad of that.\n"
    );
    assert!(said.contains("; 10 subtitles joined, with their times\n"), "{said}");
    assert!(source_section(&folder).contains("type: broadcast  # from the kind of file\n"));
    // Whose words these are is known by the turns.
    folder.write("known.yaml", known());
    let run = folder.run(&["check", "known.yaml"]);
    assert!(run.stdout.ends_with("2 of 2 quotations verified\n"), "{}", run.stdout);
    assert!(!starter_states(&folder).contains(&"failed".to_owned()));
}

fn known() -> String {
    let [(_, vale), (_, marsh), _] = SAID;
    format!(
        "summary: Boats sail unlit [q1, q2].\n\
         source: {{title: Unlit, publisher: Tidewater Radio, issued: 2026-02-09, text: story.txt}}\n\
         organisations: {{tsb: Safety Board}}\n\
         officials: {{vale: {{name: Dana Vale, post: inspector, organisation: tsb}}, marsh: {{name: Ian Marsh, post: \
         minister, organisation: tsb}}}}\n\
         quotes:\n  q1: {{form: direct, by: vale, exact: '{vale}'}}\n  q2: {{form: direct, by: marsh, exact: '{marsh}'}}\n"
    )
}

#[test]
fn subrip_gives_sentences() {
    let time = |seconds: usize| format!("00:00:{seconds:02},500");
    let srt = cues(time, |_, words| words.to_owned());
    let (folder, _) = imported("talk.srt", srt.replace('\n', "\r\n"), &[]);
    let text = folder.read("story.txt");
    let all: Vec<&str> = SAID.iter().map(|(_, words)| *words).collect();
    assert_eq!(text, format!("[00:00:00] {}\n", all.join(" ")));
}

#[test]
fn the_record_of_a_debate_gives_speeches_with_their_columns() {
    let speeches: String = SAID
        .iter()
        .enumerate()
        .map(|(index, (name, words))| {
            format!(
                "<speech id=\"uk.org.publicwhip/debate/2026-02-09a.21{index}.0\" speakername=\"{name}\" colnum=\"{}\" \
                 url=\"https://example.org/d{index}\"><p pid=\"a\">{words}</p><p>I beg to move&#8212;</p></speech>\n",
                212 + index / 2
            )
        })
        .collect();
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<publicwhip scrapeversion=\"a\">\n\
         <major-heading id=\"uk.org.publicwhip/debate/2026-02-09a.212.0\" colnum=\"212\">Ferries (Lighting)</major-heading>\n\
         {speeches}</publicwhip>"
    );
    let (folder, said) = imported("debate.xml", xml, &[]);
    let [(_, one), (_, two), (_, three)] = SAID;
    assert_eq!(
        folder.read("story.txt"),
        format!(
            "[Column 212]\n\nFerries (Lighting)\n\nDana Vale: {one}\n\nI beg to move—\n\nIan Marsh: {two}\n\nI beg to \
             move—\n\n[Column 213]\n\nDana Vale: {three}\n\nI beg to move—\n"
        )
    );
    assert!(said.contains("; 3 speeches, 2 columns\n"), "{said}");
    let section = source_section(&folder);
    for line in [
        "title: 'Ferries (Lighting)'  # from the first heading\n",
        "issued: 2026-02-09  # from the record’s date\n",
        "type: debate  # from the kind of file\n",
        "url: 'https://example.org/d0'  # from the first speech\n",
    ] {
        assert!(section.contains(line), "{section}");
    }
    folder.write("known.yaml", known().replace("text: story.txt", "type: debate, text: story.txt"));
    let run = folder.run(&["check", "known.yaml"]);
    assert!(run.stdout.ends_with("2 of 2 quotations verified\n"), "{}", run.stdout);
}

#[test]
fn akoma_ntoso_gives_speeches() {
    let [(_, one), ..] = SAID;
    let xml = format!(
        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><debate><meta><identification><FRBRWork>\
         <FRBRdate date=\"2026-02-09\" name=\"\"/></FRBRWork></identification></meta><debateBody><debateSection>\
         <heading>Ferries</heading><speech by=\"#vale\"><from>Dana Vale:</from><p>{one}</p></speech></debateSection>\
         </debateBody></debate></akomaNtoso>"
    );
    let (folder, _) = imported("debate.xml", xml, &[]);
    assert_eq!(folder.read("story.txt"), format!("Ferries\n\nDana Vale: {one}\n"));
    assert!(source_section(&folder).contains("issued: 2026-02-09  # from the record’s date\n"));
}
