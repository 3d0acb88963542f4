-- The report's work in DuckDB's spatial extension. Variables: units, cpts, members, day, metric.
-- The files are written in the working directory.

-- Inputs -------------------------------------------------------------------------------------

CREATE TABLE place AS
SELECT code, type, nom, population_municipale::BIGINT AS people, dep, reg, parent, geom
FROM ST_Read(getvariable('units'), layer := 'units') WHERE type IN ('COM', 'ARM');

CREATE TABLE stage AS
SELECT * FROM (VALUES (0, 'aucun'), (1, 'projet'), (2, 'lettre_intention'), (3, 'projet_sante_valide'),
                      (4, 'aci_signe')) AS stages(rank, stade);

-- ISO dates compare as text; a stage whose date is after the day is not reached yet.
CREATE TABLE cpts AS
SELECT cpts_id, cpts_nom, CASE WHEN date_aci <= getvariable('day') THEN 4
                               WHEN date_projet_sante <= getvariable('day') THEN 3
                               WHEN date_lettre_intention <= getvariable('day') THEN 2
                               WHEN date_projet <= getvariable('day') THEN 1 END AS rank
FROM read_csv(getvariable('cpts'), all_varchar := true)
WHERE rank IS NOT NULL AND NOT coalesce(date_fin <= getvariable('day'), false);

CREATE TABLE listed AS
SELECT DISTINCT cpts_id, code_commune AS code
FROM read_csv(getvariable('members'), all_varchar := true) SEMI JOIN cpts USING (cpts_id);

-- A commune listed by its arrondissements gives way to them as a unit, and stays whole on the map.
CREATE TABLE unit AS
WITH split AS (SELECT DISTINCT parent FROM place SEMI JOIN listed USING (code) WHERE type = 'ARM'),
kept AS (
    SELECT code, code AS commune, nom, people, dep, reg, geom FROM place
    WHERE type = 'COM' AND code NOT IN (FROM split)
    UNION ALL
    SELECT part.code, whole.code, part.nom, part.people, whole.dep, whole.reg, part.geom
    FROM place AS part JOIN place AS whole ON whole.code = part.parent AND whole.type = 'COM'
    WHERE part.type = 'ARM' AND part.parent IN (FROM split))
SELECT *, ST_Transform(geom, 'EPSG:4326', getvariable('metric'), always_xy := true) AS flat,
       coalesce(ST_Area(flat) / 1e6, 0) AS area
FROM kept;

CREATE TABLE member AS
WITH named AS (SELECT code AS listed, code FROM unit UNION SELECT commune, code FROM unit)
SELECT DISTINCT cpts_id, named.code, rank
FROM listed JOIN named ON named.listed = listed.code JOIN cpts USING (cpts_id);

CREATE TABLE covered AS
SELECT unit.*, coalesce(rank, 0) AS rank, coalesce(covers, 0) AS covers, cpts
FROM unit LEFT JOIN (
    SELECT code, max(rank) AS rank, count(*) AS covers, list(cpts_id) AS cpts FROM member GROUP BY code) USING (code);

-- White zones --------------------------------------------------------------------------------

-- A border is the part of one unit's outline that lies in the other unit, so that slivers where two outlines
-- cross count as border too. Only the borders of white units are needed.
CREATE TABLE border AS
WITH beside AS MATERIALIZED (
    SELECT a.code AS white, a.flat AS shape, b.code AS other, b.rank < 2 AS inside, b.flat AS beside
    FROM (SELECT code, flat FROM covered WHERE rank < 2) AS a JOIN covered AS b ON ST_Intersects(a.flat, b.flat)
    WHERE b.rank >= 2 OR a.code < b.code),
measured AS MATERIALIZED (
    SELECT white, other, inside, ST_Length(ST_Intersection(shape, ST_Boundary(beside))) / 1000 AS km FROM beside)
FROM measured WHERE km > 0;

-- Contiguous white units take the lowest code among them, spreading from unit to unit.
CREATE TABLE zoned AS
WITH RECURSIVE edge AS (
    SELECT white AS code, other FROM border WHERE inside UNION ALL SELECT other, white FROM border WHERE inside),
spread(code, label) USING KEY (code) AS (
    SELECT code, code FROM covered WHERE rank < 2
    UNION
    SELECT edge.other, min(spread.label)
    FROM spread JOIN edge USING (code) JOIN recurring.spread AS known ON known.code = edge.other
    WHERE spread.label < known.label
    GROUP BY edge.other)
SELECT covered.*, 'ZB-' || first_value(code) OVER (PARTITION BY label ORDER BY coalesce(people, -1) DESC, code) AS zone
FROM covered JOIN spread USING (code);

-- Shapes -------------------------------------------------------------------------------------

-- The coverage union is faster than the general one, and wrong where units do not match their neighbours.
CREATE MACRO dissolved(pieces) AS TABLE
WITH verdict AS MATERIALIZED (
    SELECT key, ST_CoverageInvalidEdges_Agg(geom) IS NULL AS sound FROM query_table(pieces) GROUP BY key)
SELECT key, ST_CoverageUnion_Agg(geom) AS geom FROM query_table(pieces)
WHERE key IN (SELECT key FROM verdict WHERE sound) GROUP BY key
UNION ALL
SELECT key, ST_Union_Agg(geom) FROM query_table(pieces)
WHERE key IN (SELECT key FROM verdict WHERE NOT sound) GROUP BY key;

CREATE VIEW territory_piece AS SELECT cpts_id AS key, geom FROM member JOIN unit USING (code);
CREATE VIEW zone_piece AS SELECT zone AS key, geom FROM zoned;

-- Tables -------------------------------------------------------------------------------------

CREATE MACRO percent(part, whole) AS CASE WHEN whole > 0 THEN round(100 * part / whole, 2) ELSE 0 END;
CREATE MACRO size_class(people) AS
    CASE WHEN people < 40000 THEN 1 WHEN people < 80000 THEN 2 WHEN people <= 175000 THEN 3 ELSE 4 END;
CREATE MACRO near_bound(people) AS
    list_filter([40000, 80000, 175000], lambda bound: abs(people - bound) <= 0.02 * bound)[1];
CREATE MACRO joined(items) AS coalesce(array_to_string(list_sort(list_distinct(items)), '|'), '');

CREATE TABLE couverture AS
WITH level AS (
    SELECT CASE WHEN dep IS NOT NULL THEN 'departement'
                WHEN reg IS NOT NULL THEN 'region' ELSE 'national' END AS niveau,
           coalesce(dep, reg, 'FR') AS code, rank, sum(people) AS people
    FROM covered WHERE people IS NOT NULL GROUP BY GROUPING SETS ((rank), (reg, rank), (dep, rank))),
filled AS (
    SELECT niveau, code, stage.rank, stade, coalesce(people, 0) AS people
    FROM (SELECT DISTINCT niveau, code FROM level) CROSS JOIN stage LEFT JOIN level USING (niveau, code, rank))
SELECT niveau, code, '' AS nom, (sum(people) OVER area)::BIGINT AS population_totale,
       stade, people::BIGINT AS population_stade,
       percent(people, sum(people) OVER area) AS pct_stade,
       (sum(people) OVER (area ORDER BY rank DESC))::BIGINT AS population_cumulee,
       percent(sum(people) OVER (area ORDER BY rank DESC), sum(people) OVER area) AS pct_cumule
FROM filled WINDOW area AS (PARTITION BY niveau, code)
ORDER BY list_position(['national', 'region', 'departement'], niveau), code, rank;

CREATE TABLE territory AS
SELECT cpts_id, any_value(cpts.rank) AS rank, any_value(cpts_nom) AS cpts_nom,
       coalesce(sum(people), 0)::BIGINT AS people,
       count(DISTINCT commune) AS nb_communes, sum(area) AS area, any_value(shape.geom) AS geom,
       joined(list(dep)) AS departements, joined(list(reg)) AS regions,
       coalesce(sum(people) FILTER (covers > 1), 0)::BIGINT AS population_partagee
FROM cpts LEFT JOIN member USING (cpts_id) LEFT JOIN covered USING (code)
LEFT JOIN dissolved('territory_piece') AS shape ON shape.key = cpts_id GROUP BY cpts_id;

CREATE TABLE chevauchement AS
WITH pair AS (
    SELECT a.cpts_id AS cpts_a, b.cpts_id AS cpts_b, coalesce(sum(people), 0)::BIGINT AS population, sum(area) AS area,
           joined(list(commune)) AS communes, ST_Union_Agg(geom) AS geom
    FROM member AS a JOIN member AS b ON a.code = b.code AND a.cpts_id < b.cpts_id JOIN covered ON covered.code = a.code
    GROUP BY ALL)
SELECT cpts_a, cpts_b, sa.stade AS stade_a, sb.stade AS stade_b,
       CASE WHEN least(ta.rank, tb.rank) >= 3 THEN 'deux_projets_valides' ELSE 'a_concilier' END AS qualification,
       population, round(pair.area, 3) AS superficie_km2, NULL::DOUBLE AS largeur_m,
       percent(population, ta.people) AS pct_population_a, percent(population, tb.people) AS pct_population_b,
       communes, pair.geom
FROM pair JOIN territory AS ta ON ta.cpts_id = cpts_a JOIN territory AS tb ON tb.cpts_id = cpts_b
JOIN stage AS sa ON sa.rank = ta.rank JOIN stage AS sb ON sb.rank = tb.rank ORDER BY cpts_a, cpts_b;

CREATE TABLE zone AS
SELECT zone, max(rank) AS rank, coalesce(sum(people), 0)::BIGINT AS people, sum(area) AS area,
       list(commune) AS communes, list(dep) AS departements, list(reg) AS regions,
       any_value(nom) FILTER ('ZB-' || code = zone) AS commune_principale, any_value(shape.geom) AS geom
FROM zoned JOIN dissolved('zone_piece') AS shape ON shape.key = zone GROUP BY zone;

CREATE TABLE voisin AS
WITH outer_border AS (SELECT zone, other, km FROM border JOIN zoned ON code = white WHERE NOT inside),
total AS (SELECT zone, sum(km) AS km FROM outer_border GROUP BY zone)
SELECT zone, cpts_id, stade, round(sum(outer_border.km), 3) AS frontiere_km,
       percent(sum(outer_border.km), any_value(total.km)) AS pct_frontiere,
       any_value(territory.people) AS population_cpts, size_class(population_cpts) AS taille_avant,
       population_cpts + any_value(zone.people) AS population_apres, size_class(population_apres) AS taille_apres
FROM outer_border JOIN member ON code = other AND member.rank >= 2 JOIN territory USING (cpts_id)
JOIN stage ON stage.rank = territory.rank JOIN total USING (zone) JOIN zone USING (zone)
GROUP BY zone, cpts_id, stade ORDER BY zone, cpts_id;

-- Files --------------------------------------------------------------------------------------

CREATE VIEW communes AS
WITH folded AS (
    SELECT commune AS code, max(rank) AS rank, sum(if(rank >= 2, people, 0)) AS people,
           joined(flatten(list(cpts))) AS cpts, joined(list(zone)) AS zone_blanche
    FROM covered LEFT JOIN (SELECT code, zone FROM zoned) USING (code) GROUP BY commune)
SELECT code, nom, dep, reg, place.people AS population, stade,
       if(place.people IS NULL, NULL, folded.people)::BIGINT AS population_couverte,
       percent(folded.people, place.people) AS pct_couvert, cpts, zone_blanche, geom
FROM folded JOIN place USING (code) JOIN stage USING (rank) ORDER BY code;

CREATE VIEW territories AS
SELECT cpts_id, cpts_nom, stade, people AS population, size_class(people) AS taille, near_bound(people) AS seuil_proche,
       nb_communes, round(area, 3) AS superficie_km2, ST_NGeometries(geom) AS nb_parties, departements, regions,
       population_partagee, geom
FROM territory JOIN stage USING (rank) ORDER BY cpts_id;

CREATE VIEW zones AS
SELECT zone, if(rank > 0, 'projet_en_emergence', 'atone') AS statut, people AS population,
       round(area, 3) AS superficie_km2, len(list_distinct(communes)) AS nb_communes,
       joined(zone.communes) AS communes, joined(zone.departements) AS departements,
       joined(zone.regions) AS regions, commune_principale, coalesce(voisins, '') AS voisins, geom
FROM zone LEFT JOIN (SELECT zone, joined(list(cpts_id)) AS voisins FROM voisin GROUP BY zone) USING (zone)
ORDER BY zone;

COPY couverture TO 'couverture.csv';
COPY (SELECT * EXCLUDE geom FROM communes) TO 'communes.csv';
COPY (SELECT * EXCLUDE geom FROM territories) TO 'cpts.csv';
COPY (SELECT * EXCLUDE geom FROM chevauchement) TO 'chevauchements.csv';
COPY (SELECT * EXCLUDE geom FROM zones) TO 'zones_blanches.csv';
COPY voisin TO 'zones_blanches_voisins.csv';
COPY communes TO 'communes.geojson'
    (FORMAT gdal, DRIVER 'GeoJSON', SRS 'OGC:CRS84', LAYER_CREATION_OPTIONS 'RFC7946=YES');
COPY territories TO 'cpts.geojson'
    (FORMAT gdal, DRIVER 'GeoJSON', SRS 'OGC:CRS84', LAYER_CREATION_OPTIONS 'RFC7946=YES');
COPY chevauchement TO 'chevauchements.geojson'
    (FORMAT gdal, DRIVER 'GeoJSON', SRS 'OGC:CRS84', LAYER_CREATION_OPTIONS 'RFC7946=YES');
COPY zones TO 'zones_blanches.geojson'
    (FORMAT gdal, DRIVER 'GeoJSON', SRS 'OGC:CRS84', LAYER_CREATION_OPTIONS 'RFC7946=YES');
