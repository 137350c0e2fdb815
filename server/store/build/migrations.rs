//! Lists the migrations: the files of a folder, by number.

use std::fmt::Write as _;
use std::path::Path;

/// The source of the list `MIGRATIONS`: version, name and SQL of each file, such
/// as `0001_change.sql`, in the order of their versions.
pub(crate) fn list(folder: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder)? {
        let path = file?.path().canonicalize()?;
        if path.extension().is_none_or(|extension| extension != "sql") {
            continue;
        }
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let parts = stem.and_then(|stem| stem.split_once('_'));
        let parts = parts.and_then(|(version, name)| Some((version.parse::<i64>().ok()?, name)));
        let (version, name) = parts.ok_or_else(|| {
            let path = path.display();
            format!("{path} is not called by a number and a name, such as 0001_change.sql")
        })?;
        found.push((version, name.to_owned(), path.clone()));
    }
    found.sort_unstable();
    let mut source = "const MIGRATIONS: &[(i64, &str, &str)] = &[\n".to_owned();
    for (version, name, path) in found {
        let path = path.to_str().ok_or("the path of a migration is not text")?;
        writeln!(source, "    ({version}, {name:?}, include_str!({path:?})),")?;
    }
    source.push_str("];\n");
    Ok(source)
}
