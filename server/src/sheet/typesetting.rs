//! Setting a sheet with Typst, into a PDF that is tagged and accessible
//! (PDF/UA-1), with the fonts of the client embedded.

use std::sync::LazyLock;

use typst::World;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::Sheet;
use super::error::SheetError;

const TEMPLATE: &str = include_str!("sheet.typ");
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
];

/// What is the same for every sheet.
struct Typesetter {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
    map: FileId,
}

static PRESS: LazyLock<Typesetter> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS
        .into_iter()
        .flat_map(|font| Font::iter(Bytes::new(font)))
        .collect();
    Typesetter {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(file("sheet.typ"), TEMPLATE.to_owned()),
        data: file("data.json"),
        map: file("map.svg"),
    }
});

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain file name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One sheet on the press: the template may read its data and its map, and
/// nothing else.
struct TypesettingJob {
    data: Bytes,
    map: Bytes,
}

impl World for TypesettingJob {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        PRESS.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == PRESS.template.id() {
            Ok(PRESS.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == PRESS.data => Ok(self.data.clone()),
            id if id == PRESS.map => Ok(self.map.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        // A sheet says the date that it is about.
        None
    }
}

impl Sheet {
    /// Sets the sheet into a PDF.
    pub fn pdf(&self) -> Result<Vec<u8>, SheetError> {
        let data =
            serde_json::to_vec(self).map_err(|error| SheetError::Typesetting(error.to_string()))?;
        let run = TypesettingJob {
            data: Bytes::new(data),
            map: Bytes::new(self.map.clone().into_bytes()),
        };
        let document = typst::compile::<PagedDocument>(&run)
            .output
            .map_err(|errors| told(&errors))?;
        let standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|error| SheetError::Typesetting(format!("{error:?}")))?;
        let options = PdfOptions {
            ident: Smart::Custom(self.address.clone()),
            creator: Smart::Custom(Some("Dekkingskaart".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| told(&errors));
        // What is remembered of one sheet is of little use for the next.
        typst::comemo::evict(0);
        pdf
    }
}

fn told(errors: &[SourceDiagnostic]) -> SheetError {
    let texts: Vec<_> = errors
        .iter()
        .map(|error| error.message.to_string())
        .collect();
    SheetError::Typesetting(texts.join("; "))
}
