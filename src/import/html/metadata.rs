//! What a page says about itself: in JSON-LD (schema.org), in the properties of Open Graph, in the tags
//! of Dublin Core and of GOV.UK, and in its elements.

use dom_query::{Document, NodeRef};
use serde_json::{Map, Value};

use super::super::paragraphs::one_line;
use super::super::{Metadata, SourcedValue};

/// Reads what the page says about itself.
pub fn read(document: &Document, html: &str) -> Metadata {
    let json_ld = json_ld(document);
    let from_tags = from_tags(document);
    let from_elements = from_elements(document, html);
    // The heading is the title as printed; JSON-LD is best kept of the rest.
    let title =
        heading(document).and_then(|heading| SourcedValue::new(&heading, "the page’s heading"));
    let mut metadata =
        Metadata { title, ..Metadata::default() }.or(json_ld).or(from_tags).or(from_elements);
    if metadata.publisher.is_none() {
        metadata.publisher = metadata.container.take();
    }
    let value = |found: &Option<SourcedValue>| found.as_ref().map(|found| found.value.clone());
    // A site that is called as its publisher adds nothing, and nor does an author.
    if value(&metadata.container) == value(&metadata.publisher) {
        metadata.container = None;
    }
    if value(&metadata.author) == value(&metadata.publisher) {
        metadata.author = None;
    }
    metadata
}

/// Returns the main heading of the page: its only one of the first level, or the one that its title
/// begins with or ends with.
pub fn heading(document: &Document) -> Option<String> {
    let headings = document.select("h1");
    let text = |node: &NodeRef<'_>| super::flow::flow(node, &|_| false).paragraphs.join(" ");
    let texts = headings.nodes().iter().map(|node| one_line(&text(node)).trim().to_owned());
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    let title = page_title(document).unwrap_or_default();
    let in_title = texts.iter().find(|text| title.contains(text.as_str()));
    match texts.as_slice() {
        [only] => Some(only.clone()),
        _ => in_title.cloned(),
    }
}

/// Returns the standfirst of the page: the sentence that its author has set beneath its main heading.
pub fn standfirst(document: &Document) -> Option<String> {
    const BENEATH: &str = "h1 ~ [class*=standfirst], hgroup ~ [class*=standfirst], \
        article header [class*=standfirst], article > [class*=standfirst], \
        h1 ~ .dek, h1 ~ .subheadline, h1 ~ [itemprop=alternativeHeadline]";
    let found = document.select(BENEATH);
    let paragraphs = super::flow::flow(found.nodes().first()?, &|_| false).paragraphs;
    let [only] = paragraphs.as_slice() else { return None };
    Some(one_line(only).trim().to_owned()).filter(|text| text.contains(' '))
}

fn page_title(document: &Document) -> Option<String> {
    let title = document.select("title").nodes().first().map(|node| one_line(&node.text()))?;
    (!title.trim().is_empty()).then(|| title.trim().to_owned())
}

/// The tags that give a field, the best first: the attribute that names them, and their names.
const TITLES: &[&str] =
    &["og:title", "dcterms.title", "dc.title", "citation_title", "twitter:title"];
const PUBLISHERS: &[&str] = &[
    "govuk:primary-publishing-organisation",
    "dcterms.publisher",
    "dc.publisher",
    "citation_publisher",
    "publisher",
];
const AUTHORS: &[&str] =
    &["author", "article:author", "dcterms.creator", "dc.creator", "citation_author"];
const DATES: &[&str] = &[
    "article:published_time",
    "govuk:first-published-at",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "citation_publication_date",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "date",
    "govuk:public-updated-at",
    "og:updated_time",
];
const SITES: &[&str] = &["og:site_name", "application-name"];
const ADDRESSES: &[&str] = &["og:url", "twitter:url", "dcterms.identifier"];

fn from_tags(document: &Document) -> Metadata {
    let tags: Vec<(String, String)> = document
        .select("meta[content]")
        .nodes()
        .iter()
        .filter_map(|node| {
            let name = node.attr("property").or_else(|| node.attr("name"))?;
            Some((name.trim().to_ascii_lowercase(), node.attr("content")?.to_string()))
        })
        .collect();
    let all = |names: &'static [&'static str]| {
        let tags = &tags;
        names.iter().flat_map(move |wanted| {
            let named = tags.iter().filter(move |(name, _)| name == wanted);
            named.map(move |(_, value)| (value.as_str(), *wanted))
        })
    };
    let first = |names| all(names).find_map(|(value, name)| SourcedValue::new(value, name));
    let is_address = |value: &str| SourcedValue::url(value, "").is_some();
    Metadata {
        title: first(TITLES),
        publisher: first(PUBLISHERS),
        author: all(AUTHORS)
            .filter(|(value, _)| !is_address(value))
            .find_map(|(value, name)| SourcedValue::new(value, name)),
        issued: first(DATES),
        url: all(ADDRESSES).find_map(|(value, name)| SourcedValue::url(value, name)),
        container: first(SITES),
        kind: all(&["govuk:format", "govuk:schema-name", "og:type"])
            .find_map(|(value, name)| SourcedValue::new(kind_of_tag(value)?, name)),
        accessed: None,
        is_mail: false,
    }
}

fn kind_of_tag(value: &str) -> Option<&'static str> {
    Some(match value {
        "speech" | "written_statement" | "oral_statement" | "authored_article" => "speech",
        "press_release" | "news_story" | "government_response" | "world_news_story" => "statement",
        "article" | "news_article" => "news",
        "correspondence" => "letter",
        "publication" | "policy_paper" | "research" => "report",
        _ => return None,
    })
}

fn from_elements(document: &Document, html: &str) -> Metadata {
    let first = |selector: &str| document.select(selector).nodes().first().copied();
    let attribute = |selector: &str, name: &str| first(selector).and_then(|node| node.attr(name));
    let canonical = attribute("link[rel=canonical]", "href")
        .and_then(|url| SourcedValue::url(&url, "link[rel=canonical]"));
    let saved = || SourcedValue::url(saved_from(html)?, "the browser that saved it");
    let date = [
        "time[itemprop=datePublished][datetime]",
        "time[pubdate][datetime]",
        "time.published[datetime]",
        "article time[datetime]",
        "main time[datetime]",
    ];
    let date = date.iter().find_map(|selector| attribute(selector, "datetime"));
    let author = first("[itemprop=author], a[rel=author]").map(|node| node.text());
    let title =
        page_title(document).and_then(|title| SourcedValue::new(&title, "the page’s title"));
    Metadata {
        title,
        author: author.and_then(|author| SourcedValue::new(&author, "the page’s author element")),
        issued: date.and_then(|date| SourcedValue::new(&date, "the page’s time element")),
        url: canonical.or_else(saved),
        ..Metadata::default()
    }
}

/// Returns the address that a browser notes in a page that it saves.
fn saved_from(html: &str) -> Option<&str> {
    let mut end = html.len().min(4096);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let after = html[..end].split_once("saved from url=(")?.1.split_once(')')?.1;
    after.split_once("-->").map(|(url, _)| url)
}

/// What JSON-LD says of the article on the page, or of the page itself.
fn json_ld(document: &Document) -> Metadata {
    /// The most objects that are looked at.
    const MOST: usize = 1000;
    let scripts = document.select("script[type='application/ld+json']");
    let values: Vec<Value> =
        scripts.nodes().iter().filter_map(|node| serde_json::from_str(&node.text()).ok()).collect();
    let mut objects: Vec<&Map<String, Value>> = Vec::new();
    let mut open: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values.iter().rev()),
            Value::Object(object) if objects.len() < MOST => {
                objects.push(object);
                open.extend(object.get("@graph"));
                open.extend(object.get("mainEntity"));
            }
            _ => {}
        }
    }
    let article = objects.iter().copied().find(|object| kind_of_object(object).is_some());
    article.map_or_else(Metadata::default, |object| from_object(object, &objects))
}

fn types(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let types = object.get("@type");
    let list = types.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    types.and_then(Value::as_str).into_iter().chain(list.iter().filter_map(Value::as_str))
}

fn kind_of_object(object: &Map<String, Value>) -> Option<&'static str> {
    types(object).find_map(|name| {
        Some(match name {
            "NewsArticle"
            | "ReportageNewsArticle"
            | "AnalysisNewsArticle"
            | "Article"
            | "BackgroundNewsArticle"
            | "OpinionNewsArticle"
            | "LiveBlogPosting" => "news",
            "BlogPosting" | "SocialMediaPosting" | "DiscussionForumPosting" => "post",
            "Report" | "ScholarlyArticle" | "TechArticle" => "report",
            "Legislation" => "law",
            "Interview" => "interview",
            "WebPage" | "AboutPage" | "FAQPage" => "webpage",
            _ => return None,
        })
    })
}

fn from_object(object: &Map<String, Value>, all: &[&Map<String, Value>]) -> Metadata {
    const ORIGIN: &str = "the page’s JSON-LD";
    let text = |name: &str| object.get(name).and_then(Value::as_str);
    let value = |text: &str| SourcedValue::new(text, ORIGIN);
    let named = |name: &str| object.get(name).map(|value| names(value, all)).unwrap_or_default();
    let url = text("url").or_else(|| text("@id"));
    let main = object.get("mainEntityOfPage");
    let main = main.and_then(|main| main.as_str().or_else(|| main.get("@id")?.as_str()));
    Metadata {
        title: text("headline").or_else(|| text("name")).and_then(value),
        publisher: value(&named("publisher")),
        author: value(&named("author")).or_else(|| value(&named("creator"))),
        issued: text("datePublished").and_then(value),
        url: main.into_iter().chain(url).find_map(|url| SourcedValue::url(url, ORIGIN)),
        container: value(&named("isPartOf")),
        kind: kind_of_object(object).and_then(value),
        accessed: None,
        is_mail: false,
    }
}

/// Returns the names of people or bodies: a name, an object, one that is described elsewhere, or several.
fn names(value: &Value, all: &[&Map<String, Value>]) -> String {
    let name = |value: &Value| {
        let own = value.as_str().or_else(|| value.get("name")?.as_str());
        let elsewhere = || {
            let id = value.get("@id")?;
            let object = all.iter().find(|o| o.get("@id") == Some(id) && o.contains_key("name"))?;
            object.get("name")?.as_str()
        };
        let is_address = |name: &str| SourcedValue::url(name, "").is_some();
        own.or_else(elsewhere).filter(|name| !is_address(name)).map(str::to_owned)
    };
    match value {
        Value::Array(values) => values.iter().filter_map(name).collect::<Vec<String>>().join(", "),
        value => name(value).unwrap_or_default(),
    }
}
