//! Invented briefs with the texts of their sources, made from a seed.
//!
//! They have the size and the shape of the briefs that ship with topline: about twenty quotes,
//! claims on each figure, asks, and links to earlier briefs. Every quotation and figure is in
//! its source. Eight briefs in a row report one event: they share a claim and an ask, and the last
//! has the reply. A brief depends only on its number, not on how many are made.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use fastrand::Rng;

/// A brief and the text of its source.
pub struct Sample {
    /// The brief's id.
    pub id: String,
    /// The brief.
    pub yaml: String,
    /// The text of its source.
    pub text: String,
}

/// Writes `count` briefs with their texts into `folder`, which is made if it does not exist.
pub fn write(folder: &Path, count: usize) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for number in 1..=count {
        let sample = sample(number);
        fs::write(folder.join(&sample.id).with_extension("yaml"), sample.yaml)?;
        fs::write(folder.join(&sample.id).with_extension("txt"), sample.text)?;
    }
    Ok(())
}

/// The brief with this number, counted from 1.
pub fn sample(number: usize) -> Sample {
    Writer::new(number).sample()
}

/// How many briefs in a row report one event.
const REPORTS: usize = 8;

/// Statistics that a body may give: as it says them, and as a brief puts them.
const FACTS: [(&str, &str); 8] = [
    (
        "We inspected {n} vessels off {place} this spring and {m} of them had no working stern light",
        "{m} of {n} vessels inspected off {place} in spring lacked a working stern light.",
    ),
    (
        "Our inspectors went aboard {n} boats in {place} and sent {m} back to the quay",
        "Of {n} boats boarded at {place}, {m} were sent back.",
    ),
    (
        "Since the new timetable came in we have had {n} complaints from {place} and answered {m}",
        "{m} of {n} complaints from {place} about the timetable were answered.",
    ),
    (
        "There are {n} berths in {place} and on a winter night {m} of them are dark",
        "{m} of the {n} berths at {place} are unlit on winter nights.",
    ),
    (
        "{n} crew members in {place} took the course last year and {m} passed it first time",
        "{m} of {n} crew members at {place} passed the course at the first attempt.",
    ),
    (
        "The register for {place} lists {n} small ferries but we could only find {m} of them afloat",
        "Only {m} of {n} small ferries on the register for {place} were found afloat.",
    ),
    (
        "It costs about £{n} to fit a lamp in {place} and the grant covers £{m}",
        "A lamp costs about £{n} to fit at {place}, of which the grant covers £{m}.",
    ),
    (
        "On {n} nights out of the season {place} had fog and on {m} the horn was silent",
        "The horn at {place} was silent on {m} of {n} foggy nights.",
    ),
];

/// What a body wants or promises: the report of it, the gist and the action.
const WISHES: [(&str, &str, &str); 6] = [
    (
        "should use its power to stop unlit boats near {place} more often",
        "wants the stop-notice power used more at {place}",
        "use the stop-notice power at {place}",
    ),
    (
        "ought to pay for a second inspector in {place} before the winter",
        "asks for money for another inspector at {place}",
        "fund a second inspector at {place}",
    ),
    (
        "must publish the results of every inspection in {place}",
        "calls for inspection results from {place} to be public",
        "publish every inspection result from {place}",
    ),
    (
        "has to agree a lighting code with the owners in {place}",
        "seeks a lighting code agreed with owners at {place}",
        "agree a lighting code with owners at {place}",
    ),
    (
        "should keep the night watch in {place} staffed all year",
        "would have the night watch at {place} staffed through the year",
        "staff the night watch at {place} all year",
    ),
    (
        "needs to replace the fog horn in {place} without delay",
        "presses for a new fog horn at {place}",
        "replace the fog horn at {place}",
    ),
];

const PHRASES: [&str; 6] = [
    "a decade of drift",
    "a quiet scandal of our harbours",
    "a patchwork of good intentions",
    "nobody's job and everybody's risk",
    "a rule that lives on paper",
    "a winter too many",
];

const PLACES: [&str; 12] = [
    "Alder Sound",
    "Birch Haven",
    "Calder Quay",
    "Dunmere",
    "Easter Ness",
    "Fallow Point",
    "Grebe Sands",
    "Hollin Bay",
    "Inver Reach",
    "Juniper Strand",
    "Kelder Mouth",
    "Lingwater",
];

const BODIES: [(&str, &str); 8] = [
    ("tsb", "Tidewater Safety Board"),
    ("dop", "Department of Ports"),
    ("nfo", "National Ferry Owners"),
    ("hwc", "Harbour Wardens Council"),
    ("cpu", "Coastal Passengers Union"),
    ("mli", "Marine Lighting Institute"),
    ("rga", "River Growers Association"),
    ("sic", "Sound and Inlet Commission"),
];

const PEOPLE: [(&str, &str, &str, usize); 10] = [
    ("vale", "Dana Vale", "chief inspector", 0),
    ("marsh", "Ian Marsh", "Minister for Ports", 1),
    ("okoro", "Grace Okoro", "chair", 2),
    ("lund", "Piet Lund", "secretary", 3),
    ("hale", "Morag Hale", "president", 4),
    ("sato", "Ken Sato", "head of research", 5),
    ("brandt", "Ute Brandt", "spokeswoman", 6),
    ("rees", "Owen Rees", "commissioner", 7),
    ("amin", "Sara Amin", "deputy inspector", 0),
    ("cole", "Ruth Cole", "director of operations", 1),
];

/// A brief in the making: sections of the YAML and paragraphs of the text, side by side.
struct Writer {
    number: usize,
    rng: Rng,
    paragraphs: Vec<String>,
    quotes: String,
    quote_count: usize,
    claims: String,
    claim_count: usize,
    asks: String,
    ask_count: usize,
    /// The quotes of phrases, which the background cites.
    phrases: Vec<String>,
    /// The people who speak, and the bodies that they speak for or to, by their places in the lists.
    people: BTreeSet<usize>,
    bodies: BTreeSet<usize>,
}

impl Writer {
    fn new(number: usize) -> Self {
        let title = format!("Night sailings under review, report {number}");
        Self {
            number,
            rng: Rng::with_seed(number as u64),
            paragraphs: vec![title],
            quotes: String::new(),
            quote_count: 0,
            claims: String::new(),
            claim_count: 0,
            asks: String::new(),
            ask_count: 0,
            phrases: Vec::new(),
            people: BTreeSet::new(),
            bodies: BTreeSet::new(),
        }
    }

    fn sample(mut self) -> Sample {
        self.event();
        for _ in 0..self.rng.usize(4..=7) {
            let relation = self.relation();
            self.fact(&relation);
        }
        let phrases = self.rng.usize(2..=4);
        for phrase in self.rng.choose_multiple(PHRASES, phrases) {
            self.phrase(phrase);
        }
        for _ in 0..self.rng.usize(3..=6) {
            self.wish();
        }
        let id = format!("report-{}", self.number);
        Sample { yaml: self.yaml(&id), text: self.paragraphs.join("\n\n") + "\n", id }
    }

    /// What all briefs on one event share: a claim, an ask and, in the last of them, the reply.
    fn event(&mut self) {
        let place = (self.number - 1) % REPORTS;
        let first = self.number - place;
        let own = std::mem::replace(&mut self.rng, Rng::with_seed(!(first as u64)));
        let relation =
            if place == 0 { String::new() } else { format!(", repeats: report-{first}/c1") };
        self.fact(&relation);
        let (to, action) = self.wish();
        if place == REPORTS - 1 {
            self.reply(first, to, &action);
        }
        self.rng = own;
    }

    /// A direct quotation with two figures, and the claim that rests on it.
    fn fact(&mut self, relation: &str) {
        let (spoken, own) = FACTS[self.rng.usize(..FACTS.len())];
        let (more, less, place) = (self.rng.usize(120..900), self.rng.usize(11..110), self.place());
        let fill = |form: &str| {
            form.replace("{n}", &more.to_string())
                .replace("{m}", &less.to_string())
                .replace("{place}", place)
        };
        let (id, name, post, body) = self.person();
        let exact = format!("{}. That is where we are, and it will not mend itself", fill(spoken));
        self.paragraphs.push(format!("“{exact},” said {name}, {post} of the {}.", BODIES[body].1));
        let quote = self.quote(&format!("form: direct, by: {id}, exact: \"{exact}\""));
        self.claim_count += 1;
        let text = fill(own);
        let _ = writeln!(
            self.claims,
            "  c{}: {{text: \"{text}\", by: {id}, evidence: {quote}{relation}}}",
            self.claim_count
        );
    }

    /// A quoted phrase inside a sentence of the reporter's.
    fn phrase(&mut self, phrase: &str) {
        let place = self.place();
        let (id, name, post, body) = self.person();
        self.paragraphs.push(format!(
            "For {name}, {post} of the {}, what happened at {place} was “{phrase}”.",
            BODIES[body].1
        ));
        let quote = self.quote(&format!("form: partial, by: {id}, exact: \"{phrase}\""));
        self.phrases.push(quote);
    }

    /// Reported speech, and the ask that rests on it. Returns which body is asked, and for what.
    fn wish(&mut self) -> (usize, String) {
        let (report, gist, action) = WISHES[self.rng.usize(..WISHES.len())];
        let place = self.place();
        let fill = |form: &str| form.replace("{place}", place);
        let (id, name, post, body) = self.person();
        let to = (body + self.rng.usize(1..BODIES.len())) % BODIES.len();
        self.bodies.insert(to);
        self.paragraphs.push(format!(
            "{name}, {post} of the {}, told the meeting that the {} {}.",
            BODIES[body].1,
            BODIES[to].1,
            fill(report)
        ));
        let paragraph = self.paragraphs.len();
        let quote = self.quote(&format!(
            "form: reported, by: {id}, gist: \"{}\", paragraph: {paragraph}",
            fill(gist)
        ));
        self.ask_count += 1;
        let _ = writeln!(
            self.asks,
            "  a{}:\n    kind: ask\n    by: {id}\n    to: {}\n    action: {}\n    evidence: {quote}",
            self.ask_count,
            BODIES[to].0,
            fill(action)
        );
        (to, fill(action))
    }

    /// What the body says that was asked, in every brief from the `first` on the event to this one.
    fn reply(&mut self, first: usize, body: usize, action: &str) {
        let (id, name) = BODIES[body];
        self.paragraphs.push(format!("In reply the {name} undertook to {action}."));
        let paragraph = self.paragraphs.len();
        let quote = self.quote(&format!(
            "form: reported, by: {id}, gist: \"undertakes to {action}\", paragraph: {paragraph}"
        ));
        let asks: Vec<_> =
            (first..=self.number).map(|brief| format!("report-{brief}/a1")).collect();
        self.ask_count += 1;
        let _ = writeln!(
            self.asks,
            "  a{}:\n    kind: commitment\n    by: {id}\n    action: {action}\n    evidence: {quote}\n    \
             answers: [{}]",
            self.ask_count,
            asks.join(", ")
        );
    }

    /// Adds a quote and returns its id.
    fn quote(&mut self, fields: &str) -> String {
        self.quote_count += 1;
        let id = format!("q{}", self.quote_count);
        let _ = writeln!(self.quotes, "  {id}: {{{fields}}}");
        id
    }

    /// Sometimes a link to a claim of an earlier brief; each has at least five.
    fn relation(&mut self) -> String {
        if self.number == 1 || self.rng.u8(..4) > 0 {
            return String::new();
        }
        let relation = ["qualifies", "updates", "contradicts"][self.rng.usize(..3)];
        let (brief, claim) = (self.rng.usize(1..self.number), self.rng.usize(1..=5));
        format!(", {relation}: report-{brief}/c{claim}")
    }

    fn place(&mut self) -> &'static str {
        PLACES[self.rng.usize(..PLACES.len())]
    }

    fn person(&mut self) -> (&'static str, &'static str, &'static str, usize) {
        let person = self.rng.usize(..PEOPLE.len());
        self.people.insert(person);
        self.bodies.insert(PEOPLE[person].3);
        PEOPLE[person]
    }

    fn yaml(&self, id: &str) -> String {
        let Self { number, quotes, claims, asks, .. } = self;
        let day = 1 + number % 28;
        let phrases = self.phrases.join(", ");
        let mut organisations = String::new();
        for (id, name) in self.bodies.iter().map(|body| BODIES[*body]) {
            let _ = writeln!(organisations, "  {id}: {name}");
        }
        let mut officials = String::new();
        for (id, name, post, body) in self.people.iter().map(|person| PEOPLE[*person]) {
            let organisation = BODIES[body].0;
            let _ = writeln!(
                officials,
                "  {id}: {{name: {name}, post: {post}, organisation: {organisation}}}"
            );
        }
        format!(
            "summary: >
  Small ferries still sail at night without the lights that the rules ask for, a review of the
  harbours hears, and those who look after them want inspections, money and a code.
topics: [ferries, night-safety]
top_lines:
  - Inspectors found boats without working lights [c1].
  - Several bodies are asked to act [a1].
background: Those who spoke were blunt [{phrases}].
gaps:
  - Does not say how the boats were chosen.
prepared: 2026-02-{day:02}

source:
  title: Night sailings under review, report {number}
  type: report
  publisher: Sound and Inlet Commission
  issued: 2026-01-{day:02}
  url: https://example.org/reports/{number}
  text: {id}.txt

organisations:
{organisations}
officials:
{officials}
quotes:
{quotes}
claims:
{claims}
asks:
{asks}"
        )
    }
}
