//! The rows of the shipped lists.

/// The cells of the rows of a shipped file; a name with a comma in it is two of
/// them, which does not matter to what is read here.
pub(super) fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = file.lines().skip(1);
    lines.map(|line| line.trim_end().split(',').collect())
}
