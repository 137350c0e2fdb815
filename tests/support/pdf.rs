//! What a PDF says, and whether it is accessible.

use lopdf::{Dictionary, Document, Object};

/// A PDF that was read.
pub struct Pdf {
    document: Document,
    /// For messages.
    name: String,
}

impl Pdf {
    /// Reads a PDF; the name is for messages.
    pub fn read(bytes: &[u8], name: &str) -> Self {
        Self {
            document: Document::load_mem(bytes).unwrap_or_else(|error| panic!("{name}: {error}")),
            name: name.to_owned(),
        }
    }

    /// The number of pages.
    pub fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// The letters of a page, counted from 1.
    pub fn text_of_page(&self, page: usize) -> String {
        let page = u32::try_from(page).unwrap();
        letters(&self.document.extract_text(&[page]).unwrap())
    }

    /// Its letters, as they can be selected: words may be set apart by
    /// kerning, and an apostrophe may be a typographic one.
    pub fn text(&self) -> String {
        let pages: Vec<u32> = self.document.get_pages().keys().copied().collect();
        letters(&self.document.extract_text(&pages).unwrap())
    }

    /// Checks that it says to be PDF/UA-1, is tagged and in Dutch, and that
    /// every font is embedded.
    pub fn check_accessible(&self) {
        let Self { document, name } = self;
        let catalog = document.catalog().unwrap();
        let marked = document.get_dict_in_dict(catalog, b"MarkInfo").unwrap();
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap(), "{name}");
        assert!(catalog.has(b"StructTreeRoot"), "{name}");
        let metadata =
            document.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap());
        let metadata = metadata
            .unwrap()
            .as_stream()
            .unwrap()
            .get_plain_content()
            .unwrap();
        let claim = b"<pdfuaid:part>1<";
        assert!(
            metadata.windows(claim.len()).any(|text| text == claim),
            "{name}"
        );
        let language = catalog.get(b"Lang").unwrap().as_str().unwrap();
        assert!(language.starts_with(b"nl"), "{name}");
        let fonts = self.of_type(b"FontDescriptor");
        assert!(!fonts.is_empty(), "{name}");
        for font in fonts {
            let embedded = font.has(b"FontFile2") || font.has(b"FontFile3");
            assert!(embedded, "{name}: a font is not embedded");
        }
        for font in self.of_type(b"Font") {
            let described = font.has(b"FontDescriptor") || font.has(b"DescendantFonts");
            assert!(described, "{name}: a font is the reader's");
        }
    }

    fn of_type(&self, wanted: &[u8]) -> Vec<&Dictionary> {
        let objects = self.document.objects.values();
        objects
            .filter_map(|object| object.as_dict().ok())
            .filter(|dict| matches!(dict.get(b"Type"), Ok(Object::Name(kind)) if kind == wanted))
            .collect()
    }
}

/// Whether letters of [`Pdf::text`] hold these words.
pub fn has(text: &str, words: &str) -> bool {
    text.contains(&letters(words))
}

/// A text without spaces and with one kind of apostrophe.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| if letter == '’' { '\'' } else { letter })
        .collect()
}
