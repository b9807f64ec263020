//! GitHub’s workflow commands, which show each problem beside its line in a change:
//! `::error file=…,line=…,col=…::message`
//! (docs.github.com, "Workflow commands for GitHub Actions").

use std::io::{self, Write};

use super::diagnostics::Diagnostics;

/// Writes one command for each problem.
pub fn write(diagnostics: &Diagnostics<'_>, out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in &diagnostics.list {
        let place = &diagnostic.place;
        writeln!(
            out,
            "::{} file={},line={},endLine={},col={},endColumn={},title={}::{}",
            diagnostic.severity_word(),
            property(&diagnostic.entry.origin.to_string()),
            place.line,
            place.end_line,
            place.column,
            place.end_column,
            diagnostic.problem.rule,
            data(&diagnostic.whole_message()),
        )?;
    }
    Ok(())
}

/// Escapes the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command, which also ends at a colon or a comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_would_end_a_property_or_a_message() {
        assert_eq!(property("C:\\a, b 100%.yaml"), "C%3A\\a%2C b 100%25.yaml");
        assert_eq!(data("a: b\n50%"), "a: b%0A50%25");
    }
}
