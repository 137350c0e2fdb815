//! The public telephone numbers of those who coordinate care, by the name of the
//! organisation. Numbers of people are no part of it.

use std::collections::HashMap;
use std::sync::OnceLock;

fn phones() -> &'static HashMap<String, String> {
    static PHONES: OnceLock<HashMap<String, String>> = OnceLock::new();
    PHONES.get_or_init(|| {
        let rows = csv::Reader::from_reader(geodata::data::PHONES.as_bytes()).into_deserialize();
        // The file is part of the program; a test reads every row.
        rows.filter_map(Result::ok)
            .map(|(organisation, phone, _): (String, String, String)| (organisation, phone))
            .collect()
    })
}

/// The public number of an organisation, as it is written in the Netherlands.
#[must_use]
pub fn find_phone(organisation: &str) -> Option<&'static str> {
    phones().get(organisation).map(String::as_str)
}

/// The address by which a program dials a Dutch number.
#[must_use]
pub fn dial(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    format!("tel:+31{}", digits.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_one_of_a_desk_that_coordinates_care_somewhere() {
        let arrangements = geodata::data::PUBLIC_RECORDS.arrangements;
        let rows = csv::Reader::from_reader(geodata::data::PHONES.as_bytes()).into_deserialize();
        let rows: Vec<(String, String, String)> = rows.map(Result::unwrap).collect();
        assert_eq!(rows.len(), phones().len());
        for (organisation, phone, source) in rows {
            assert!(arrangements.contains(&organisation), "{organisation}");
            assert_eq!(dial(&phone).len(), "tel:+31334481186".len(), "{phone}");
            // A mobile telephone is somebody's own.
            assert!(!phone.starts_with("06"), "{phone}");
            assert!(source.starts_with("https://"), "{source}");
        }
        assert_eq!(find_phone("Moviera"), Some("088 374 47 44"));
        assert_eq!(find_phone("niemand"), None);
    }
}
