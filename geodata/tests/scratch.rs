use geodata::*;
use std::time::Instant;
#[test]
fn scratch() {
    std::fs::create_dir_all("/tmp/geo-out").unwrap();
    let mut all = vec![];
    for f in data::BOUNDARIES {
        let t = Instant::now();
        let layer = read::geojson(f.geojson).unwrap();
        let t1 = t.elapsed();
        println!("{} {} repairs {} refusals {}", f.date, layer.features.len(), layer.report.repairs.len(), layer.report.refusals.len());
        for x in layer.report.repairs.iter().take(5).chain(layer.report.refusals.iter().take(5)) { println!("   {x}"); }
        let t = Instant::now();
        let b = Boundaries::build(layer.crs, layer.features.into_iter().map(Area::from).collect()).unwrap();
        println!("  read {t1:?} build {:?}", t.elapsed());
        all.push((f.date.to_owned(), b));
    }
    let t = Instant::now();
    let layer = read::geopackage(std::path::Path::new("data/boundaries/cbsgebiedsindelingen2022.gpkg"), None).unwrap();
    println!("gpkg read {:?} {} {:?}", t.elapsed(), layer.features.len(), layer.report.repairs.iter().take(5).map(|x| x.to_string()).collect::<Vec<_>>());
    println!("{} repairs, {:?}", layer.report.repairs.len(), layer.report.refusals);
    let t = Instant::now();
    let b = Boundaries::build(layer.crs, layer.features.into_iter().map(Area::from).collect());
    println!("gpkg build {:?}", t.elapsed());
    match b { Ok(b) => all.push(("gpkg".into(), b)), Err(e) => println!("{e}") }
    for (d, b) in &all {
        for detail in Detail::ALL {
            let t = Instant::now();
            let j = b.topojson(detail);
            let t1 = t.elapsed();
            let t = Instant::now();
            let g = b.geometry(0, detail, Crs::Crs84);
            let t2 = t.elapsed();
            let t = Instant::now();
            let bytes: usize = (0..b.len()).map(|i| b.geojson(i, detail, Crs::Crs84).len()).sum();
            let t3 = t.elapsed();
            let n: usize = (0..b.len()).map(|i| { use geo::CoordsIter; b.geometry(i, detail, Crs::RdNew).coords_count() }).sum();
            let head = String::from_utf8_lossy(&j); let k = head.find("scale").unwrap();
            println!("{d} {detail:?} topojson {} {} in {t1:?}; degrees {t2:?}; geojson {bytes} bytes {t3:?}; {n} positions {}", j.len(), &head[k..k+20], g.0[0].exterior().0[0].x);
            std::fs::write(format!("/tmp/geo-out/{d}-{detail:?}.json"), &j).unwrap();
        }
        let t = Instant::now(); b.label(0); println!("labels {:?}", t.elapsed());
        let t = Instant::now(); let l = b.locate(5.3872,52.1552).map(|i| b.name(i)); println!("locate {l:?} {:?}", t.elapsed());
        println!("{:?}", b.locate(4.9320,51.4420).map(|i| b.name(i)));
        let all: Vec<usize> = (0..b.len()).collect();
        let t = Instant::now(); let o = b.outline(&all, Detail::Full, Crs::RdNew); println!("outline {} parts {:?}", o.0.len(), t.elapsed());
    }
    for w in all[..5].windows(2) {
        let t = Instant::now();
        let s = overlay::successions(&w[0].1, &w[1].1);
        println!("{} {:?} {:?}", w[1].0, t.elapsed(), overlay::growths(&w[0].1, &w[1].1));
        for x in s { println!("  {x:?}"); }
    }
}
