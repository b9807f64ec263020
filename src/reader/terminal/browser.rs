//! Web addresses: opened by the system's own program for them, without a shell.

use std::env;
use std::process::{Command, Stdio};

use crate::text::{Text, without_words};

/// Opens `url` with the program that the system has for it, and reports the outcome. If there is no
/// display, reports the address. This may take until the browser is closed.
pub fn open(url: &str, report: impl Fn(Text)) {
    if !is_web(url) {
        return report(format!("topline opens only http and https addresses, not {url}").into());
    }
    let shown = without_words(url);
    let Some((program, arguments)) = opener() else {
        return report(format!("no display is available, so {shown} was not opened").into());
    };
    let mut command = Command::new(program);
    command
        .args(arguments)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // The browser may well outlive the reader and its terminal.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    match command.spawn() {
        Ok(mut child) => {
            report(format!("opened with {program}: {shown}").into());
            if !child.wait().is_ok_and(|status| status.success()) {
                report(format!("{program} could not open {shown}").into());
            }
        }
        Err(_) => report(format!("{program} is not installed, so {shown} was not opened").into()),
    }
}

fn is_web(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| scheme == "http" || scheme == "https")
}

/// Returns the program that opens addresses, and what comes before the address.
fn opener() -> Option<(&'static str, &'static [&'static str])> {
    let is_set = |variable| env::var_os(variable).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "macos") {
        Some(("open", &[]))
    } else if cfg!(windows) {
        Some(("rundll32", &["url.dll,FileProtocolHandler"]))
    } else if is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") {
        Some(("xdg-open", &[]))
    } else if is_set("WSL_DISTRO_NAME") {
        Some(("wslview", &[]))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[test]
    fn opens_nothing_but_web_addresses() {
        for url in ["file:///etc/passwd", "javascript:alert(1)", "--help", "ftp://example.org"] {
            let told = RefCell::new(Vec::new());
            open(url, |text| told.borrow_mut().push(text.to_string()));
            assert_eq!(
                told.into_inner(),
                [format!("topline opens only http and https addresses, not {url}")]
            );
        }
    }
}
