//! Setting a sheet into a PDF.

use super::Sheet;
use super::error::SheetError;
use crate::typesetting::{Template, pdf};

impl Sheet {
    /// Sets the sheet into a PDF.
    pub fn pdf(&self) -> Result<Vec<u8>, SheetError> {
        let data =
            serde_json::to_vec(self).map_err(|error| SheetError::Typesetting(error.to_string()))?;
        let set = pdf(Template::Sheet, data, &self.map, Some(&self.address));
        set.map_err(SheetError::Typesetting)
    }
}
