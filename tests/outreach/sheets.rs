//! The sheets of a campaign, for who may know its targets.

use std::io::Cursor;

use zip::ZipArchive;

use super::Desk;

/// Status, and the names of the files when there are any.
fn sheets(desk: &Desk, token: Option<&str>, path: &str) -> (u16, Vec<String>) {
    let bearer = token.map(|token| format!("Bearer {token}"));
    let headers: Vec<_> = bearer
        .iter()
        .map(|bearer| ("authorization", bearer.as_str()))
        .collect();
    let mut response = desk.server.get(path, &headers);
    let status = response.status().as_u16();
    let bytes = response.body_mut().read_to_vec().unwrap();
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return (status, Vec::new());
    };
    let names = archive.file_names().map(|name| name.unwrap().into_owned());
    (status, names.collect())
}

#[test]
fn the_sheets_of_a_campaign_are_for_who_reads_its_targets() {
    let desk = Desk::open(&[]);
    let id = desk.campaign(50);
    desk.add(&id, &["GM0344".into(), "GM0003".into(), "GM0518".into()]);
    let path = format!("/sheet/campaign/{id}.zip");
    // Appingedam went into Eemsdelta.
    let all = [
        "GM0344-utrecht.pdf",
        "GM0518-s-gravenhage.pdf",
        "GM1979-eemsdelta.pdf",
    ];
    assert_eq!(
        sheets(&desk, Some(&desk.token), &path),
        (200, all.map(str::to_owned).into())
    );
    let to_edit = format!("{path}?format=docx");
    let (_, names) = sheets(&desk, Some(&desk.token), &to_edit);
    assert_eq!(names[0], "GM0344-utrecht.docx");

    let platform = |region: &str| {
        let token = desk
            .server
            .token(region, &["--role", "PLATFORM", "--region", region]);
        desk.server.await_token(&token);
        token
    };
    let own = (200, vec!["GM0344-utrecht.pdf".to_owned()]);
    assert_eq!(sheets(&desk, Some(&platform("provincie/PV26")), &path), own);
    let (status, names) = sheets(&desk, Some(&platform("provincie/PV31")), &path);
    assert_eq!((status, names), (404, Vec::new()));
    for (token, path, status) in [
        (None, path.as_str(), 403),
        (None, "/sheet/campaign/x.zip", 403),
        (Some(desk.token.as_str()), "/sheet/campaign/x.zip", 404),
        (
            Some(desk.token.as_str()),
            path.trim_end_matches(".zip"),
            404,
        ),
        (Some("dk_wrong"), path.as_str(), 401),
    ] {
        assert_eq!(sheets(&desk, token, path).0, status, "{path}");
    }
}
