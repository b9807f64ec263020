//! The source of the crate as tokens, for the tests that hold it to its own rules.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use walkdir::WalkDir;

/// One file of `src`.
pub struct Source {
    /// Its path in `src`, without `.rs` and `/mod.rs`.
    pub part: String,
    pub tokens: Vec<TokenTree>,
}

/// What a path in the code leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Import {
    /// An item of this crate, by the modules that lead to it from the top: `brief`, `id`, `Id`.
    Own(Vec<String>),
    /// Another crate, or whatever else a path begins with.
    Other(String),
}

/// A type that is declared in a module.
pub struct Declared {
    pub name: String,
    pub line: usize,
}

/// A function with a body.
pub struct Function {
    pub name: String,
    pub line: usize,
    /// The lines of its body that have code.
    pub lines: usize,
}

/// Returns every file of `src`, in the order of their paths.
pub fn sources() -> Vec<Source> {
    let src = root().join("src");
    let files = WalkDir::new(&src).sort_by_file_name().into_iter().map(Result::unwrap);
    files
        .filter(|file| file.path().extension().is_some_and(|end| end == "rs"))
        .map(|file| {
            let part = file.path().strip_prefix(&src).unwrap().with_extension("");
            let part = part.to_str().unwrap().replace('\\', "/");
            let code: TokenStream = fs::read_to_string(file.path()).unwrap().parse().unwrap();
            Source::new(part.trim_end_matches("/mod"), code)
        })
        .collect()
}

/// Returns the folder of the crate.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Source {
    pub fn new(part: &str, code: TokenStream) -> Self {
        Self { part: part.to_owned(), tokens: code.into_iter().collect() }
    }

    /// The layer that the file is in; `main` is the program, `cli` included.
    pub fn layer(&self) -> &str {
        match self.part.split('/').next().unwrap() {
            "cli" | "lib" => "main",
            layer => layer,
        }
    }

    /// The room of its layer that the file is in; none for the file that is the layer itself.
    pub fn room(&self) -> Option<&str> {
        self.part.split('/').nth(1)
    }

    /// Whether the file is `owner`, or lies in that folder.
    pub fn is_part_of(&self, owner: &str) -> bool {
        Path::new(&self.part).starts_with(owner)
    }

    /// Returns what the code imports, with the lines. Macros and attributes are code too; comments
    /// and strings are not.
    pub fn imports(&self) -> Vec<(usize, Import)> {
        let mut module: Vec<String> = self.part.split('/').map(str::to_owned).collect();
        if self.part == "lib" {
            module.clear();
        }
        let mut found = Vec::new();
        find_imports(&self.tokens, &mut module, &mut found);
        found
    }

    /// Returns the structs, enums, unions, traits and type aliases that are declared in a module and
    /// seen outside it. Those of tests and the associated types do not count.
    pub fn public_types(&self) -> Vec<Declared> {
        let mut found = Vec::new();
        find_types(&self.tokens, &mut found);
        found
    }

    /// Returns every function with a body, those of tests excepted.
    pub fn functions(&self) -> Vec<Function> {
        let mut found = Vec::new();
        find_functions(&self.tokens, &mut found);
        found
    }

    /// Counts the lines that have code. Blank lines, comments and tests do not count.
    pub fn lines_of_code(&self) -> usize {
        lines_of_code(&self.tokens)
    }
}

fn find_imports(tokens: &[TokenTree], module: &mut Vec<String>, found: &mut Vec<(usize, Import)>) {
    for (i, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                let inner = inline_module(tokens, i);
                module.extend(inner.clone());
                find_imports(&inside(group), module, found);
                module.truncate(module.len() - usize::from(inner.is_some()));
            }
            TokenTree::Ident(name) if is_path_head(tokens, i) => {
                let line = name.span().start().line;
                let rest = &tokens[i + 1..];
                let from = match name.to_string().as_str() {
                    "crate" => Vec::new(),
                    "self" => module.clone(),
                    "super" => parent(module),
                    name => {
                        found.push((line, Import::Other(name.to_owned())));
                        continue;
                    }
                };
                let mut paths = Vec::new();
                follow(rest, from, &mut paths);
                found.extend(paths.into_iter().map(|path| (line, Import::Own(path))));
            }
            _ => {}
        }
    }
}

/// Whether a path begins at `i`: `name::…`, or the whole of `use name`.
fn is_path_head(tokens: &[TokenTree], i: usize) -> bool {
    let used = i > 0 && is_word(&tokens[i - 1], "use");
    let continues = is_colon(tokens.get(i + 1)) && is_colon(tokens.get(i + 2));
    let within = i > 1 && is_colon(tokens.get(i - 1)) && is_colon(tokens.get(i - 2));
    (used || continues) && !within
}

/// Follows a path that has come to the module `from` as far as it goes, and into its branches.
fn follow(rest: &[TokenTree], from: Vec<String>, found: &mut Vec<Vec<String>>) {
    match rest {
        [a, b, TokenTree::Ident(name), rest @ ..] if is_colon(Some(a)) && is_colon(Some(b)) => {
            follow(rest, step(from, &name.to_string()), found);
        }
        [a, b, TokenTree::Group(group), ..]
            if is_colon(Some(a)) && is_colon(Some(b)) && group.delimiter() == Delimiter::Brace =>
        {
            for branch in inside(group).split(|token| is_mark(token, ',')) {
                if let Some((TokenTree::Ident(name), rest)) = branch.split_first() {
                    follow(rest, step(from.clone(), &name.to_string()), found);
                }
            }
        }
        _ => found.push(from),
    }
}

fn step(mut path: Vec<String>, name: &str) -> Vec<String> {
    match name {
        "self" => path,
        "super" => parent(&path),
        name => {
            path.push(name.to_owned());
            path
        }
    }
}

fn parent(module: &[String]) -> Vec<String> {
    module.split_last().map(|(_, parents)| parents.to_vec()).unwrap_or_default()
}

fn find_types(tokens: &[TokenTree], found: &mut Vec<Declared>) {
    const KINDS: [&str; 5] = ["struct", "enum", "union", "trait", "type"];
    for (i, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if !is_test(tokens, i) => {
                let is_module = inline_module(tokens, i).is_some();
                if is_module || i > 1 && is_mark(&tokens[i - 1], '!') {
                    find_types(&inside(group), found);
                }
            }
            TokenTree::Ident(word) if word == "pub" => {
                let mut rest = &tokens[i + 1..];
                if let [TokenTree::Group(_), after @ ..] = rest {
                    rest = after;
                }
                if let [TokenTree::Ident(kind), TokenTree::Ident(name), ..] = rest
                    && KINDS.iter().any(|known| kind == known)
                {
                    let line = name.span().start().line;
                    found.push(Declared { name: name.to_string(), line });
                }
            }
            _ => {}
        }
    }
}

fn find_functions(tokens: &[TokenTree], found: &mut Vec<Function>) {
    for (i, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if !is_test(tokens, i) => {
                find_functions(&inside(group), found);
            }
            TokenTree::Ident(word) if word == "fn" => {
                let Some(TokenTree::Ident(name)) = tokens.get(i + 1) else { continue };
                let mut rest = tokens[i + 1..].iter().take_while(|token| !is_mark(token, ';'));
                let body = rest.find_map(brace);
                found.extend(body.map(|body| Function {
                    name: name.to_string(),
                    line: name.span().start().line,
                    lines: lines_of_code(&inside(body)),
                }));
            }
            _ => {}
        }
    }
}

fn lines_of_code(tokens: &[TokenTree]) -> usize {
    let mut lines = BTreeSet::new();
    find_lines(tokens, &mut lines);
    lines.len()
}

fn find_lines(tokens: &[TokenTree], lines: &mut BTreeSet<usize>) {
    for (i, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(_) if is_test(tokens, i) || is_doc(tokens, i) => {}
            TokenTree::Group(group) => {
                lines.insert(group.span_open().start().line);
                lines.insert(group.span_close().end().line);
                find_lines(&inside(group), lines);
            }
            TokenTree::Punct(_) if is_doc(tokens, i + 1) || is_inner_doc(tokens, i) => {}
            token => lines.extend(token.span().start().line..=token.span().end().line),
        }
    }
}

/// The name of the module whose body is the group at `i`: `mod name { … }`.
fn inline_module(tokens: &[TokenTree], i: usize) -> Option<String> {
    let TokenTree::Ident(name) = tokens.get(i.checked_sub(1)?)? else { return None };
    (brace(&tokens[i]).is_some() && is_word(tokens.get(i.checked_sub(2)?)?, "mod"))
        .then(|| name.to_string())
}

/// Whether the group at `i` is the body of a module of tests: `#[cfg(test)] mod tests { … }`.
fn is_test(tokens: &[TokenTree], i: usize) -> bool {
    let attribute = i.checked_sub(3).and_then(|before| tokens.get(before));
    inline_module(tokens, i).is_some()
        && attribute.is_some_and(|token| token.to_string().replace(' ', "") == "[cfg(test)]")
}

/// Whether the group at `i` is what a comment of documentation becomes: `[doc = "…"]`.
fn is_doc(tokens: &[TokenTree], i: usize) -> bool {
    let Some(TokenTree::Group(group)) = tokens.get(i) else { return false };
    group.delimiter() == Delimiter::Bracket
        && matches!(inside(group).as_slice(), [word, equals, TokenTree::Literal(_)]
            if is_word(word, "doc") && is_mark(equals, '='))
}

/// Whether `#!` before such a group begins at `i`.
fn is_inner_doc(tokens: &[TokenTree], i: usize) -> bool {
    is_mark(&tokens[i], '#') && is_doc(tokens, i + 2)
}

fn inside(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

fn brace(token: &TokenTree) -> Option<&Group> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group),
        _ => None,
    }
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    token.is_some_and(|token| is_mark(token, ':'))
}

fn is_mark(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(mark) if mark.as_char() == character)
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(name) if name == word)
}
