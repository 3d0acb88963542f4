-- The report's work on drawn territories in DuckDB's spatial extension. Variables: units, cpts, system (of the
-- territories), metric. The files are written in the working directory.

-- Inputs -------------------------------------------------------------------------------------

CREATE MACRO mended(shape) AS CASE WHEN ST_IsValid(shape) THEN shape ELSE ST_MakeValid(shape) END;

-- In one system for all, borders stay equal to the last bit. From another one they come back a nanometre apart, and
-- rounding to a tenth of a millimetre makes them meet again.
CREATE MACRO flattened(shape, system) AS
    CASE WHEN getvariable('system') = 'EPSG:4326'
         THEN mended(ST_Transform(shape, system, getvariable('metric'), always_xy := true))
         ELSE ST_ReducePrecision(mended(ST_Transform(shape, system, getvariable('metric'), always_xy := true)), 1e-4)
    END;

CREATE TABLE place AS
SELECT code, type, nom, population_municipale::BIGINT AS people, dep, reg, parent, geom
FROM ST_Read(getvariable('units'), layer := 'units') WHERE type IN ('COM', 'ARM');

-- A commune that has arrondissements gives way to them as a unit, and stays whole on the map.
CREATE TABLE unit AS
WITH kept AS (
    SELECT code, code AS commune, nom, people, dep, reg, geom FROM place
    WHERE type = 'COM' AND code NOT IN (SELECT parent FROM place WHERE type = 'ARM')
    UNION ALL
    SELECT part.code, whole.code, part.nom, part.people, whole.dep, whole.reg, part.geom
    FROM place AS part JOIN place AS whole ON whole.code = part.parent WHERE part.type = 'ARM')
SELECT row_number() OVER (ORDER BY code) AS unit, * EXCLUDE geom, flattened(geom, 'EPSG:4326') AS flat,
       coalesce(ST_Area(flat), 0) AS area
FROM kept;

CREATE TABLE stage AS
SELECT * FROM (VALUES (0, 'aucun'), (1, 'projet'), (2, 'lettre_intention'), (3, 'projet_sante_valide'),
                      (4, 'aci_signe')) AS stages(rank, stade);

CREATE TABLE territory AS
SELECT row_number() OVER (ORDER BY cpts_id) AS cpts, cpts_id, cpts_nom, stade, rank, geom,
       flattened(geom, getvariable('system')) AS flat
FROM ST_Read(getvariable('cpts')) JOIN stage USING (stade);

-- Which part of which unit each territory covers ------------------------------------------------

-- Units inside a territory are known by a predicate; only the others are overlaid. Overlaying those that merely
-- touch costs less than telling them apart.
CREATE TABLE whole AS
SELECT cpts, unit FROM territory JOIN unit ON ST_Covers(territory.flat, unit.flat);

CREATE TABLE cut AS
SELECT cpts, unit FROM territory JOIN unit ON ST_Intersects(territory.flat, unit.flat)
ANTI JOIN whole USING (cpts, unit);

CREATE TABLE piece AS
SELECT cpts, unit, ST_Intersection(territory.flat, unit.flat) AS shape
FROM cut JOIN territory USING (cpts) JOIN unit USING (unit);

CREATE TABLE part AS
SELECT cpts, unit, NULL::GEOMETRY AS shape, area FROM whole JOIN unit USING (unit)
UNION ALL
SELECT cpts, unit, shape, ST_Area(shape) FROM piece WHERE ST_Area(shape) > 0;

-- Each unit at a stage or a higher one: whole, or the union of its pieces.
CREATE MACRO covered_at(lowest) AS TABLE
WITH reached AS (SELECT unit, shape FROM part JOIN territory USING (cpts) WHERE rank >= lowest),
inside AS (SELECT DISTINCT unit FROM reached WHERE shape IS NULL),
partly AS (SELECT unit, shape, count(*) OVER (PARTITION BY unit) AS pieces FROM reached ANTI JOIN inside USING (unit))
SELECT unit, NULL::GEOMETRY AS shape, area FROM inside JOIN unit USING (unit)
UNION ALL
SELECT unit, shape, ST_Area(shape) FROM partly WHERE pieces = 1
UNION ALL
SELECT unit, ST_Union_Agg(shape) AS shape, ST_Area(ST_Union_Agg(shape)) FROM partly WHERE pieces > 1 GROUP BY unit;

CREATE TABLE covered AS
SELECT rank, reached.* FROM (
    SELECT 1 AS rank, * FROM covered_at(1) UNION ALL SELECT 2, * FROM covered_at(2)
    UNION ALL SELECT 3, * FROM covered_at(3) UNION ALL SELECT 4, * FROM covered_at(4)) AS reached;

-- White zones --------------------------------------------------------------------------------

CREATE TABLE white AS
SELECT unit, dep, people, unit.area AS whole, unit.flat AS shape, true AS entire
FROM unit ANTI JOIN (FROM covered WHERE rank = 2) USING (unit) WHERE unit.flat IS NOT NULL
UNION ALL
SELECT unit, dep, people, unit.area, ST_Difference(unit.flat, covered.shape), false
FROM unit JOIN covered USING (unit) WHERE covered.rank = 2 AND covered.shape IS NOT NULL;

-- The coverage union is faster than the general one, and wrong where units do not match their neighbours.
CREATE TABLE zone AS
WITH verdict AS MATERIALIZED (
    SELECT dep, ST_CoverageInvalidEdges_Agg(shape) IS NULL AS sound FROM white WHERE entire GROUP BY dep),
dissolved AS (
    SELECT ST_CoverageUnion_Agg(shape) AS shape FROM white JOIN verdict USING (dep) WHERE entire AND sound GROUP BY dep
    UNION ALL
    SELECT shape FROM white LEFT JOIN verdict USING (dep) WHERE NOT (entire AND sound)),
parts AS (SELECT unnest(ST_Dump(ST_Union_Agg(shape)), recursive := true) FROM dissolved)
SELECT row_number() OVER () AS zone, geom AS flat, ST_Area(geom) AS area FROM parts;

CREATE TABLE white_part AS
WITH dumped AS (SELECT unit, people, whole, unnest(ST_Dump(shape)) AS one FROM white)
SELECT row_number() OVER () AS part, unit, people, whole, one.geom AS shape, ST_Area(shape) AS area,
       ST_PointOnSurface(shape) AS inner_point
FROM dumped WHERE NOT ST_IsEmpty(one.geom);

-- A part belongs to the zone that holds a point of it; where that says nothing (the union drops spikes and necks
-- thinner than its precision), to the zones with which it shares ground.
CREATE TABLE pointed AS
SELECT part, zone FROM zone JOIN white_part ON ST_Intersects(zone.flat, white_part.inner_point);

CREATE TABLE lonely AS SELECT zone.flat FROM zone ANTI JOIN pointed USING (zone);

CREATE TABLE doubt AS
WITH doubtful AS (
    SELECT part FROM white_part ANTI JOIN pointed USING (part)
    UNION SELECT part FROM lonely JOIN white_part ON ST_Intersects(lonely.flat, white_part.shape))
FROM white_part SEMI JOIN doubtful USING (part);

CREATE TABLE made_of AS
SELECT zone, unit, people * area / whole AS people
FROM pointed JOIN white_part USING (part) ANTI JOIN doubt USING (part)
UNION ALL
SELECT zone, unit, people * ST_Area(ST_Intersection(zone.flat, doubt.shape)) / whole
FROM zone JOIN doubt ON ST_Intersects(zone.flat, doubt.shape);

-- A unit without a shape is a zone alone: its people are still uncovered.
INSERT INTO zone SELECT -unit, NULL, 0 FROM unit WHERE flat IS NULL;
INSERT INTO made_of SELECT -unit, unit, people FROM unit WHERE flat IS NULL;

-- Tables -------------------------------------------------------------------------------------

CREATE MACRO percent(share, whole) AS CASE WHEN whole > 0 THEN round(100 * share / whole, 2) ELSE 0 END;
CREATE MACRO size_class(people) AS
    CASE WHEN people < 40000 THEN 1 WHEN people < 80000 THEN 2 WHEN people <= 175000 THEN 3 ELSE 4 END;
CREATE MACRO near_bound(people) AS
    list_filter([40000, 80000, 175000], lambda bound: abs(people - bound) <= 0.02 * bound)[1];
CREATE MACRO joined(items) AS coalesce(array_to_string(list_sort(list_distinct(items)), '|'), '');
CREATE MACRO on_map(shape) AS ST_Transform(shape, getvariable('metric'), 'EPSG:4326', always_xy := true);

CREATE TABLE couverture AS
WITH reached AS (
    SELECT unit, 0 AS rank, 1.0 AS share FROM unit
    UNION ALL SELECT unit, rank, covered.area / unit.area FROM covered JOIN unit USING (unit)),
level AS (
    SELECT CASE WHEN dep IS NOT NULL THEN 'departement'
                WHEN reg IS NOT NULL THEN 'region' ELSE 'national' END AS niveau,
           coalesce(dep, reg, 'FR') AS code, rank, sum(people * share) AS people
    FROM reached JOIN unit USING (unit) WHERE people IS NOT NULL
    GROUP BY GROUPING SETS ((rank), (reg, rank), (dep, rank))),
filled AS (
    SELECT niveau, code, stage.rank, stade, coalesce(people, 0) AS people
    FROM (SELECT DISTINCT niveau, code FROM level) CROSS JOIN stage LEFT JOIN level USING (niveau, code, rank)),
alone AS (
    SELECT *, people - coalesce(lead(people) OVER area, 0) AS here, first_value(people) OVER area AS total
    FROM filled WINDOW area AS (PARTITION BY niveau, code ORDER BY rank))
SELECT niveau, code, '' AS nom, round(total, 3) AS population_totale, stade, round(here, 3) AS population_stade,
       percent(here, total) AS pct_stade, round(people, 3) AS population_cumulee, percent(people, total) AS pct_cumule
FROM alone ORDER BY list_position(['national', 'region', 'departement'], niveau), code, rank;

CREATE TABLE commune AS
WITH reached AS (
    SELECT unit, max(rank) AS rank, coalesce(max(area) FILTER (rank = 2), 0) AS area FROM covered GROUP BY unit),
folded AS (
    SELECT commune AS code, max(coalesce(rank, 0)) AS rank,
           coalesce(sum(people * reached.area / unit.area), 0) AS people
    FROM unit LEFT JOIN reached USING (unit) GROUP BY commune),
named AS (
    SELECT commune AS code, joined(list(cpts_id)) AS cpts
    FROM part JOIN territory USING (cpts) JOIN unit USING (unit) GROUP BY commune)
SELECT code, nom, dep, reg, place.people AS population, stade, round(folded.people, 3) AS population_couverte,
       percent(folded.people, place.people) AS pct_couvert, coalesce(cpts, '') AS cpts, geom
FROM folded JOIN place USING (code) JOIN stage USING (rank) LEFT JOIN named USING (code) ORDER BY code;

CREATE TABLE peopled AS
SELECT cpts, cpts_id, territory.rank, any_value(cpts_nom) AS cpts_nom, any_value(stade) AS stade,
       coalesce(sum(people * part.area / whole), 0) AS people, count(DISTINCT commune) AS nb_communes,
       coalesce(sum(part.area), 0) AS area, joined(list(dep)) AS departements, joined(list(reg)) AS regions,
       any_value(territory.geom) AS geom
FROM territory LEFT JOIN part USING (cpts)
LEFT JOIN (SELECT unit, commune, people, area AS whole, dep, reg FROM unit) USING (unit)
GROUP BY cpts, cpts_id, territory.rank;

CREATE TABLE pair AS
SELECT a.cpts AS a, b.cpts AS b, ST_CollectionExtract(ST_Intersection(a.flat, b.flat), 3) AS shape,
       ST_Area(shape) AS area
FROM territory AS a JOIN territory AS b ON ST_Intersects(a.flat, b.flat) WHERE a.cpts < b.cpts;

CREATE TABLE common AS
SELECT a.cpts AS a, b.cpts AS b, unit, CASE WHEN a.shape IS NULL OR b.shape IS NULL THEN least(a.area, b.area)
                                            ELSE ST_Area(ST_Intersection(a.shape, b.shape)) END AS area
FROM part AS a JOIN part AS b USING (unit) WHERE a.cpts < b.cpts;

CREATE TABLE chevauchement AS
WITH shared AS (
    SELECT a, b, sum(people * common.area / unit.area) AS people, joined(list(commune)) AS communes
    FROM common JOIN unit USING (unit) WHERE common.area > 0 GROUP BY a, b)
SELECT left_one.cpts_id AS cpts_a, right_one.cpts_id AS cpts_b, left_one.stade AS stade_a, right_one.stade AS stade_b,
       CASE WHEN least(left_one.rank, right_one.rank) >= 3 THEN 'deux_projets_valides' ELSE 'a_concilier'
       END AS qualification, round(coalesce(shared.people, 0), 3) AS population,
       round(pair.area / 1e6, 6) AS superficie_km2, percent(shared.people, left_one.people) AS pct_population_a,
       percent(shared.people, right_one.people) AS pct_population_b, coalesce(communes, '') AS communes,
       on_map(shape) AS geom
FROM pair LEFT JOIN shared USING (a, b) JOIN peopled AS left_one ON left_one.cpts = a
JOIN peopled AS right_one ON right_one.cpts = b WHERE pair.area > 1 ORDER BY a, b;

CREATE TABLE zone_named AS
WITH ground AS (SELECT zone, unit, sum(people) AS people FROM made_of GROUP BY zone, unit),
gathered AS (
    SELECT zone, coalesce(sum(ground.people), 0) AS people, joined(list(commune)) AS communes,
           joined(list(dep)) AS departements, joined(list(reg)) AS regions, count(DISTINCT commune) AS nb_communes,
           first(code ORDER BY ground.people DESC NULLS LAST, code) AS code,
           first(nom ORDER BY ground.people DESC NULLS LAST, code) AS nom
    FROM ground JOIN unit USING (unit) GROUP BY zone)
SELECT 'ZB-' || code || if(row_number() OVER same > 1, '-' || row_number() OVER same, '') AS zone,
       round(people, 3) AS population, round(area / 1e6, 6) AS superficie_km2, nb_communes, communes, departements,
       regions, nom AS commune_principale, on_map(flat) AS geom
FROM gathered JOIN zone USING (zone) WINDOW same AS (PARTITION BY code ORDER BY zone) ORDER BY 1;

-- Files --------------------------------------------------------------------------------------

CREATE VIEW cpts_shown AS
SELECT cpts_id, cpts_nom, stade, round(people, 3) AS population, size_class(people) AS taille,
       near_bound(people) AS seuil_proche, nb_communes, round(area / 1e6, 6) AS superficie_km2,
       ST_NGeometries(geom) AS nb_parties, departements, regions,
       CASE WHEN getvariable('system') = 'EPSG:4326' THEN geom
            ELSE ST_Transform(geom, getvariable('system'), 'EPSG:4326', always_xy := true) END AS geom
FROM peopled ORDER BY cpts_id;

-- Line by line, as a CSV of one column without quotes: four times faster than the GeoJSON driver of GDAL. It keeps
-- all the decimals.
CREATE MACRO feature_lines(source) AS TABLE
WITH properties AS (SELECT * EXCLUDE geom FROM query_table(source)),
shape AS (SELECT row_number() OVER () AS place, ST_AsGeoJSON(geom)::JSON AS geometry FROM query_table(source)),
lines AS (
    SELECT 0 AS place, '{"type":"FeatureCollection","features":[' AS line
    UNION ALL
    SELECT place, if(place > 1, ',', '') || to_json({type: 'Feature', properties: properties, geometry: geometry})
    FROM properties POSITIONAL JOIN shape
    UNION ALL
    SELECT count(*) + 1, ']}' FROM shape)
SELECT line FROM lines ORDER BY place;

COPY couverture TO 'couverture.csv';
COPY (SELECT * EXCLUDE geom FROM commune) TO 'communes.csv';
COPY (SELECT * EXCLUDE geom FROM cpts_shown) TO 'cpts.csv';
COPY (SELECT * EXCLUDE geom FROM chevauchement) TO 'chevauchements.csv';
COPY (SELECT * EXCLUDE geom FROM zone_named) TO 'zones_blanches.csv';
COPY (FROM feature_lines('commune')) TO 'communes.geojson'
    (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t');
COPY (FROM feature_lines('cpts_shown')) TO 'cpts.geojson'
    (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t');
COPY (FROM feature_lines('chevauchement')) TO 'chevauchements.geojson'
    (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t');
COPY (FROM feature_lines('zone_named')) TO 'zones_blanches.geojson'
    (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t');
