//! Exact geometry on integers, and the two indexes that make it fast.
//!
//! Positions are whole numbers, so that the question on which side of a line a
//! point lies has one answer and no rounding. The unit is the caller's:
//! millimetres for RD New, 1e-8 degrees for CRS84.

use geo::Coord;

/// A position in whole units.
pub(crate) type Point = Coord<i64>;

/// Twice the signed area of the triangle: positive when `c` lies to the left
/// of the line from `a` to `b`.
pub(crate) fn turn(a: Point, b: Point, c: Point) -> i128 {
    i128::from(b.x - a.x) * i128::from(c.y - a.y) - i128::from(b.y - a.y) * i128::from(c.x - a.x)
}

/// Whether `point`, known to be on the line through `a` and `b`, lies between.
fn between(a: Point, b: Point, point: Point) -> bool {
    (a.x.min(b.x)..=a.x.max(b.x)).contains(&point.x)
        && (a.y.min(b.y)..=a.y.max(b.y)).contains(&point.y)
}

/// Whether two segments that should have nothing in common have a point in
/// common.
pub(crate) fn touch(a: Point, b: Point, c: Point, d: Point) -> bool {
    let (abc, abd) = (turn(a, b, c).signum(), turn(a, b, d).signum());
    let (cda, cdb) = (turn(c, d, a).signum(), turn(c, d, b).signum());
    (abc * abd < 0 && cda * cdb < 0)
        || (abc == 0 && between(a, b, c))
        || (abd == 0 && between(a, b, d))
        || (cda == 0 && between(c, d, a))
        || (cdb == 0 && between(c, d, b))
}

/// Whether two segments that start in the same point run over each other.
pub(crate) fn fold(start: Point, b: Point, d: Point) -> bool {
    let along = i128::from(b.x - start.x) * i128::from(d.x - start.x)
        + i128::from(b.y - start.y) * i128::from(d.y - start.y);
    turn(start, b, d) == 0 && along > 0
}

/// Twice the signed area of a closed ring; positive is counter-clockwise.
pub(crate) fn ring_area(mut ring: impl Iterator<Item = Point>) -> i128 {
    let Some(first) = ring.next() else { return 0 };
    let Some(mut last) = ring.next() else {
        return 0;
    };
    let mut area = 0;
    for point in ring {
        area += turn(first, last, point);
        last = point;
    }
    area
}

/// The smallest box around points: lower left and upper right corner.
pub(crate) fn bounds(points: impl Iterator<Item = Point>) -> Option<(Point, Point)> {
    points.fold(None, |bounds, p| match bounds {
        None => Some((p, p)),
        Some((low, high)) => Some((
            Point {
                x: low.x.min(p.x),
                y: low.y.min(p.y),
            },
            Point {
                x: high.x.max(p.x),
                y: high.y.max(p.y),
            },
        )),
    })
}

/// Points in square cells, about two a cell, for questions by box.
pub(crate) struct PointIndex {
    low: Point,
    cell: i64,
    columns: i64,
    rows: i64,
    /// Where the ids of each cell start in `ids`.
    starts: Vec<u32>,
    ids: Vec<u32>,
}

impl PointIndex {
    /// An index over the points with these ids.
    pub(crate) fn new(points: &[Point], ids: &[u32]) -> Self {
        let at = |id: &u32| points[*id as usize];
        let (low, high) = bounds(ids.iter().map(at)).unwrap_or_default();
        let (width, height) = (high.x - low.x + 1, high.y - low.y + 1);
        let cells = (ids.len() as f64 / 2.0).max(1.0);
        // A long, thin cloud of points still gets cells in proportion.
        let cell = ((width as f64 * height as f64 / cells).sqrt() as i64)
            .max(width.max(height) / (cells as i64 + 1))
            .max(1);
        let (columns, rows) = (width / cell + 1, height / cell + 1);
        let cell_of = |p: Point| ((p.y - low.y) / cell * columns + (p.x - low.x) / cell) as usize;
        let mut starts = vec![0_u32; (columns * rows) as usize + 1];
        for id in ids {
            starts[cell_of(at(id)) + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![0; ids.len()];
        for id in ids {
            let slot = &mut next[cell_of(at(id))];
            sorted[*slot as usize] = *id;
            *slot += 1;
        }
        Self {
            low,
            cell,
            columns,
            rows,
            starts,
            ids: sorted,
        }
    }

    /// The ids of the points in the cells that meet the box: all points in the
    /// box, and some around it.
    pub(crate) fn near(&self, low: Point, high: Point) -> impl Iterator<Item = u32> {
        let column = |x: i64| ((x - self.low.x).div_euclid(self.cell)).clamp(0, self.columns - 1);
        let row = |y: i64| ((y - self.low.y).div_euclid(self.cell)).clamp(0, self.rows - 1);
        let (west, east) = (column(low.x), column(high.x));
        (row(low.y)..=row(high.y)).flat_map(move |row| {
            let start = self.starts[(row * self.columns + west) as usize] as usize;
            let end = self.starts[(row * self.columns + east) as usize + 1] as usize;
            self.ids[start..end].iter().copied()
        })
    }
}

/// Segments in horizontal strips, each sorted from west to east.
pub(crate) struct Strips {
    low: i64,
    height: i64,
    rows: Vec<Vec<u32>>,
}

impl Strips {
    /// An index over segments, given by their two ends.
    pub(crate) fn new(segments: &[(Point, Point)]) -> Self {
        let ends = || segments.iter().flat_map(|s| [s.0, s.1]);
        let (low, high) = bounds(ends()).unwrap_or_default();
        // As many strips as keep a segment in a few of them on average.
        let total: f64 = segments.iter().map(|(a, b)| (a.y - b.y).abs() as f64).sum();
        let few = 3.0 * segments.len() as f64 * (high.y - low.y) as f64 / total.max(1.0);
        let count = ((segments.len() as f64).sqrt().min(few) as i64).clamp(1, 4096);
        let height = (high.y - low.y) / count + 1;
        let mut order: Vec<u32> = (0..segments.len() as u32).collect();
        order.sort_by_key(|i| {
            let (a, b) = segments[*i as usize];
            (a.x.min(b.x), *i)
        });
        let mut rows = vec![Vec::new(); count as usize];
        for i in order {
            let (a, b) = segments[i as usize];
            let (from, to) = (
                (a.y.min(b.y) - low.y) / height,
                (a.y.max(b.y) - low.y) / height,
            );
            for row in from..=to {
                rows[row as usize].push(i);
            }
        }
        Self {
            low: low.y,
            height,
            rows,
        }
    }

    /// The segments of the strip in which `y` lies.
    pub(crate) fn at(&self, y: i64) -> &[u32] {
        let row = (y - self.low).div_euclid(self.height);
        usize::try_from(row)
            .ok()
            .and_then(|row| self.rows.get(row))
            .map_or(&[], Vec::as_slice)
    }

    /// Calls `visit` with every pair of segments whose boxes meet, until it
    /// says stop or `budget` pairs have been compared, which are taken from it.
    /// A pair that meets in several strips comes several times. False when the
    /// budget ran out.
    pub(crate) fn pairs(
        &self,
        segments: &[(Point, Point)],
        budget: &mut u64,
        mut visit: impl FnMut(u32, u32) -> std::ops::ControlFlow<()>,
    ) -> bool {
        for row in &self.rows {
            for (n, &i) in row.iter().enumerate() {
                let (a, b) = segments[i as usize];
                let east = a.x.max(b.x);
                let (south, north) = (a.y.min(b.y), a.y.max(b.y));
                for &j in &row[n + 1..] {
                    let (c, d) = segments[j as usize];
                    if c.x.min(d.x) > east {
                        break;
                    }
                    if *budget == 0 {
                        return false;
                    }
                    *budget -= 1;
                    if c.y.max(d.y) < south || c.y.min(d.y) > north {
                        continue;
                    }
                    if visit(i, j).is_break() {
                        return true;
                    }
                }
            }
        }
        true
    }
}
