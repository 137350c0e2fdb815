//! The map as a page that other sites show in a frame.

use super::BROWSER;
use crate::support::Server;

/// The value of an attribute of the first such element, as it is meant.
fn attribute(page: &str, element: &str, name: &str) -> String {
    let (_, element) = page.split_once(&format!("<{element} ")).unwrap();
    let (_, after) = element.split_once(&format!("{name}=\"")).unwrap();
    let (value, _) = after.split_once('"').unwrap();
    value.replace("&amp;", "&").replace("&quot;", "\"")
}

#[test]
fn any_site_shows_the_map_in_a_frame_and_nothing_else() {
    let server = Server::public();
    for (path, view) in [
        ("/embed", "/"),
        (
            "/embed?date=2022-06-30&class=NONE,PARTIAL&shade=status",
            "/?date",
        ),
        (
            "/embed/regio/provincie/PV26?lang=en",
            "/regio/provincie/PV26?lang=en",
        ),
        ("/embed/gemeente/GM0344", "/gemeente/GM0344"),
        (
            "/embed?date=2022-06-30&knownAt=2026-11-30T10:00:00Z",
            "/?date",
        ),
    ] {
        let mut framed = server.get(path, &[BROWSER]);
        assert_eq!(framed.status(), 200, "{path}");
        let headers = framed.headers();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-ancestors *"), "{path}: {policy}");
        assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
        for name in ["x-frame-options", "set-cookie"] {
            assert!(!headers.contains_key(name), "{path}: {name}");
        }
        let page = framed.body_mut().read_to_string().unwrap();
        assert!(!page.contains("<script"), "{page}");
        assert!(attribute(&page, "a", "href").starts_with(view), "{page}");
        let picture = attribute(&page, "img", "src");
        let mut shown = server.get(&picture, &[]);
        assert_eq!(shown.status(), 200, "{picture}");
        let drawn = shown.body_mut().read_to_string().unwrap();
        assert!(drawn.starts_with("<svg"), "{picture}");
    }
    let mut chosen = server.get("/embed?class=PARTIAL", &[BROWSER]);
    let page = chosen.body_mut().read_to_string().unwrap();
    let says = attribute(&page, "img", "alt");
    assert!(says.ends_with("beleid: Onvolledig beleid"), "{says}");
    for path in [
        "/",
        "/tabel",
        "/picture/map.svg",
        "/graphql?query=%7B__typename%7D",
    ] {
        let other = server.get(path, &[BROWSER]);
        assert_eq!(other.headers()["x-frame-options"], "DENY", "{path}");
    }
}

#[test]
fn an_address_without_a_map_has_no_page_for_a_frame() {
    let server = Server::public();
    for path in [
        "/embed/beheer",
        "/embed/gemeente/GM9999",
        "/embed/bouwsteen/adopted-policy",
        "/embed//example.org/x",
        "/embed?region=x/y",
        "/embed?class=%22%3E%3Cscript%3E",
        "/embed?block=adopted-policy:PRESENT",
    ] {
        let mut missing = server.get(path, &[BROWSER]);
        assert_eq!(missing.status(), 404, "{path}");
        let page = missing.body_mut().read_to_string().unwrap();
        assert!(
            !page.contains("script") && !page.contains("example.org"),
            "{page}"
        );
    }
    // It would show another map than was asked for.
    for path in [
        "/embed?date=nonsense",
        "/embed?date=2022-02-30",
        "/embed/regio/provincie/PV26?knownAt=yesterday",
    ] {
        assert_eq!(server.get(path, &[BROWSER]).status(), 400, "{path}");
    }
    // Parameters that are not understood come back as text of the link alone.
    let mut odd = server.get("/embed?x=%22%3E%3Cscript%3E&y='%3Cb%3E", &[BROWSER]);
    let page = odd.body_mut().read_to_string().unwrap();
    assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
}

#[test]
fn a_closed_server_gives_no_page_for_a_frame() {
    let server = Server::start(&["--public", "none"]);
    for path in ["/embed", "/embed/gemeente/GM0344"] {
        assert_eq!(server.get(path, &[BROWSER]).status(), 403, "{path}");
    }
}
