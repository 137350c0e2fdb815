//! Pages of a list.

use super::FIRST;
use crate::fixture::{Country, code};
use crate::{ListError, PageRequest};
use domain::page::{Cursor, PageError};

#[test]
fn pages_follow_each_other_in_both_directions() {
    let view = Country::new().edition(FIRST, &[1, 2, 3, 4, 5]).view(FIRST);
    let page = |first, after: Option<u16>, last, before: Option<u16>| {
        let text = |number: Option<u16>| number.map(|number| Cursor(code(number)).to_string());
        let request = PageRequest {
            first,
            after: text(after),
            last,
            before: text(before),
        };
        let page = view.list(None, &[], &request).unwrap();
        (page.items, page.has_previous, page.has_next)
    };
    assert_eq!(page(Some(2), None, None, None), (vec![0, 1], false, true));
    assert_eq!(page(Some(2), Some(2), None, None), (vec![2, 3], true, true));
    assert_eq!(page(Some(2), Some(4), None, None), (vec![4], true, false));
    assert_eq!(page(None, None, Some(2), None), (vec![3, 4], true, false));
    assert_eq!(
        page(None, None, Some(2), Some(3)),
        (vec![0, 1], false, true)
    );
    assert_eq!(page(None, Some(1), None, Some(4)), (vec![1, 2], true, true));
    assert_eq!(page(Some(0), None, None, None), (vec![], false, true));
}

#[test]
fn bad_pages_are_refused() {
    let view = Country::new().edition(FIRST, &[1, 2]).view(FIRST);
    let refused = |request: PageRequest| view.list(None, &[], &request).unwrap_err();
    let after = |text: &str| PageRequest {
        after: Some(text.to_owned()),
        ..PageRequest::default()
    };
    for text in ["", "x", "%", &Cursor(code(7)).to_string()] {
        assert!(
            matches!(
                refused(after(text)),
                ListError::Page(PageError::BadCursor(_))
            ),
            "{text}"
        );
    }
    let both = PageRequest {
        first: Some(1),
        last: Some(1),
        ..PageRequest::default()
    };
    assert_eq!(refused(both), ListError::Page(PageError::BothEnds));
    for first in [-1, 1001] {
        let request = PageRequest {
            first: Some(first),
            ..PageRequest::default()
        };
        assert!(matches!(
            refused(request),
            ListError::Page(PageError::BadSize { .. })
        ));
    }
}
