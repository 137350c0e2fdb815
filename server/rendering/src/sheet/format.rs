//! As what a sheet can be had.

use super::Sheet;
use super::error::SheetError;
use domain::places::name_key::fold;

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For reading and printing: tagged, PDF/UA-1.
    Pdf,
    /// For editing: Office Open XML.
    Docx,
}

impl Format {
    const ALL: [Self; 2] = [Self::Pdf, Self::Docx];

    /// What stands behind the dot of a file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    /// The format with this extension.
    #[must_use]
    pub fn find(extension: &str) -> Option<Self> {
        let mut formats = Self::ALL.into_iter();
        formats.find(|format| format.extension() == extension)
    }
}

impl Sheet {
    /// Sets the sheet into a file of this format.
    pub fn set(&self, format: Format) -> Result<Vec<u8>, SheetError> {
        match format {
            Format::Pdf => self.pdf(),
            Format::Docx => self.docx(),
        }
    }

    /// A name for its file, in plain ASCII: `GM0518-s-gravenhage.pdf`.
    #[must_use]
    pub fn file_name(&self, format: Format) -> String {
        let id = self.address.trim_start_matches("/sheet/");
        let name = fold(&self.name);
        let plain: String = format!("{id}-{name}")
            .chars()
            .filter_map(|c| match c {
                ' ' | '/' => Some('-'),
                c => (c.is_ascii_alphanumeric() || c == '-').then_some(c),
            })
            .collect();
        format!("{plain}.{}", format.extension())
    }
}
