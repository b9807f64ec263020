//! Finds the file that was meant by a name that no file has.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::text::{Text, UnknownWord};

/// Of a folder with more sources no more are looked at: much would be alike.
const MOST_FILES: usize = 1_000;

/// What is in the folders that were asked for, each read once.
#[derive(Debug, Default)]
pub struct FolderNames {
    by_folder: Mutex<HashMap<PathBuf, Arc<Vec<String>>>>,
}

impl FolderNames {
    /// Returns the path of a file in one of `folders` whose name is most like `path`: the same but for
    /// capitals, or spelt alike. Briefs are no sources.
    pub fn nearest(&self, path: &str, folders: &[PathBuf]) -> Option<String> {
        folders.iter().find_map(|folder| self.nearest_in(path, folder))
    }

    fn nearest_in(&self, path: &str, folder: &Path) -> Option<String> {
        let Some((below, rest)) = path.split_once('/') else {
            let name = near(path, &self.names(folder))?;
            return folder.join(&name).is_file().then_some(name);
        };
        let below = near(below, &self.names(folder))?;
        let rest = self.nearest_in(rest, &folder.join(&below))?;
        Some(format!("{below}/{rest}"))
    }

    /// Returns the names of what is in `folder`, in order, without briefs and what cannot be typed.
    fn names(&self, folder: &Path) -> Arc<Vec<String>> {
        let mut known = self.by_folder.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(names) = known.get(folder) {
            return Arc::clone(names);
        }
        let entries = folder.read_dir().into_iter().flatten().filter_map(Result::ok);
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let meant = names.filter(|name| !is_brief(name) && Text::new(name).as_str() == name);
        let mut names: Vec<String> = meant.take(MOST_FILES).collect();
        names.sort();
        let names = Arc::new(names);
        known.insert(folder.to_path_buf(), Arc::clone(&names));
        names
    }
}

/// Returns the one of `names` that is most like `name`; one in other capitals before all others.
fn near(name: &str, names: &[String]) -> Option<String> {
    let lower = name.to_lowercase();
    let same = names.iter().find(|known| *known == name);
    if let Some(same) = same.or_else(|| names.iter().find(|known| known.to_lowercase() == lower)) {
        return Some(same.clone());
    }
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    UnknownWord::new("", name, &known).nearest().map(str::to_owned)
}

fn is_brief(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ["yaml", "yml", "json", "lock"].contains(&ending))
}
