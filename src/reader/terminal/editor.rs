//! The user's editor: what `$VISUAL` names, else `$EDITOR`, at a line.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};

use crate::text::Text;

/// Runs the editor on `file` at `line`, counted from 1, and waits for its end.
///
/// # Errors
///
/// Says why no editor ran, or that it failed.
pub fn run(file: &Path, line: usize) -> Result<(), Text> {
    let (variable, editor) = named()?;
    let words = words(&editor)
        .ok_or_else(|| format!("${variable} has an unclosed quotation mark: {editor}"))?;
    let Some((program, arguments)) = words.split_first() else {
        return Err(format!("${variable} does not name a program: {editor}").into());
    };
    let mut command = Command::new(program);
    command.args(arguments).args(at_line(program, file, line));
    match status(command) {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} failed: {status}").into()),
        Err(error) => Err(format!("cannot run {program}, named by ${variable}: {error}").into()),
    }
}

/// Runs the editor and waits for its end.
#[cfg(unix)]
fn status(mut command: Command) -> io::Result<ExitStatus> {
    super::unix::take_keys(&mut command);
    super::unix::status(&mut command)
}

/// Runs the editor and waits for its end.
#[cfg(not(unix))]
fn status(mut command: Command) -> io::Result<ExitStatus> {
    command.status()
}

/// Returns the variable that names the editor, and what it says.
fn named() -> Result<(&'static str, String), Text> {
    let value = |variable| {
        Some((variable, env::var(variable).ok().filter(|value| !value.trim().is_empty())?))
    };
    let none = "no editor is set: set $VISUAL or $EDITOR, for example export EDITOR=nano";
    value("VISUAL").or_else(|| value("EDITOR")).ok_or_else(|| none.into())
}

/// Splits a command line into words, as a shell would; gives nothing if a quotation mark is not
/// closed.
fn words(line: &str) -> Option<Vec<String>> {
    shlex::split(line)
}

/// Returns the arguments that open `file` at `line`, in the manner of `program`; of one that is not
/// known, the file alone.
fn at_line(program: &str, file: &Path, line: usize) -> Vec<OsString> {
    // A file's name is never taken for an option: it begins with a folder.
    let file = if file.is_absolute() { file.to_path_buf() } else { Path::new(".").join(file) };
    let name = Path::new(program).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let plus = || OsString::from(format!("+{line}"));
    let colon = || {
        let mut argument = file.clone().into_os_string();
        argument.push(format!(":{line}"));
        argument
    };
    match name.as_str() {
        "vi" | "vim" | "nvim" | "view" | "gvim" | "vimx" | "nano" | "pico" | "emacs"
        | "emacsclient" | "kak" | "kakoune" | "micro" | "joe" | "jed" | "mg" | "ne" => {
            vec![plus(), file.into()]
        }
        "hx" | "helix" | "subl" | "sublime_text" | "zed" | "zeditor" => vec![colon()],
        "code" | "code-insiders" | "codium" | "vscodium" => vec!["--goto".into(), colon()],
        _ => vec![file.into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_opens(program: &str, expected: &[&str]) {
        let arguments: Vec<_> = at_line(program, Path::new("/b/a b.yaml"), 12)
            .into_iter()
            .map(|it| it.into_string().unwrap())
            .collect();
        assert_eq!(arguments, expected, "{program}");
    }

    #[test]
    fn opens_the_editors_in_use_at_the_line() {
        for editor in [
            "vi",
            "vim",
            "/usr/bin/nvim",
            "nano",
            "emacs",
            "emacsclient",
            "micro",
            "kak",
            "vim.exe",
        ] {
            assert_opens(editor, &["+12", "/b/a b.yaml"]);
        }
        for editor in ["hx", "helix", "subl", "zed", "/opt/Zed/zeditor"] {
            assert_opens(editor, &["/b/a b.yaml:12"]);
        }
        assert_opens("code", &["--goto", "/b/a b.yaml:12"]);
        assert_opens("codium", &["--goto", "/b/a b.yaml:12"]);
        assert_opens("ed", &["/b/a b.yaml"]);
    }

    #[test]
    fn takes_no_file_for_an_option() {
        assert_eq!(at_line("ed", Path::new("-x.yaml"), 1), ["./-x.yaml"]);
        assert_eq!(at_line("vi", Path::new("+x.yaml"), 1), ["+1", "./+x.yaml"]);
    }

    #[test]
    fn splits_as_a_shell_would() {
        assert_eq!(
            words("emacs -nw --eval '(setq x 1)'").unwrap(),
            ["emacs", "-nw", "--eval", "(setq x 1)"]
        );
        assert_eq!(words(r#""/opt/My Editor/ed" -w"#).unwrap(), ["/opt/My Editor/ed", "-w"]);
        assert_eq!(words("vim 'x"), None);
    }
}
