//! Web pages: their layouts, their encodings, and what they say about themselves.

use super::support::{PARAGRAPHS, TITLE, holds, imported, source_section, text};

fn paragraphs() -> String {
    PARAGRAPHS.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect()
}

/// A news page of today.
fn news(head: &str) -> String {
    let [first, rest @ ..] = PARAGRAPHS;
    let rest: String = rest.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=en><head><title>{TITLE} - Tidewater Gazette</title>{head}</head>
        <body><header><nav><ul><li><a href='/'>Home</a><li><a href='/n'>News</a></ul></nav></header>
        <main><article><h1>{TITLE}</h1><p>{first}</p>
        <figure><img src='a.jpg' alt='Boats'><figcaption>A ferry at dusk</figcaption></figure>
        {rest}
        <aside><h2>Read more</h2><p><a href='/x'>Night sailings have doubled</a></p></aside>
        </article></main>
        <footer><p>Copyright Tidewater Media. <a href='/c'>Contact us</a></p></footer>
        <script>var x = '<p>not text</p>';</script></body></html>"
    )
}

#[test]
fn a_news_page_gives_its_article() {
    let (_, said) = holds("page.html", news("<meta charset=utf-8>"));
    assert!(
        said.starts_with(
            "story.txt: 6 paragraphs of page.html; left out: navigation, page header, page footer, \
             1 aside, 1 caption, in all "
        ),
        "{said}"
    );
}

#[test]
fn a_page_of_tables_gives_its_article() {
    let rows: String =
        PARAGRAPHS.iter().map(|paragraph| format!("{paragraph}<br><br>\n")).collect();
    holds(
        "page.htm",
        format!(
            "<html><head><meta charset=utf-8><title>{TITLE}</title></head><body bgcolor=white>
            <table><tr><td width=120><a href=a>Home</a><br><a href=b>News</a></td>
            <td><font size=5>{TITLE}</font><br><br>\n{rows}</td></tr></table></body></html>"
        ),
    );
}

#[test]
fn a_page_of_divisions_and_inline_markup_gives_its_article() {
    let marked = |paragraph: &str| {
        paragraph
            .replace("Dana Vale", "<a href='/v'><b>D</b>ana <i>Vale</i></a>")
            .replace(" and ", "\n   and ")
    };
    let body: String = PARAGRAPHS
        .iter()
        .map(|paragraph| format!("<div class=para>{}</div>", marked(paragraph)))
        .collect();
    let page = format!(
        "<meta charset=utf-8><title>{TITLE}</title><div id=menu class=nav><a href=a>Home</a></div>
        <div id=content><h1>{TITLE}</h1><div class=story>{body}</div></div>
        <div class=footer><a href=c>Contact</a></div>"
    );
    holds("page.html", page);
}

#[test]
fn every_encoding_gives_the_same_letters() {
    let page = news("");
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&page);
    let declared = news("<meta charset=windows-1252>");
    let (declared, _, _) = encoding_rs::WINDOWS_1252.encode(&declared);
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: &[u8]| {
        [mark.to_vec(), page.encode_utf16().flat_map(bytes).collect()].concat()
    };
    for (bytes, remark) in [
        (page.clone().into_bytes(), ""),
        (format!("\u{feff}{page}").into_bytes(), ""),
        (windows.into_owned(), "; text was windows-1252, as far as it shows"),
        (declared.into_owned(), "; text was windows-1252\n"),
        (utf16(u16::to_le_bytes, b"\xff\xfe"), "; text was utf-16le\n"),
        (utf16(u16::to_be_bytes, b"\xfe\xff"), "; text was utf-16be\n"),
        (utf16(u16::to_le_bytes, b""), "; text was utf-16le\n"),
    ] {
        let (_, said) = holds("page.html", bytes);
        let account = said.lines().next().unwrap().to_owned() + "\n";
        assert_eq!(remark.is_empty(), !account.contains("text was"), "{account}");
        assert!(account.contains(remark), "{remark}: {account}");
    }
}

#[test]
fn the_whole_page_is_kept_if_that_is_wanted() {
    let (folder, said) = imported("page.html", news("<meta charset=utf-8>"), &["--whole-page"]);
    let whole = folder.read("story.txt");
    for words in ["Home\n", "A ferry at dusk\n", "Night sailings have doubled\n", "Contact us\n"] {
        assert!(whole.contains(words), "{words} in {whole}");
    }
    assert!(!whole.contains("not text"), "{whole}");
    assert!(said.starts_with("story.txt: 12 paragraphs of page.html\n"), "{said}");
}

#[test]
fn what_the_page_says_about_itself_is_in_the_brief_with_where_it_says_so() {
    let json_ld = r##"<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "The Gazette"},
        {"@type": ["NewsArticle"], "headline": "Board warns", "datePublished": "2026-02-09T08:00:00+00:00",
         "author": [{"@type": "Person", "name": "Eve Moss"}, {"name": "Al Roe"}], "publisher": {"@id": "#p"}},
        {"@id": "#p", "name": "Tidewater Media"}]}</script>
        <meta property="og:site_name" content="Tidewater Gazette">
        <meta property="og:title" content="Board warns!">
        <link rel="canonical" href="https://example.org/unlit">"##;
    let (folder, _) = holds("page.html", news(&format!("<meta charset=utf-8>{json_ld}")));
    let section = source_section(&folder);
    let section =
        section.lines().filter(|line| !line.starts_with("accessed: ")).collect::<Vec<_>>();
    assert_eq!(
        section,
        [
            "title: 'Board warns on unlit ferries'  # from the page’s heading",
            "publisher: 'Tidewater Media'  # from the page’s JSON-LD",
            "issued: 2026-02-09  # from the page’s JSON-LD",
            "type: news  # from the page’s JSON-LD",
            "author: 'Eve Moss, Al Roe'  # from the page’s JSON-LD",
            "container: 'Tidewater Gazette'  # from og:site_name",
            "url: 'https://example.org/unlit'  # from link[rel=canonical]",
            "text: 'story.txt'",
        ]
    );
    assert!(folder.read("story.yaml").contains("  # from the day the file was saved\n"));
}

#[test]
fn the_tags_of_a_government_page_are_known() {
    let head = "<meta charset=utf-8><meta name='govuk:primary-publishing-organisation' content='Department of Ports'>
        <meta name='govuk:first-published-at' content='2026-02-09T10:30:00.000+00:00'>
        <meta name='govuk:format' content='speech'><meta property='og:site_name' content='GOV.UK'>
        <meta property='og:url' content='https://example.org/speech'>";
    let (folder, _) = holds("page.html", news(head));
    let section = source_section(&folder);
    for line in [
        "publisher: 'Department of Ports'  # from govuk:primary-publishing-organisation\n",
        "issued: 2026-02-09  # from govuk:first-published-at\n",
        "type: speech  # from govuk:format\n",
        "container: 'GOV.UK'  # from og:site_name\n",
        "url: 'https://example.org/speech'  # from og:url\n",
    ] {
        assert!(section.contains(line), "{line} in {section}");
    }
}

#[test]
fn what_a_page_says_wrongly_is_left_to_be_filled_in() {
    let head = "<meta charset=utf-8><meta name=date content='last Tuesday'>
        <link rel=canonical href='javascript:alert(1)'><meta property=og:type content=website>
        <meta name=author content='https://example.org/eve'>
        <script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"author\": 7,</script>";
    let (folder, _) = holds("page.html", news(head));
    assert_eq!(
        source_section(&folder),
        "title: 'Board warns on unlit ferries'  # from the page’s heading\n\
         publisher: FILL IN      # who published it; unknown if the source does not say\n\
         text: 'story.txt'\n"
    );
    let yaml = folder.read("story.yaml");
    assert!(yaml.contains("  # date says: last Tuesday\n"), "{yaml}");
}

#[test]
fn the_address_of_a_page_that_a_browser_saved_is_known() {
    let page = format!(
        "<!DOCTYPE html>\n<!-- saved from url=(0025)https://example.org/saved -->\n<html>{}</html>",
        news("<meta charset=utf-8>")
    );
    let (folder, _) = imported("page.html", page, &[]);
    let url = "url: 'https://example.org/saved'  # from the browser that saved it\n";
    assert!(source_section(&folder).contains(url));
}

#[test]
fn a_page_without_an_article_is_kept_whole() {
    let (folder, _) = imported("page.html", "<title>x</title><p>We act.</p>", &[]);
    assert_eq!(folder.read("story.txt"), "We act.\n");
}

#[test]
fn a_page_that_is_nested_too_deeply_is_refused() {
    let folder = crate::support::library::Folder::new();
    let nested = |levels: usize| {
        format!("{}{}{}", "<div>".repeat(levels), paragraphs(), "</div>".repeat(levels))
    };
    folder.write("deep.html", nested(100_000));
    assert_eq!(
        folder.run(&["import", "deep.html"]).refused(),
        "topline: deep.html has elements in more than 256 levels; open it in a browser, and save it as text\n"
    );
    folder.write("less.html", nested(200));
    folder.run(&["import", "less.html"]).said();
    assert!(folder.read("less.txt").contains(PARAGRAPHS[1]), "{}", text());
}

#[test]
fn a_heading_about_an_authority_is_no_byline_and_stays() {
    let words =
        "“We let the routine slip,” said Tobias Renn, chief executive of the Ports Authority.";
    for heading in [
        "<h2 id='what-the-authority-says'>What the Authority says</h2>",
        "<h2 class='authority'>What the Authority says</h2>",
        "<div class='author'><h2>What the Authority says</h2></div>",
        "<p><b id='authority'>What the Authority says</b></p>",
    ] {
        for above in ["", "<p>The Ports Authority owns eleven harbours in the district.</p>"] {
            let page = format!(
                "<!DOCTYPE html><meta charset=utf-8><title>Harbours</title><article><h1>Harbours</h1>{above}\
                 {heading}<p>{words}</p></article>"
            );
            let (folder, _) = imported("page.html", page, &[]);
            let saved = folder.read("story.txt");
            assert!(saved.contains("\nWhat the Authority says\n"), "{heading}: {saved}");
            assert!(!source_section(&folder).contains("from the page’s byline"), "{heading}");
        }
    }
}

#[test]
fn a_byline_stays_in_the_text_unless_it_stands_before_it() {
    let byline = "<p class='article-author'>By Eve Moss</p>";
    let body = paragraphs();
    for (page, stays) in [(format!("{byline}{body}"), false), (format!("{body}{byline}"), true)] {
        let page = format!(
            "<!DOCTYPE html><meta charset=utf-8><title>{TITLE}</title><article><h1>{TITLE}</h1>{page}</article>"
        );
        let (folder, _) = imported("page.html", page, &[]);
        assert_eq!(folder.read("story.txt").contains("By Eve Moss"), stays);
        let section = source_section(&folder);
        assert!(section.contains("author: 'Eve Moss'  # from the page’s byline\n"), "{section}");
    }
}

#[test]
fn the_standfirst_beneath_the_headline_is_kept() {
    let page = news("<meta charset=utf-8>").replace(
        &format!("<h1>{TITLE}</h1>"),
        &format!(
            "<header><h1>{TITLE}</h1><p class=standfirst>Inspectors have found 31 boats without a light.</p></header>"
        ),
    );
    let (folder, _) = imported("page.html", page, &[]);
    let standfirst = format!("{TITLE}\n\nInspectors have found 31 boats without a light.\n\n");
    assert_eq!(folder.read("story.txt"), text().replace(&format!("{TITLE}\n\n"), &standfirst));
}
