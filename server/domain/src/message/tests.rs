use std::collections::HashSet;

use super::*;

#[test]
fn every_message_has_a_text_with_its_arguments_in_both_languages() {
    for message in Message::examples() {
        for language in [Language::English, Language::Dutch] {
            let text = message.text(language);
            let code = message.code();
            assert!(!text.is_empty() && text != code, "{code}: {text}");
            assert!(
                !text.contains('{') && !text.contains('\u{1e}'),
                "{code}: {text}"
            );
            assert!(
                !text.contains('\u{1f}'),
                "{code}: write a list with COMMAS, AND or OR"
            );
        }
        assert_ne!(
            message.text(Language::English).trim_matches('`'),
            "",
            "{}",
            message.code()
        );
    }
}

#[test]
fn every_code_is_that_of_one_message() {
    let codes: Vec<_> = Message::codes().collect();
    let once: HashSet<_> = codes.iter().collect();
    assert_eq!(once.len(), codes.len());
    let told: Vec<_> = Message::examples().iter().map(Message::code).collect();
    assert_eq!(told, codes);
}

#[test]
fn a_message_goes_on_record_and_comes_back() {
    for message in Message::examples() {
        let kept = serde_json::to_string(&message).unwrap();
        let read: Message = serde_json::from_str(&kept).unwrap();
        assert_eq!(read, message, "{kept}");
    }
}

#[test]
fn what_an_earlier_or_a_later_version_wrote_is_shown_as_it_is_written() {
    for kept in [
        r#""the file is empty""#,
        r#"{"code":"NO_LONGER_SAID","arguments":{"a":1},"what":"the file is empty"}"#,
        r#"{"code":"READ_AS","arguments":{},"what":"the file is empty"}"#,
    ] {
        let read: Message = serde_json::from_str(kept).unwrap();
        assert_eq!(read.to_string(), "the file is empty");
        assert_eq!(read.code(), "AS_WRITTEN");
    }
}

#[test]
fn each_language_writes_dates_numbers_and_lists_in_its_own_way() {
    let ended = PlaceMessage::CodeSplit {
        code: "GM0788".parse().unwrap(),
        name: "Haaren".to_owned(),
        ended: jiff::civil::date(2021, 1, 1),
        parts: ["Boxtel", "Vught", "Oisterwijk"].into_iter().collect(),
    };
    let ended = Message::from(ended);
    assert_eq!(
        ended.to_string(),
        "`GM0788` (Haaren) ended on 2021-01-01 and was split; write one of Boxtel, Vught or Oisterwijk"
    );
    assert_eq!(
        ended.text(Language::Dutch),
        "Haaren (GM0788) is op 1 januari 2021 verdeeld; kies een van Boxtel, Vught of Oisterwijk"
    );
    let count = 12_345;
    let lines = List::first(2, [2, 5, 7].into_iter());
    let same = Message::from(FileMessage::RowsSame { count, lines });
    assert_eq!(
        same.to_string(),
        "12345 rows say the same as one above them and are passed over: lines 2, 5 and 1 more"
    );
    assert_eq!(
        same.text(Language::Dutch),
        "12.345 regels zeggen hetzelfde als een regel erboven en zijn overgeslagen: regels 2, 5 en 1 andere"
    );
}

#[test]
fn number_and_noun_agree() {
    for (count, english, dutch) in [
        (
            1,
            "one row about the country, a province or another region is passed over: line 2",
            "één regel over het land, een provincie of een ander gebied is overgeslagen: regel 2",
        ),
        (
            2,
            "2 rows about the country, provinces or other regions are passed over: lines 2, 3",
            "2 regels over het land, provincies of andere gebieden zijn overgeslagen: regels 2, 3",
        ),
    ] {
        let lines = (2..2 + count).collect();
        let message = Message::from(FileMessage::RowsWider { count, lines });
        assert_eq!(message.to_string(), english);
        assert_eq!(message.text(Language::Dutch), dutch);
    }
}

#[test]
fn no_text_says_one_of_several() {
    let one_of_several = |text: &str| {
        let words: Vec<&str> = text.split(' ').collect();
        let mut pairs = words.windows(2);
        pairs.any(|pair| {
            let noun = pair[1].trim_matches(|c: char| !c.is_alphabetic());
            pair[0] == "1" && (noun.ends_with('s') || noun.ends_with("en"))
        })
    };
    assert!(one_of_several("there are 1 rows, all wrong"));
    for message in Message::examples() {
        let kept = serde_json::to_string(&message).unwrap();
        // These are told of more than a few alone.
        if message.code().starts_with("AREAS_") || kept.contains(r#""most":"#) {
            continue;
        }
        // The number of every example is this one.
        let of_one = kept.replace(r#""count":12345"#, r#""count":1"#);
        let message: Message = serde_json::from_str(&of_one).unwrap();
        for language in [Language::English, Language::Dutch] {
            let text = message.text(language);
            assert!(!one_of_several(&text), "{text}");
        }
    }
}
